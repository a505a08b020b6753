import { boxOwner } from "#core/account/posting.ts";
import { BoxId, type CashRefusal, whyNotMoved } from "#core/cash/box.ts";
import type { Context, Decision } from "#core/commands/command.ts";
import type { TransactionCode, TransactionRequest } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** What always moves money or pieces of the own box: told before anything else is looked at. */
const movesOwnBox: readonly TransactionCode[] = ["1102", "3011", "3012", "3013", "8001", "8002"];

/** What is done to boxes themselves; their rules say when they may be (1101, 1103, 1104). */
const worksOnBoxes: readonly TransactionCode[] = ["1101", "1103", "1104"];

/** No money and no piece is moved by a teller whose box is not open (5.6). */
export function boxRefusal(
  { code }: TransactionRequest,
  { books, teller }: Context,
): CashRefusal | undefined {
  return movesOwnBox.includes(code) ? whyNotMoved(books, teller.id) : undefined;
}

/**
 * Whatever a decision moves, each box it moves something in or out of is open, be it another teller's
 * (5.6): a reversal gives cash back out of the box that took it.
 */
export function boxesOpen(
  decision: Decision,
  { code }: TransactionRequest,
  { books, teller }: Context,
): Result<Decision, CashRefusal> {
  if (worksOnBoxes.includes(code)) return accept(decision);
  const isByTeller = teller.role === "teller" && code !== "1106";
  for (const entry of decision.entries) {
    const own = entry.type === "money.posted" && isByTeller ? [teller.id] : [];
    for (const box of [...own, ...boxesIn(entry)]) {
      const shut = whyNotMoved(books, box);
      if (shut) return refuse(shut);
    }
  }
  return accept(decision);
}

/** The boxes that an entry takes something out of or puts something into. */
function boxesIn(entry: Entry): readonly BoxId[] {
  switch (entry.type) {
    case "money.posted":
      return entry.postings.flatMap(({ account }) => BoxId.safeParse(boxOwner(account)).data ?? []);
    case "piece.taken":
      return [entry.piece.teller];
    case "pieces.allotted":
      return [entry.to];
    case "pieces.returned":
    case "pieces.voided":
      return boxesOf(entry.from);
    case "pieces.transferred":
      return [...boxesOf(entry.from), ...boxesOf(entry.to)];
    default:
      return [];
  }
}

/** The vault keeps its pieces apart from its cash: what is wrong with one stops the other not. */
function boxesOf(hand: BoxId): readonly BoxId[] {
  return hand === "vault" ? [] : [hand];
}
