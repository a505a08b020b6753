import type { Account } from "#core/account/account.ts";
import { type Card, mayUse } from "#core/card/card.ts";
import { mayDrawHere } from "#core/commands/as-heard.ts";
import { checkPin } from "#core/commands/check-pin.ts";
import type { Context, Refused } from "#core/commands/command.ts";
import { presented } from "#core/commands/present-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { EvidenceRef } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { capitalAmount } from "#core/money/capital.ts";
import type { Fen } from "#core/money/fen.ts";
import { moneyFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** What the holder draws, and what is on the counter for it. */
export interface Drawing {
  readonly account: Account["id"];
  readonly amount: Fen;
  readonly swipe: EvidenceRef;
  readonly pin: EvidenceRef;
}

/** A drawing that nothing stands in the way of, and what its right PIN brings about. */
export interface Drawn {
  readonly card: Card;
  readonly account: Account;
  readonly entries: readonly Entry[];
}

/**
 * The guards before money leaves an account by card and PIN (3012, 3013).
 *
 * Card exists, life, loss, expiry, PIN, account blocks, amount: in this order, so that a finder who
 * knows the PIN learns nothing from the answer (5.1, L15, L21).
 */
export function drawByCard(drawing: Drawing, context: Context): Result<Drawn, Refusal> | Refused {
  const { books, today } = context;
  if (drawing.amount === 0) return refuse({ code: "amount.zero" });
  const swipe = presented(drawing.swipe, context);
  if (!swipe.ok) return swipe;
  const { card, verdict } = swipe.value;
  if (verdict === "foreign") return refuse({ code: "card.foreign" });
  if (!card) return refuse({ code: "card.unknown" });
  if (verdict === "counterfeit") return refuse({ code: "card.retain", why: "counterfeit" });

  const usable = mayUse(card, today);
  if (!usable.ok) return usable;
  const account = books.find("account", drawing.account);
  if (!account) return refuse({ code: "account.unknown" });
  if (card.account !== account.id) return refuse({ code: "card.other-card-presented" });
  const pin = checkPin(card, drawing.pin, context);
  if (!pin.ok) return pin;
  const holds = books.list("hold", "account", account.id);
  const may = mayDrawHere(account, holds, drawing.amount, context);
  return may.ok ? accept({ card, account, entries: pin.value }) : may;
}

/** From this amount on a teller does not move money alone (D05). */
export function amountLevel(amount: Fen, { parameters }: Context): "A0" | "A2" {
  return amount >= parameters.tellerAuthorisationAmount ? "A2" : "A0";
}

/**
 * The lines about an amount that was moved, and the account as it is `after` that.
 *
 * What is available is on no customer's slip, whoever asks for it: beside the balance it would tell
 * to the fen what an order holds, and a slip without it that there is one (U07).
 */
export function amountFacts(
  amount: Fen,
  after: Pick<Account, "customer" | "balance">,
  { books }: Context,
): readonly Fact[] {
  const customer = books.find("customer", after.customer);
  return [
    ...(customer ? [textFact("customer", customer.name)] : []),
    moneyFact("amount", amount),
    textFact("amountInWords", capitalAmount(amount)),
    moneyFact("balanceAfter", after.balance),
  ];
}
