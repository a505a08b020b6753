import type { Account } from "#core/account/account.ts";
import { isJudiciallyFrozen } from "#core/account/hold.ts";
import { interestOn } from "#core/account/interest.ts";
import { cashBox, transferOf } from "#core/account/posting.ts";
import { type Card, isCurrent } from "#core/card/card.ts";
import { maskPan } from "#core/card/pan.ts";
import { type CardFile, fileFacts } from "#core/commands/card-file.ts";
import { boxHolds } from "#core/commands/cash-in-box.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { endServices } from "#core/commands/end-services.ts";
import { holderCollects } from "#core/commands/holder-collects.ts";
import { identityFacts } from "#core/commands/identify.ts";
import { voidOrders } from "#core/commands/void-orders.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { isOpenOn } from "#core/loss/collection.ts";
import type { LossCase } from "#core/loss/loss-case.ts";
import { type Fen, fen } from "#core/money/fen.ts";
import { moneyFact, termFact, textFact } from "#core/slip/facts.ts";

/**
 * 4008 挂失销户: instead of a new card the holder takes balance and interest in cash (T11).
 *
 * The sum is part of the request, so that what was approved is what is paid: money that came in
 * meanwhile makes it another request. The guards of collection (L11), and nothing else may hold the account: a freeze by an organ of
 * the state bars it altogether (T15), and so does any other hold or case.
 */
export const closeAccountAfterLoss: Command<"4008"> = (input, context) => {
  const collected = holderCollects({ ...input, kinds: ["card", "both"] }, context);
  if (!collected.ok) return collected;
  const { lossCase, file } = collected.value;
  const { account, customer } = file;
  const free = nothingElseHolds(lossCase, file, context);
  if (!free.ok) return free;

  const interest = interestOn(account, context.today);
  const payout = fen(account.balance + interest);
  if (input.payout !== payout) return refuse({ code: "loss.payout-differs", payout });
  const box = boxHolds(payout, context);
  if (!box.ok) return box;

  const ended = endMedia(account, context);
  const facts = [
    textFact("lossCase", lossCase.number),
    ...fileFacts(file),
    ...otherCards(file, context).map(({ pan }) => textFact("cancelledCard", maskPan(pan))),
    ...identityFacts(customer, input.identity),
    moneyFact("balanceAfter", fen(0)),
    moneyFact("interest", interest),
    moneyFact("payout", payout),
    textFact("slip", input.slip),
    termFact("note", "note.account-closed"),
    ...ended.facts,
    termFact("note", "note.hold-ends"),
  ];
  return accept({
    level: "A2",
    entries: [
      ...payOut(account.id, interest, payout, cashBox(context.teller.id)),
      ...ended.entries,
      { type: "hold.lifted", hold: lossCase.hold },
      { type: "account.closed", account: account.id },
      { type: "loss.closed", lossCase: lossCase.number, outcome: "closed-account" },
      { type: "slip.voided", slip: input.slip },
    ],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};

function nothingElseHolds(
  lossCase: LossCase,
  { account, holds }: CardFile,
  { books, today }: Context,
): Result<LossCase, Refusal> {
  if (isJudiciallyFrozen(holds)) return refuse({ code: "account.judicial-freeze" });
  if (holds.some((hold) => hold.status === "active" && hold.id !== lossCase.hold)) {
    return refuse({ code: "account.debit-blocked" });
  }
  const other = books
    .list("lossCase", "account", account.id)
    .find((open) => open.number !== lossCase.number && isOpenOn(open, today));
  return other
    ? refuse({ code: "loss.already-reported", lossCase: other.number })
    : accept(lossCase);
}

function payOut(account: string, interest: Fen, payout: Fen, box: string): readonly Entry[] {
  const entries: Entry[] = [];
  if (interest > 0) {
    const postings = transferOf(interest, "interest-paid", account);
    entries.push({ type: "money.posted", memo: "interest", postings });
  }
  if (payout > 0) {
    const postings = transferOf(payout, account, box);
    entries.push({ type: "money.posted", memo: "payout", postings });
  }
  return entries;
}

/** The account's other cards, which end with it: whoever agrees to the closing must see them. */
function otherCards({ card, account }: CardFile, { books }: Context): readonly Card[] {
  return books
    .list("card", "account", account.id)
    .filter((other) => other.id !== card.id && isCurrent(other));
}

/** Every card of the account ends with it, with every order and every relation of the cards. */
function endMedia({ id, customer }: Account, context: Context): ReturnType<typeof endServices> {
  const { books } = context;
  const cards = books.list("card", "account", id).filter(isCurrent);
  const relations = cards
    .flatMap((card) => books.list("relation", "card", card.id))
    .filter(({ status }) => status === "active");
  const services = endServices(relations, customer, context);
  return {
    entries: [
      ...cards.flatMap((card) => voidOrders(card, context)),
      ...cards.map((card) => ({ type: "card.cancelled", card: card.id }) as const),
      ...services.entries,
    ],
    facts: services.facts,
  };
}
