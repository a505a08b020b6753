import { randomBytes } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { BatchToMake } from "#core/commands/command.ts";
import type { PasswordCardBatch } from "#core/password-card/batch.ts";
import { serialAfter } from "#core/voucher/stock.ts";
import {
  type BatchPart,
  headingOf,
  type Making,
  partsOf,
  rowBytes,
  sealPart,
  writeRow,
} from "#main/password-card/batch-part.ts";
import type { Cells } from "#main/password-card/cells.ts";
import type { PartFile } from "#main/password-card/part-file.ts";
import { fileName } from "#main/password-card/shop-folder.ts";
import type { OpenShopKey } from "#main/password-card/shop-key.ts";

/** The longest that the making goes on before everybody else at the counter has their turn, in ms. */
const TURN_MS = 10;

/** What making a batch's file needs. */
export interface MakingParts {
  readonly cells: Cells;
  readonly key: OpenShopKey;
  readonly file: PartFile;
  /** A stopwatch in ms. */
  readonly now: () => number;
  readonly isCalledOff: () => boolean;
  readonly onProgress: (done: number) => void;
}

/**
 * Makes what the printer's shop gets of a batch: a line of text for each part of it, every one
 * encrypted for the shop, durable when this returns. Answers the batch with its file, or nothing
 * where it was called off; then, as after a failure, the file is the caller's to take away.
 *
 * The cells of one part at a time are in memory in clear and are overwritten before the next; what
 * Node copied of them on the way, and text it has not collected yet, is beyond our reach.
 */
export async function makeBatchFile(
  batch: BatchToMake["batch"],
  parts: MakingParts,
): Promise<PasswordCardBatch | undefined> {
  const { key, file, onProgress } = parts;
  const making: Making = { batch, key, mark: randomBytes(16).toString("hex") };
  const fillRows = rowFiller(batch, parts);

  let done = 0;
  for (const part of partsOf(batch)) {
    const heading = part.number === 1 ? Buffer.from(headingOf(batch.grid), "latin1") : Buffer.of();
    const rows = Buffer.alloc(heading.length + part.cards * rowBytes(batch.grid));
    heading.copy(rows);
    try {
      if (!(await fillRows(rows, heading.length, part))) return undefined;
      file.add(await sealPart(rows, part, making));
    } finally {
      rows.fill(0);
    }
    done += part.cards;
    onProgress(done);
  }
  if (parts.isCalledOff()) return undefined;

  const sha256 = file.finish();
  return { ...batch, file: { name: fileName(batch, sha256), sha256, shopKey: key.thumbprint } };
}

/** Fills a part with its cards, and lets others have their turn meanwhile; false if called off. */
function rowFiller(
  { grid, version }: BatchToMake["batch"],
  { cells, now, isCalledOff }: MakingParts,
): (rows: Buffer, start: number, part: BatchPart) => Promise<boolean> {
  let since = now();
  return async (rows, start, { first, cards }) => {
    for (let card = 0; card < cards; card += 1) {
      if (now() - since >= TURN_MS) {
        await turn();
        since = now();
      }
      if (isCalledOff()) return false;
      const serial = serialAfter(first, card);
      const digits = cells.allOf({ serial, version, grid });
      const at = start + card * rowBytes(grid);
      writeRow(rows, at, { serial, digits, cellDigits: grid.cellDigits });
    }
    return true;
  };
}
