import type { Account } from "#core/account/account.ts";
import { availableBalance, type Hold } from "#core/account/hold.ts";
import { cashBox, mayCredit, mayDebit, transferOf } from "#core/account/posting.ts";
import { mayUse } from "#core/card/card.ts";
import { maskPan } from "#core/card/pan.ts";
import { boxHolds, hasRoom } from "#core/commands/cash-in-box.ts";
import { checkPin } from "#core/commands/check-pin.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { presented } from "#core/commands/present-card.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { capitalAmount } from "#core/money/capital.ts";
import { type Fen, signedFen } from "#core/money/fen.ts";
import { moneyFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * 3011 现金存款: cash from anybody to an account. A loss or a debit block never stops it (L10).
 *
 * A payer may name the number of a replaced card; the money follows its account (L20).
 */
export const depositCash: Command<"3011"> = (input, context) => {
  const { books, teller, parameters } = context;
  if (input.amount === 0) return refuse({ code: "amount.zero" });
  const account = books.find("account", input.account);
  if (!account) return refuse({ code: "account.unknown" });

  const card = input.card && books.find("card", input.card);
  if (input.card && card?.account !== account.id) return refuse({ code: "card.unknown" });
  if (card?.replacedBy && !parameters.creditsFollowOldNumber) {
    return refuse({ code: "card.retain", why: "replaced" });
  }
  const holds = books.list("hold", "account", account.id);
  const may = mayCredit(account, holds);
  if (!may.ok) return may;
  const room = hasRoom(input.amount, account, context);
  if (!room.ok) return room;

  const postings = transferOf(input.amount, cashBox(teller.id), account.id);
  const after = { ...account, balance: signedFen(account.balance + input.amount) };
  const facts = [
    ...(card ? [textFact("card", maskPan(card.pan))] : []),
    ...amountFacts(input.amount, after, holds, context),
  ];
  return accept({
    level: cashLevel(input.amount, context),
    entries: [{ type: "money.posted", memo: "cash-in", postings }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};

/**
 * 3012 现金取款: cash to the holder, by card and PIN.
 *
 * Card exists, life, loss, expiry, PIN, account blocks, amount: in this order, so that a finder who
 * knows the PIN learns nothing from the answer (5.1, L15, L21).
 */
export const withdrawCash: Command<"3012"> = (input, context) => {
  const { books, teller, today } = context;
  if (input.amount === 0) return refuse({ code: "amount.zero" });
  const swipe = presented(input.swipe, context);
  if (!swipe.ok) return swipe;
  const { card, verdict } = swipe.value;
  if (verdict === "foreign") return refuse({ code: "card.foreign" });
  if (!card) return refuse({ code: "card.unknown" });
  if (verdict === "counterfeit") return refuse({ code: "card.retain", why: "counterfeit" });

  const usable = mayUse(card, today);
  if (!usable.ok) return usable;
  const account = books.find("account", input.account);
  if (!account) return refuse({ code: "account.unknown" });
  if (card.account !== account.id) return refuse({ code: "card.other-card-presented" });
  const pin = checkPin(card, input.pin, context);
  if (!pin.ok) return pin;
  const holds = books.list("hold", "account", account.id);
  const may = mayDebit(account, holds, input.amount);
  if (!may.ok) return may;
  const box = boxHolds(input.amount, context);
  if (!box.ok) return box;

  const postings = transferOf(input.amount, account.id, cashBox(teller.id));
  const after = { ...account, balance: signedFen(account.balance - input.amount) };
  const facts = [
    textFact("card", maskPan(card.pan)),
    ...amountFacts(input.amount, after, holds, context),
  ];
  return accept({
    level: cashLevel(input.amount, context),
    entries: [...pin.value, { type: "money.posted", memo: "cash-out", postings }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};

function cashLevel(amount: Fen, { parameters }: Context): "A0" | "A2" {
  return amount >= parameters.tellerAuthorisationAmount ? "A2" : "A0";
}

function amountFacts(
  amount: Fen,
  after: Account,
  holds: readonly Hold[],
  { books }: Context,
): readonly Fact[] {
  const customer = books.find("customer", after.customer);
  return [
    ...(customer ? [textFact("customer", customer.name)] : []),
    moneyFact("amount", amount),
    textFact("amountInWords", capitalAmount(amount)),
    moneyFact("balanceAfter", after.balance),
    moneyFact("availableAfter", availableBalance(after, holds)),
  ];
}
