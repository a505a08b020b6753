import { CompactEncrypt } from "jose";
import type { BatchToMake } from "#core/commands/command.ts";
import { coordinatesOf, type Grid } from "#core/password-card/grid.ts";
import { piecesIn, type Serial, serialAfter } from "#core/voucher/stock.ts";
import type { OpenShopKey } from "#main/password-card/shop-key.ts";

/** So many bytes of a batch are in clear at a time; less of it would cost more keys than cards. */
const PART_BYTES = 128 * 1024;

const SERIAL_DIGITS = 12;

/** A run of cards that is encrypted in one piece. The parts of a batch are numbered from 1. */
export interface BatchPart {
  readonly number: number;
  readonly of: number;
  readonly first: Serial;
  readonly cards: number;
}

/** One making of a batch: two files of the same cards must not be put together. */
export interface Making {
  readonly batch: BatchToMake["batch"];
  readonly key: OpenShopKey;
  /** Drawn at random for each making. */
  readonly mark: string;
}

/** The parts of a batch, in order. */
export function partsOf({ first, last, grid }: BatchToMake["batch"]): readonly BatchPart[] {
  const total = piecesIn([{ first, last }]);
  const cards = Math.max(1, Math.floor(PART_BYTES / rowBytes(grid)));
  const of = Math.ceil(total / cards);
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    first: serialAfter(first, index * cards),
    cards: Math.min(cards, total - index * cards),
  }));
}

/**
 * A part as JWE Compact Serialization (RFC 7516), encrypted with ECDH-ES on P-256 and A256GCM.
 *
 * Each part is whole in itself, so that no more than one is ever in memory; what says where it
 * belongs stands in its protected header, so that none can be left out, doubled or swapped.
 */
export function sealPart(
  rows: Uint8Array,
  { number, of }: BatchPart,
  { batch: { id, first, last }, key, mark }: Making,
): Promise<string> {
  return new CompactEncrypt(rows)
    .setProtectedHeader({
      alg: "ECDH-ES",
      enc: "A256GCM",
      cty: "text/csv",
      kid: key.thumbprint,
      guitai: { batch: id, first, last, making: mark, part: number, parts: of },
    })
    .encrypt(key.publicKey);
}

/** The first line of what the shop reads: `serial,A1,B1` and so on, row by row. */
export function headingOf(grid: Grid): string {
  return `${["serial", ...coordinatesOf(grid)].join(",")}\n`;
}

/** How long the line of one card is: its serial, its cells, a comma before each, and the end. */
export function rowBytes({ columns, rows, cellDigits }: Grid): number {
  return SERIAL_DIGITS + columns * rows * (1 + cellDigits) + 1;
}

/** Writes the line of one card; `digits` are all its cells, joined. */
export function writeRow(
  into: Buffer,
  at: number,
  {
    serial,
    digits,
    cellDigits,
  }: {
    readonly serial: Serial;
    readonly digits: string;
    readonly cellDigits: number;
  },
): void {
  let place = at + into.write(serial, at, "latin1");
  for (let digit = 0; digit < digits.length; digit += 1) {
    if (digit % cellDigits === 0) {
      into[place] = COMMA;
      place += 1;
    }
    into[place] = digits.charCodeAt(digit);
    place += 1;
  }
  into[place] = LINE_END;
}

const COMMA = ",".charCodeAt(0);
const LINE_END = "\n".charCodeAt(0);
