import type { Account } from "#core/account/account.ts";
import { boxOwner, type Posting, Postings } from "#core/account/posting.ts";
import { mayCreditHere, mayTakeBackHere } from "#core/commands/as-heard.ts";
import type { Context } from "#core/commands/command.ts";
import { hasRoomFor } from "#core/commands/room.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { OwedFee } from "#core/fee/owed-fee.ts";
import type { Entry } from "#core/journal/entry.ts";
import { assert, known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { fen, signedFen } from "#core/money/fen.ts";
import { holdsAll, stockId } from "#core/voucher/stock.ts";

type Moved = Extract<Entry, { readonly type: "money.posted" }>;
type Allotted = Extract<Entry, { readonly type: "pieces.allotted" }>;
type Transferred = Extract<Entry, { readonly type: "pieces.transferred" }>;

/**
 * What stands although its posting is undone: the slip and the word for it were given, the PIN was
 * right, and an order that took effect is the organ's.
 */
const staying: readonly Entry["type"][] = [
  "authorisation.spent",
  "card.pin-passed",
  "freeze.took-effect",
  /** It had waited for a word in the queue, and was taken up by this posting (9004). */
  "request.taken-up",
  /** What was remarkable about it stays so, and is reviewed all the same (9012). */
  "risk.flagged",
  "slip.issued",
];

/**
 * The opposite of some entries of the posting `original`, if nothing that happened since depends on
 * them: the money is still there and free, the cash still in the box, the pieces still unused (C06).
 */
export function giveBack(
  entries: readonly Entry[],
  original: number,
  context: Context,
): Result<readonly Entry[], Refusal> {
  const back: Entry[] = [];
  for (const entry of entries) {
    const opposite = oppositeOf(entry, original, context);
    if (!opposite.ok) return opposite;
    back.push(...opposite.value);
  }
  return accept(back);
}

function oppositeOf(
  entry: Entry,
  original: number,
  context: Context,
): Result<readonly Entry[], Refusal> {
  if (entry.type === "money.posted") return moneyBack(entry, original, context);
  if (entry.type === "pieces.allotted") return piecesBack(entry, context);
  if (entry.type === "pieces.transferred") return piecesBackInBox(entry, context);
  if (entry.type === "fee.owed") return cancelOwed(entry.fee, context);
  if (entry.type === "fee.settled") return accept([{ type: "fee.owed-again", fee: entry.fee }]);

  assert(
    staying.includes(entry.type),
    `it is known what becomes of ${entry.type} when it is undone`,
  );
  return accept([]);
}

/** A fee that was wrong is owed no more; one that was collected or let off since has its own way (9007). */
function cancelOwed({ id }: OwedFee, { books }: Context): Result<readonly Entry[], Refusal> {
  const { status } = known(books.find("owedFee", id), "an owed fee is in the books");
  if (status !== "owed") return refuse({ code: "fee.settled", status });
  return accept([{ type: "fee.settled", fee: id, status: "cancelled" }]);
}

function moneyBack(
  { memo, postings }: Moved,
  reverses: number,
  context: Context,
): Result<readonly Entry[], Refusal> {
  const legs = postings.map(({ account, amount }) => ({ account, amount: signedFen(-amount) }));
  // What must be taken comes first: why it cannot be is the reason that matters to the counter.
  for (const leg of [...legs].sort((one, other) => one.amount - other.amount)) {
    const may = mayMove(leg, context);
    if (!may.ok) return may;
  }
  return accept([{ type: "money.posted", memo, postings: Postings.parse(legs), reverses }]);
}

/** Whether one leg of a reversal may go: out of an account or a box, or into one. */
function mayMove({ account: id, amount }: Posting, context: Context): Result<unknown, Refusal> {
  const account = context.books.find("account", id);
  if (account)
    return amount < 0 ? mayTake(account, -amount, context) : mayReturn(account, amount, context);
  if (id === "clearing") return refuse({ code: "reversal.left-the-bank" });
  const box = boxOwner(id);
  return box !== undefined && amount > 0 ? boxGives({ box, id, amount }, context) : accept(id);
}

/** What was put on an account is taken back only while it is there, and free (3.5). */
function mayTake(account: Account, amount: number, context: Context): Result<unknown, Refusal> {
  const holds = context.books.list("hold", "account", account.id);
  const may = mayTakeBackHere(account, holds, fen(amount), context);
  if (may.ok) return may;

  const { refusal } = may;
  if (refusal.code === "account.closed") return refuse({ code: "reversal.account-closed" });
  return refusal.code === "account.short"
    ? refuse({ code: "reversal.spent", available: refusal.available })
    : may;
}

function mayReturn(account: Account, amount: number, context: Context): Result<unknown, Refusal> {
  const holds = context.books.list("hold", "account", account.id);
  const may = mayCreditHere(account, holds, context);
  if (!may.ok && may.refusal.code === "account.closed") {
    return refuse({ code: "reversal.account-closed" });
  }
  return may.ok ? hasRoomFor(fen(amount), account.balance) : may;
}

/** The cash is given back out of the very box that took it, whoever keys the reversal (C01). */
function boxGives(
  { box, id, amount }: { readonly box: string; readonly id: string; readonly amount: number },
  { books }: Context,
): Result<unknown, Refusal> {
  const held = 0 - (books.find("branchBalance", id)?.balance ?? 0);
  return amount <= held ? accept(id) : refuse({ code: "reversal.box-short", box, held });
}

/**
 * Pieces go back to the vault all together, and only blank as they came. Which they were, an entry of
 * an older program does not say, and guessing would put a used piece back.
 */
function piecesBack(
  { kind, to: from, ranges = [] }: Allotted,
  { books }: Context,
): Result<readonly Entry[], Refusal> {
  if (ranges.length === 0) return refuse({ code: "reversal.stands", why: "pieces-unnamed" });
  const box = books.find("stock", stockId(kind, from))?.ranges ?? [];
  const gone = ranges.find((range) => !holdsAll(box, [range]));
  if (gone) return refuse({ code: "reversal.pieces-gone", ...gone });
  return accept([{ type: "pieces.returned", kind, from, ranges }]);
}

/** What was handed in by mistake comes back out of the vault, while it is all there (V07). */
function piecesBackInBox(
  { kind, from, to, ranges }: Transferred,
  { books }: Context,
): Result<readonly Entry[], Refusal> {
  const held = books.find("stock", stockId(kind, to))?.ranges ?? [];
  const gone = ranges.find((range) => !holdsAll(held, [range]));
  if (gone) return refuse({ code: "reversal.pieces-gone", ...gone });
  return accept([{ type: "pieces.transferred", kind, from: to, to: from, ranges, undoes: true }]);
}
