import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { BatchRefusal, PasswordCardBatch } from "#core/password-card/batch.ts";
import { piecesIn, type Serial, type SerialRange, serialAfter } from "#core/voucher/stock.ts";

/** Printed cards of one batch that came back from the shop: what is good, and what is spoiled. */
export interface Delivery {
  readonly batch: string;
  /** Ascending and apart from each other. */
  readonly good: readonly SerialRange[];
  readonly spoiled: readonly Serial[];
}

/** What the shop says of a piece. */
export type PieceState = "good" | "spoiled";

/** A delivery may have so many runs of good pieces, and as many spoiled ones: one posting's worth. */
const DELIVERY_RUNS_MAX = 1000;

/** 清点单: a box to tick for every piece of a batch, those that came earlier ticked beforehand. */
export interface Tally {
  readonly batch: PasswordCardBatch;
  readonly ticks: Uint8Array;
}

const TICK = { none: 0, earlier: 1, good: 2, spoiled: 3 } as const;

/** The tally of a batch before the first piece of a delivery is counted. */
export function openTally(batch: PasswordCardBatch): Tally {
  const ticks = new Uint8Array(piecesIn([batch]));
  for (const range of batch.delivered) {
    ticks.fill(TICK.earlier, placeOf(range.first, batch), placeOf(range.last, batch) + 1);
  }
  return { batch, ticks };
}

/**
 * Ticks a run of pieces. Refuses a piece of no such batch, and one that is ticked already, in this
 * delivery or in an earlier one.
 */
export function tick(
  { batch, ticks }: Tally,
  { first, last }: SerialRange,
  state: PieceState,
): Result<"ticked", BatchRefusal> {
  if (first < batch.first || batch.last < first) {
    return refuse({ code: "delivery.foreign", serial: first });
  }
  if (batch.last < last) {
    return refuse({ code: "delivery.foreign", serial: serialAfter(batch.last, 1) });
  }

  const from = placeOf(first, batch);
  const end = placeOf(last, batch) + 1;
  const again = ticks.subarray(from, end).findIndex((before) => before !== TICK.none);
  if (again >= 0) return refuse({ code: "delivery.duplicate", serial: serialAfter(first, again) });

  ticks.fill(TICK[state], from, end);
  return accept("ticked");
}

/** Counts a delivery over again, on the tally of its batch as the books have it now. */
export function counted(
  { good, spoiled }: Pick<Delivery, "good" | "spoiled">,
  batch: PasswordCardBatch,
): Result<Delivery, BatchRefusal> {
  const tally = openTally(batch);
  const rows = [
    ...good.map((range) => ({ range, state: "good" }) as const),
    ...spoiled.map(
      (serial) => ({ range: { first: serial, last: serial }, state: "spoiled" }) as const,
    ),
  ];
  for (const { range, state } of rows) {
    const ticked = tick(tally, range, state);
    if (!ticked.ok) return ticked;
  }
  return countedOn(tally);
}

/** What a tally has counted in the end. Refuses nothing at all, and more than one posting holds. */
export function countedOn({ batch, ticks }: Tally): Result<Delivery, BatchRefusal> {
  const good: SerialRange[] = [];
  const spoiled: Serial[] = [];
  for (let place = 0; place < ticks.length; place += 1) {
    if (ticks[place] === TICK.spoiled) spoiled.push(serialAfter(batch.first, place));
    if (ticks[place] !== TICK.good) continue;

    const first = place;
    while (ticks[place + 1] === TICK.good) place += 1;
    good.push({
      first: serialAfter(batch.first, first),
      last: serialAfter(batch.first, place),
    });
  }

  if (good.length + spoiled.length === 0) return refuse({ code: "delivery.empty" });
  return Math.max(good.length, spoiled.length) <= DELIVERY_RUNS_MAX
    ? accept({ batch: batch.id, good, spoiled })
    : refuse({ code: "delivery.too-scattered", most: DELIVERY_RUNS_MAX });
}

function placeOf(serial: Serial, { first }: PasswordCardBatch): number {
  return Number(serial) - Number(first);
}
