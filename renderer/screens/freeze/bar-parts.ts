import type { FreezeOrderView, FreezeStackView } from "#core/contract/freeze-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { sayTarget } from "#renderer/screens/freeze/order-words.ts";
import type { Words } from "#renderer/wording/words.ts";

export const WIDTH = 1000;
/** How wide a waiting order of the whole account is drawn: it has no figure that could be to scale. */
const OPEN_WIDTH = 60;

/** A part of the bar: how wide it is, and what it says. */
export interface BarPart {
  readonly key: string;
  /** The rank of its order among those shown; 0 for what is free. */
  readonly place: number;
  readonly x: number;
  readonly width: number;
  readonly said: string;
}

/** The balance, part by part, and below it at the same scale what is still to be held (F06, F08). */
export interface Bar {
  readonly balance: readonly BarPart[];
  readonly awaited: readonly BarPart[];
}

/** A part before it has its place in the bar. */
interface Piece {
  readonly key: string;
  readonly place: number;
  /** Absent where it has no figure. */
  readonly amount: number | undefined;
  readonly said: string;
}

/** What is drawn of an account: both rows at one scale, as wide as the longer one needs. */
export function barOf(words: Words, stack: FreezeStackView): Bar {
  const balance = balancePieces(words, stack);
  const awaited = stack.orders.flatMap((order, index) => awaitedPiece(words, order, index + 1));
  const open = awaited.filter(({ amount }) => amount === undefined).length;
  const scale = Math.min(
    WIDTH / Math.max(1, sumOf(balance)),
    (WIDTH - open * OPEN_WIDTH) / Math.max(1, sumOf(awaited)),
  );
  return { balance: inRow(balance, scale), awaited: inRow(awaited, scale) };
}

function balancePieces(words: Words, { slices, orders }: FreezeStackView): readonly Piece[] {
  return slices
    .filter(({ amount }) => amount > 0)
    .map(({ order: id, amount }) => {
      const at = orders.findIndex((order) => order.id === id);
      const place = at + 1;
      const text = formatFen(amount);
      const said =
        place === 0
          ? words("freeze:stack.free", { amount: text })
          : words("freeze:stack.slice", { place, organ: orders[at]?.organ ?? "", amount: text });
      return { key: id ?? "free", place, amount, said };
    });
}

/** What an order in force does not hold yet of its target, or the whole target of one that waits. */
function awaitedPiece(words: Words, order: FreezeOrderView, place: number): readonly Piece[] {
  const { id, organ, status, rest, controlled, missing, queue } = order;
  if (status === "waiting") {
    const target =
      missing === undefined
        ? sayTarget(words, order)
        : words("freeze:stack.yuan", { amount: formatFen(missing) });
    const said = words("freeze:stack.waits", { place, organ, queue: queue ?? "", target });
    return [{ key: id, place, amount: missing, said }];
  }
  if (missing === undefined || missing === 0) return [];

  const said = words("freeze:stack.short", {
    place,
    organ,
    target: formatFen(rest),
    held: formatFen(controlled),
    missing: formatFen(missing),
  });
  return [{ key: id, place, amount: missing, said }];
}

function sumOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { amount = 0 }) => sum + amount, 0);
}

function inRow(pieces: readonly Piece[], scale: number): readonly BarPart[] {
  let x = 0;
  return pieces.map(({ key, place, amount, said }) => {
    const width = amount === undefined ? OPEN_WIDTH : amount * scale;
    const part = { key, place, x, width, said };
    x += width;
    return part;
  });
}
