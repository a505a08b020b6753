import type { TransactionRequest } from "#core/contract/transactions.ts";
import type { EBankSwitch } from "#core/e-bank/e-bank.ts";
import type { ReissueReason } from "#core/password-card/password-card.ts";
import type { When } from "#main/demonstration/loss-steps.ts";
import {
  type Counter,
  type Happening,
  shown,
  swipeOf,
  type Visitor,
  visit,
} from "#main/demonstration/visit.ts";

/** A visit at which everything lies on the counter: registered card, PIN, and a new password. */
function atRegisteredCard(
  { number, date }: When,
  counter: Counter,
  ask: (visitor: Visitor) => TransactionRequest,
): Happening {
  // Some minutes after the hour of the number, when its owner may move cash.
  return visit({ number, date, minute: 5 }, counter, ask, ({ card, pin, bankPassword }) => ({
    [shown.swipe]: swipeOf(card, "current"),
    [shown.pin]: pin,
    [shown.bankPassword]: bankPassword,
  }));
}

const registered = ({ card, identity }: Visitor) =>
  ({ card: card.id, swipe: shown.swipe, identity, signed: true }) as const;
const checked = { wrapper: true, film: true } as const;

/** 5001: a password card, and with `opens` the internet bank in the same visit (P32). */
export function issuePasswordCard(
  when: When,
  counter: Counter,
  { opens }: { readonly opens: boolean },
): Happening {
  return atRegisteredCard(when, counter, (visitor) => ({
    code: "5001",
    input: {
      ...registered(visitor),
      pin: shown.pin,
      serial: visitor.nextPiece("password-card"),
      checked,
      ...(opens ? { open: { password: shown.bankPassword } } : {}),
      fee: "cash",
    },
  }));
}

/** 5002: another password card for the one that is not given back. */
export function reissuePasswordCard(
  when: When,
  counter: Counter,
  reason: ReissueReason,
): Happening {
  return atRegisteredCard(when, counter, (visitor) => ({
    code: "5002",
    input: {
      ...registered(visitor),
      passwordCard: visitor.passwordCard().id,
      reason,
      returned: false,
      serial: visitor.nextPiece("password-card"),
      checked,
      fee: "cash",
    },
  }));
}

/** 5007: a switch is closed by whoever holds the document (P24). */
export function closeSwitch(when: When, counter: Counter, which: EBankSwitch): Happening {
  return atRegisteredCard(when, counter, ({ customer, identity }) => ({
    code: "5007",
    input: { customer: customer.id, document: identity.document, which },
  }));
}

/** 5009: a U盾, which voids the password card (P31). */
export function issueUsbKey(when: When, counter: Counter): Happening {
  return atRegisteredCard(when, counter, (visitor) => ({
    code: "5009",
    input: {
      ...registered(visitor),
      action: "issue",
      pin: shown.pin,
      serial: visitor.nextPiece("usb-key"),
      fee: "cash",
    },
  }));
}

/** 5010: the WAP bank beside the internet bank (P09). */
export function openWapBank(when: When, counter: Counter): Happening {
  return atRegisteredCard(when, counter, (visitor) => ({
    code: "5010",
    input: {
      ...registered(visitor),
      action: "open",
      pin: shown.pin,
      password: shown.bankPassword,
    },
  }));
}
