import type { Account } from "#core/account/account.ts";
import { mayDraw } from "#core/account/dormancy.ts";
import { isCounterOnly } from "#core/account/hold.ts";
import { transferOf } from "#core/account/posting.ts";
import { withdrawalOf } from "#core/commands/online/early-withdrawal.ts";
import type { OnlineContext } from "#core/commands/online/online.ts";
import type { Payment } from "#core/commands/online/outcome.ts";
import { type Confirmation, isSwitchedOn, type Payer } from "#core/commands/online/payer.ts";
import { type Payee, payeeHasRoom, payeeOf, reaching } from "#core/commands/payee.ts";
import type { MoneyRefusal, Refusal } from "#core/contract/refusal.ts";
import { type EBankRefusal, paidOn } from "#core/e-bank/e-bank.ts";
import type { OutgoingOrder, PaymentOrder } from "#core/e-bank/payment.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { FEN_MAX, type Fen, signedFen } from "#core/money/fen.ts";

/**
 * The later guards of a payment, in this order: its switch (P24), its amount within the limits of
 * what confirms it (P38–P40), its payee by name and then by account, and last the money.
 */
export function paymentOf(
  order: PaymentOrder,
  payer: Payer,
  { medium }: Confirmation,
  context: OnlineContext,
): Result<Payment, Refusal> {
  const on = isSwitchedOn(order, payer);
  if (!on.ok) return on;
  if (order.kind === "early-withdrawal") return withdrawalOf(order.deposit, payer, context);

  const allowed = withinLimits(order.amount, medium, payer, context);
  if (!allowed.ok) return allowed;
  const payee = payeeOfOrder(order, payer, context);
  if (!payee.ok) return payee;
  const moved = mayMove(order.amount, payer.account, payee.value, context);
  return moved.ok ? accept(outgoing(order, payer, payee.value, context)) : moved;
}

function outgoing(
  order: OutgoingOrder,
  { session, account }: Payer,
  payee: Payee,
  { today }: OnlineContext,
): Payment {
  const { customer, channel } = session;
  const { kind, amount } = order;
  const to = payeeWords(order);
  const postings = transferOf(amount, account.id, reaching(payee));
  return {
    elements: { channel, kind, payer: account.id, payee: to, amount, currency: "CNY" },
    entries: [
      { type: "money.posted", memo: `online-${kind}`, postings },
      { type: "e-bank.paid", customer, on: today, amount, kind, to },
    ],
    balanceAfter: signedFen(account.balance - amount),
  };
}

/** Who is paid, as the customer reads and confirms it: no two payees make the same words (4.2). */
export function payeeWords(order: OutgoingOrder): string {
  switch (order.kind) {
    case "transfer":
      return `${order.payeeName} ${order.payeeAccount}`;
    case "purchase":
      return order.merchant;
    case "bill":
      return `${order.biller} ${order.reference}`;
  }
}

/** A single payment and the day's total of all channels; a U盾 knows no limit (P38–P40, P09). */
function withinLimits(
  amount: Fen,
  medium: Confirmation["medium"],
  { file }: Payer,
  { today, parameters }: OnlineContext,
): Result<Fen, EBankRefusal | MoneyRefusal> {
  if (amount === 0) return refuse({ code: "amount.zero" });
  const paid = paidOn(file.bank, today);
  if (medium === "usb-key") {
    // Not a limit of the bank's: beyond it the day's total could not be written down.
    const most = FEN_MAX - paid;
    return amount <= most ? accept(amount) : refuse({ code: "amount.too-large", most });
  }

  const { single, day } = parameters.eBank.limits[medium];
  if (amount > single) return refuse({ code: "e-bank.over-single-limit", limit: single });
  return paid + amount <= day
    ? accept(amount)
    : refuse({ code: "e-bank.over-day-limit", limit: day, paid });
}

/** Where the money goes; a shop and a biller are always paid by way of clearing. */
export function payeeOfOrder(
  order: OutgoingOrder,
  { account }: Pick<Payer, "account">,
  context: OnlineContext,
): Result<Payee, Refusal> {
  if (order.kind !== "transfer") return accept("elsewhere");
  const meant = {
    number: order.payeeAccount,
    isNamed: (holder: string) => holder === order.payeeName,
    sameAccount: { code: "e-bank.same-account" },
    nameDiffers: { code: "e-bank.payee-name-differs" },
  } as const;
  return payeeOf(meant, account, context);
}

function mayMove(
  amount: Fen,
  payer: Account,
  payee: Payee,
  context: OnlineContext,
): Result<Fen, Refusal> {
  const holds = context.books.list("hold", "account", payer.id);
  if (isCounterOnly(holds)) return refuse({ code: "account.counter-only" });
  const may = mayDraw(payer, holds, amount, context);
  return may.ok ? payeeHasRoom(amount, payee, context) : may;
}
