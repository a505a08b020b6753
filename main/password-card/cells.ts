import { createHmac, timingSafeEqual } from "node:crypto";
import { assert } from "#core/kernel/assert.ts";
import { type Coordinate, cellCount, type Grid, isOnGrid } from "#core/password-card/grid.ts";
import type { PasswordCard } from "#core/password-card/password-card.ts";

/** All that the cells of a card depend on besides the key: its serial, which making, its layout. */
export type PrintedCard = Pick<PasswordCard, "serial" | "version" | "grid">;

/** What stands on password cards. It is worked out when it is needed and kept nowhere. */
export interface Cells {
  /** The digits of one cell. */
  readonly cellAt: (card: PrintedCard, coordinate: Coordinate) => string;
  /** Every cell of a card, row by row and joined without a space, as the printer's shop sets them. */
  readonly allOf: (card: PrintedCard) => string;
  /** Whether the cells joined in this order are the answer (P04); it takes the same time either way. */
  readonly isRight: (
    card: PrintedCard,
    coordinates: readonly Coordinate[],
    answer: string,
  ) => boolean;
}

/** Longer than any answer: eight cells of twelve digits. */
const LONGEST_ANSWER = 128;
/** A candidate is the first 48 bits of a keyed hash: 281 times as many as a cell of twelve digits. */
const CANDIDATE_BYTES = 6;
const CANDIDATES = 2 ** (8 * CANDIDATE_BYTES);
const ZERO = "0".charCodeAt(0);

/**
 * The cells of every card of one key space (P01), such as that of a demonstration.
 *
 * A card has a key of its own, HMAC-SHA-256 over serial and version under `key`; a cell is drawn out
 * of HMAC-SHA-256 under the card's key over serial, version, coordinate and a counter, by rejection,
 * so that every value is as likely as any other.
 */
export function createCells(key: Uint8Array): Cells {
  function withKeyOf<T>({ serial, version }: PrintedCard, work: (cardKey: Buffer) => T): T {
    const cardKey = createHmac("sha256", key).update(`card|${serial}|${version}`).digest();
    try {
      return work(cardKey);
    } finally {
      cardKey.fill(0);
    }
  }

  /** The cells at some places, joined, as bytes that the caller wipes. */
  function joined(card: PrintedCard, places: readonly string[], bytes: Buffer): void {
    const { cellDigits } = card.grid;
    withKeyOf(card, (cardKey) => {
      for (const [index, place] of places.entries()) {
        writeCell(bytes, index * cellDigits, card, { cardKey, place });
      }
    });
  }

  function read(card: PrintedCard, places: readonly string[]): string {
    const bytes = Buffer.alloc(places.length * card.grid.cellDigits);
    joined(card, places, bytes);
    const text = bytes.toString("latin1");
    bytes.fill(0);
    return text;
  }

  return {
    cellAt(card, coordinate) {
      assert(isOnGrid(coordinate, card.grid), "a cell is asked for where the card has one");
      return read(card, [coordinate]);
    },
    allOf: (card) => read(card, placesOf(card.grid)),
    isRight(card, coordinates, answer) {
      assert(
        coordinates.length > 0 && coordinates.every((one) => isOnGrid(one, card.grid)),
        "a challenge asks for cells, and where the card has some",
      );
      const right = Buffer.alloc(LONGEST_ANSWER);
      const given = Buffer.alloc(LONGEST_ANSWER);
      joined(card, coordinates, right);
      given.write(answer, "utf8");
      const isEqual = timingSafeEqual(right, given);
      right.fill(0);
      given.fill(0);
      // Whatever goes beyond the buffer, or is as empty as its end, is no answer.
      return isEqual && Buffer.byteLength(answer) === coordinates.length * card.grid.cellDigits;
    },
  };
}

/** Writes the digits of one cell: the first candidate below the last whole multiple of their number. */
function writeCell(
  bytes: Buffer,
  at: number,
  { serial, version, grid }: PrintedCard,
  { cardKey, place }: { readonly cardKey: Buffer; readonly place: string },
): void {
  const values = 10 ** grid.cellDigits;
  const limit = CANDIDATES - (CANDIDATES % values);
  for (let counter = 0; ; counter += 1) {
    const text = `${serial}|${version}|${place}|${counter}`;
    const hash = createHmac("sha256", cardKey).update(text).digest();
    const candidate = hash.readUIntBE(0, CANDIDATE_BYTES);
    hash.fill(0);
    if (candidate >= limit) continue;

    writeDigits(bytes, at, { value: candidate % values, digits: grid.cellDigits });
    return;
  }
}

function writeDigits(
  bytes: Buffer,
  at: number,
  { value, digits }: { readonly value: number; readonly digits: number },
): void {
  let left = value;
  for (let place = at + digits - 1; place >= at; place -= 1) {
    bytes[place] = ZERO + (left % 10);
    left = Math.floor(left / 10);
  }
}

/** The places of a layout row by row; plain texts, for a batch asks for them card by card. */
function placesOf(grid: Grid): readonly string[] {
  return Array.from({ length: cellCount(grid) }, (_, index) => {
    const column = String.fromCharCode(65 + (index % grid.columns));
    return `${column}${Math.floor(index / grid.columns) + 1}`;
  });
}
