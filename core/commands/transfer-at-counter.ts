import { maskAccountNumber } from "#core/account/account-number.ts";
import { transferOf } from "#core/account/posting.ts";
import { maskPan } from "#core/card/pan.ts";
import type { Command } from "#core/commands/command.ts";
import { amountFacts, amountLevel, drawByCard } from "#core/commands/draw-by-card.ts";
import { payeeHasRoom, payeeOf, reaching } from "#core/commands/payee.ts";
import { accept } from "#core/kernel/result.ts";
import { signedFen } from "#core/money/fen.ts";
import { textFact } from "#core/slip/facts.ts";

/**
 * 3013 转账: money from the account behind the card to another one of ours, or on its way to another
 * bank. It leaves by card and PIN as cash does, in the same order of guards (5.1).
 *
 * Of ours the payee's name must agree. A 非柜面 hold does not stop it: this is the counter (3.5).
 */
export const transferAtCounter: Command<"3013"> = (input, context) => {
  const drawn = drawByCard(input, context);
  if (!drawn.ok) return drawn;
  const { card, account, entries } = drawn.value;
  const meant = {
    number: input.payeeAccount,
    isNamed: (holder: string) => holder === input.payeeName,
    sameAccount: { code: "transfer.same-account" },
    nameDiffers: { code: "transfer.payee-name-differs" },
  } as const;
  const payee = payeeOf(meant, account, context);
  if (!payee.ok) return payee;
  const room = payeeHasRoom(input.amount, payee.value, context);
  if (!room.ok) return room;

  const postings = transferOf(input.amount, account.id, reaching(payee.value));
  const after = { ...account, balance: signedFen(account.balance - input.amount) };
  const facts = [
    textFact("card", maskPan(card.pan)),
    textFact("payee", input.payeeName),
    textFact("payeeAccount", maskAccountNumber(input.payeeAccount)),
    ...amountFacts(input.amount, after, context),
  ];
  return accept({
    level: amountLevel(input.amount, context),
    entries: [...entries, { type: "money.posted", memo: "transfer", postings }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};
