import type { Account, AccountId } from "#core/account/account.ts";
import { isOfDormancy, sleeps } from "#core/account/dormancy.ts";
import { isCounterOnly, isJudiciallyFrozen } from "#core/account/hold.ts";
import { interestOn } from "#core/account/interest.ts";
import { isMatured } from "#core/account/maturity.ts";
import { mayCredit, transferOf } from "#core/account/posting.ts";
import type { OnlineContext } from "#core/commands/online/online.ts";
import type { Payment } from "#core/commands/online/outcome.ts";
import type { Payer } from "#core/commands/online/payer.ts";
import { hasRoomFor } from "#core/commands/room.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Fen, fen, signedFen } from "#core/money/fen.ts";

/**
 * 定期存款提前支取 (P07): a time deposit is drawn whole before its day, with interest at the demand
 * rate, into the account behind the registered card.
 *
 * It is money of one's own, so no limit counts it. The sum is bound by the challenge: on another day
 * it bears other interest, and that is another payment. On its day of maturity and after it a
 * deposit is not drawn early any more.
 */
export function withdrawalOf(
  id: AccountId,
  { session, account }: Payer,
  context: OnlineContext,
): Result<Payment, Refusal> {
  const { books, today } = context;
  const found = depositOf(id, session.customer, context);
  if (!found.ok) return found;
  const deposit = found.value;
  if (deposit.id === account.id) return refuse({ code: "e-bank.same-account" });
  const principal = fen(Math.max(0, deposit.balance));
  const interest = interestOn(deposit, today);
  const payout = fen(principal + interest);
  if (payout === 0) return refuse({ code: "amount.zero" });

  const may = mayCredit(account, books.list("hold", "account", account.id));
  if (!may.ok) return may;
  const room = hasRoomFor(payout, account.balance);
  if (!room.ok) return room;

  const { channel } = session;
  return accept({
    elements: {
      channel,
      kind: "early-withdrawal",
      payer: deposit.id,
      payee: account.number,
      amount: payout,
      currency: "CNY",
    },
    drawn: { principal, interest },
    entries: drawWhole(deposit, { interest, payout, to: account }),
    balanceAfter: signedFen(account.balance + payout),
  });
}

/** The customer's own time deposit, before its day, with nothing that holds it. */
function depositOf(
  id: AccountId,
  customer: Account["customer"],
  context: OnlineContext,
): Result<Account, Refusal> {
  const { books, today } = context;
  const deposit = books.find("account", id);
  // Somebody else's deposit is answered like none, so that nobody learns that it is there.
  if (deposit?.customer !== customer || deposit.product !== "time-deposit") {
    return refuse({ code: "e-bank.deposit-unknown" });
  }
  if (deposit.life === "closed") return refuse({ code: "account.closed" });
  if (isMatured(deposit, today)) return refuse({ code: "e-bank.deposit-matured" });

  const holds = books
    .list("hold", "account", deposit.id)
    .filter(({ status }) => status === "active");
  if (isJudiciallyFrozen(holds)) return refuse({ code: "account.judicial-freeze" });
  if (isCounterOnly(holds)) return refuse({ code: "account.counter-only" });
  if (holds.some((hold) => !isOfDormancy(hold))) return refuse({ code: "account.debit-blocked" });
  return sleeps(deposit, holds, context) ? refuse({ code: "account.dormant" }) : accept(deposit);
}

function drawWhole(
  deposit: Account,
  { interest, payout, to }: { readonly interest: Fen; readonly payout: Fen; readonly to: Account },
): readonly Entry[] {
  const drawn: readonly Entry[] = [
    {
      type: "money.posted",
      memo: "online-early-withdrawal",
      postings: transferOf(payout, deposit.id, to.id),
    },
    { type: "account.closed", account: deposit.id },
  ];
  if (interest === 0) return drawn;

  const postings = transferOf(interest, "interest-paid", deposit.id);
  return [{ type: "money.posted", memo: "interest", postings }, ...drawn];
}
