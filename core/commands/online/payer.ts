import type { Account } from "#core/account/account.ts";
import { type EBankFile, eBankFileOf } from "#core/commands/e-bank-file.ts";
import type { OnlineContext, OnlineSession } from "#core/commands/online/online.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { EBankRefusal } from "#core/e-bank/e-bank.ts";
import { gateOf, type PaymentOrder, switchOf } from "#core/e-bank/payment.ts";
import { known, unreachable } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import {
  isPastValidity,
  lockOn,
  type PasswordCard,
  type PasswordCardRefusal,
} from "#core/password-card/password-card.ts";
import { countAskable } from "#core/password-card/wear.ts";

/** The customer who pays, and the account behind her registered card (注册卡). */
export interface Payer {
  readonly session: OnlineSession;
  readonly file: EBankFile;
  readonly account: Account;
}

/**
 * The first guards of a payment: the channel is open, it carries this kind, and the registered card
 * is in use, not reported lost, and of no time deposit. A shop's page takes purchases only.
 */
export function payerOf(
  session: OnlineSession,
  { kind }: Pick<PaymentOrder, "kind">,
  { books }: Pick<OnlineContext, "books">,
): Result<Payer, EBankRefusal> {
  const file = eBankFileOf(session.customer, books);
  const gate = gateOf(session.channel);
  const relation = file.open[gate];
  if (!relation) return refuse({ code: "e-bank.not-open", channel: gate });
  if (session.channel === "shop" && kind !== "purchase") {
    return refuse({ code: "e-bank.not-in-channel" });
  }
  const card = known(books.find("card", relation.card), "a channel hangs on a card");
  if (card.life !== "active" || card.loss !== "none") {
    return refuse({ code: "e-bank.card-not-usable" });
  }

  const account = known(books.find("account", card.account), "a card has an account");
  return account.product === "time-deposit"
    ? refuse({ code: "e-bank.card-not-usable" })
    : accept({ session, file, account });
}

/** What a payment is confirmed with: cells of a password card, or the customer's own word. */
export type Confirmation =
  | { readonly medium: "card"; readonly card: PasswordCard }
  | { readonly medium: "static" | "usb-key" };

/**
 * What confirms this order (P38–P40): a U盾 by a press, a card in working order by a challenge. The
 * login password alone carries small purchases and bills, never money to others or out of a deposit
 * (P06, P07).
 */
export function confirmationOf(
  { kind }: Pick<PaymentOrder, "kind">,
  { file }: Payer,
  context: Pick<OnlineContext, "today" | "parameters">,
): Result<Confirmation, Refusal> {
  switch (file.medium) {
    case "usb-key":
      return accept({ medium: "usb-key" });
    case "card": {
      const card = known(file.passwordCard, "a card is the medium only where there is one");
      const ready = readyCard(card, context);
      return ready.ok ? accept({ medium: "card", card: ready.value }) : ready;
    }
    case "static":
      return kind === "transfer" || kind === "early-withdrawal"
        ? refuse({ code: "e-bank.medium-needed" })
        : accept({ medium: "static" });
    case "none":
      return refuse({ code: "e-bank.medium-needed" });
    default:
      return unreachable(file.medium);
  }
}

/** Whether the function that carries this kind of order was left on by the customer (P24). */
export function isSwitchedOn(
  order: Pick<PaymentOrder, "kind">,
  { file }: Payer,
): Result<"on", EBankRefusal> {
  const which = switchOf(order);
  return which && !file.bank.switches[which]
    ? refuse({ code: "e-bank.switch-closed", which })
    : accept("on");
}

/**
 * Why a customer can order nothing of this kind now, whatever its amount and whoever its payee: the
 * guards that come before those of a payment, in their order. Undefined where she can.
 */
export function whyNoSuchOrder(
  kind: PaymentOrder["kind"],
  session: OnlineSession,
  context: Pick<OnlineContext, "books" | "today" | "parameters">,
): Refusal | undefined {
  const payer = payerOf(session, { kind }, context);
  if (!payer.ok) return payer.refusal;
  const confirmation = confirmationOf({ kind }, payer.value, context);
  if (!confirmation.ok) return confirmation.refusal;
  const on = isSwitchedOn({ kind }, payer.value);
  return on.ok ? undefined : on.refusal;
}

/** Whether the card can be asked today: life, validity, then locks, one for all channels (P09, P30). */
function readyCard(
  card: PasswordCard,
  { today, parameters }: Pick<OnlineContext, "today" | "parameters">,
): Result<PasswordCard, PasswordCardRefusal> {
  switch (card.life) {
    case "issued-inactive":
      return refuse({ code: "password-card.not-activated" });
    case "exhausted":
      return refuse({ code: "password-card.exhausted" });
    case "void":
      return refuse({ code: "password-card.void" });
    case "active":
      break;
  }
  if (countAskable(card, parameters.passwordCard) < card.grid.challengeSize) {
    return refuse({ code: "password-card.exhausted" });
  }
  const { expiresOn } = card;
  if (expiresOn !== undefined && isPastValidity(card, today)) {
    return refuse({ code: "password-card.expired", expiresOn });
  }
  switch (lockOn(card, today)) {
    case "hard":
      return refuse({ code: "password-card.locked" });
    case "day":
      return refuse({ code: "password-card.locked-today" });
    case "none":
      return accept(card);
  }
}
