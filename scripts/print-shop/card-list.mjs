// @ts-check
import { cannotGoOn } from "../setup/telling.mjs";

const SERIAL = /^\d{12}$/;

/**
 * Follows the lines of cards as they come out of a file: each serial once, in order, none left out,
 * with as many cells as the heading names, all of one length.
 * @param {{ first: string, last: string }} run
 */
export function cardList({ first, last }) {
  let next = Number(first);
  let columns = 0;
  let cellLength = 0;

  /** @param {string} line */
  function take(line) {
    const [serial = "", ...cells] = line.split(",");
    if (columns === 0) {
      columns = cells.length;
      if (serial !== "serial" || columns === 0) throw unlike("it has no heading");
      return;
    }
    cellLength ||= cells[0]?.length ?? 0;
    const isCard = SERIAL.test(serial) && Number(serial) === next && cells.length === columns;
    const areCells = cells.every((cell) => cell.length === cellLength && /^\d+$/.test(cell));
    if (!isCard || !areCells)
      throw unlike(`card ${String(next).padStart(12, "0")} is not as it must be`);
    next += 1;
  }

  return {
    /** @param {Uint8Array} rows */
    follow(rows) {
      const lines = Buffer.from(rows.buffer, rows.byteOffset, rows.length).toString("latin1");
      if (!lines.endsWith("\n")) throw unlike("a line is cut off");
      for (const line of lines.slice(0, -1).split("\n")) take(line);
    },
    /** How many cards there were, when there are no more. */
    end() {
      if (next !== Number(last) + 1) throw unlike("cards are missing at its end");
      return next - Number(first);
    },
  };
}

/**
 * What the shop sends back with the cards: a line for each, good until the shop says otherwise.
 * @param {{ batch: string, first: string, last: string }} run
 */
export function stockFile({ batch, first, last }) {
  const serials = Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
    String(Number(first) + index).padStart(12, "0"),
  );
  return [
    `# Batch ${batch}. Write "spoiled" for "good" wherever a card was spoiled, and leave out what does not come yet.`,
    "serial,state",
    ...serials.map((serial) => `${serial},good`),
    "",
  ].join("\n");
}

/** @param {string} what */
function unlike(what) {
  return cannotGoOn(`The file is not what a bank sends: ${what}.`);
}
