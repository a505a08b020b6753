import type { Books } from "#core/books/books.ts";
import { dateOf, type Instant } from "#core/calendar/instant.ts";
import type { OnlineContext } from "#core/commands/online/online.ts";
import { answerDigits, type Grid } from "#core/password-card/grid.ts";
import { noSignals } from "#core/risk/signals.ts";
import type { Draw } from "#main/demonstration/draw.ts";
import { sha256 } from "#main/sha256.ts";

/**
 * What a customer of the past typed for the cells she was asked for. Nobody ever saw these cards, so
 * an answer is only right or wrong, and what was typed is kept nowhere.
 */
export function answerOf(grid: Grid, isRight: boolean): string {
  return (isRight ? "1" : "0").repeat(answerDigits(grid));
}

/** Everything a rule about a customer's own request is told in the past, but the parameters. */
export function onlineContext({
  books,
  now,
  sequence,
  draw,
}: {
  readonly books: Books;
  readonly now: Instant;
  readonly sequence: number;
  readonly draw: Draw;
}): Omit<OnlineContext, "parameters"> {
  const nonce = draw.digits(32); // Asked for or not: one past comes of one seed.
  return {
    books,
    now,
    today: dateOf(now),
    sequence,
    signals: noSignals,
    chance: draw.below,
    drawNonce: () => nonce,
    sha256,
    isRight: ({ grid }, _coordinates, typed) => typed === answerOf(grid, true),
    // Nobody of the past pays by a code of hers.
    isRightCode: () => false,
  };
}
