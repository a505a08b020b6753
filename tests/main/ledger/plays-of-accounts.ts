import type { Entry } from "#core/journal/entry.ts";
import { account, card, customer, FIRST_INSTANT, lossCase, phoneNumber } from "./invented.ts";
import { on, type Play } from "./scene.ts";

type Played = Extract<
  Entry["type"],
  | `customer.registered`
  | `customer.phone-changed`
  | `account.${string}`
  | `money.${string}`
  | `hold.${string}`
  | `card.${string}`
  | `loss.${string}`
>;

/** How the entries about accounts, cards and their loss can come about. */
export const playsOfAccounts: { readonly [T in Played]: Play<T> } = {
  "customer.registered": ({ fresh }) => ({
    type: "customer.registered",
    customer: customer(fresh),
  }),
  "customer.phone-changed": ({ any, fresh }) =>
    on(any("customer"), ({ id }) => ({
      type: "customer.phone-changed",
      customer: id,
      phone: phoneNumber(fresh),
      at: FIRST_INSTANT,
    })),
  "account.opened": ({ any, fresh }) =>
    on(any("customer"), ({ id }) => ({ type: "account.opened", account: account(fresh, id) })),
  "account.closed": ({ any }) =>
    on(any("account"), ({ id }) => ({ type: "account.closed", account: id })),
  "account.activated": ({ any }) =>
    on(any("account"), ({ id }) => ({ type: "account.activated", account: id })),
  "money.posted": ({ any, amount }) =>
    on(any("account"), ({ id }) => ({
      type: "money.posted",
      memo: "现金存款",
      postings: [
        { account: "cash:0001", amount: -amount },
        { account: id, amount: amount - 1 },
        { account: "fee-income", amount: 1 },
      ],
    })),
  "hold.placed": ({ any, fresh, amount }) =>
    on(any("account"), ({ id }) => ({
      type: "hold.placed",
      hold: {
        id: `h-${fresh}`,
        account: id,
        kind: "amount",
        source:
          amount % 2 === 0
            ? { type: "judicial", order: "(2026)京执字第1号", organ: "朝阳区人民法院" }
            : { type: "customer" },
        target: amount,
        placedAt: FIRST_INSTANT,
        status: "active",
      },
    })),
  "hold.lifted": ({ any }) => on(any("hold"), ({ id }) => ({ type: "hold.lifted", hold: id })),
  "card.entered": ({ any, fresh }) =>
    on(any("account"), ({ id, customer }) => ({
      type: "card.entered",
      card: card(fresh, { account: id, customer }),
    })),
  "card.handed-over": ({ any }) =>
    on(any("card"), ({ id }) => ({ type: "card.handed-over", card: id })),
  "card.activated": ({ any }) =>
    on(any("card"), ({ id }) => ({ type: "card.activated", card: id })),
  "card.loss-marked": ({ any, amount }) =>
    on(any("card"), ({ id }) => ({
      type: "card.loss-marked",
      card: id,
      loss: amount % 2 === 0 ? "formal" : "none",
    })),
  "card.replaced": ({ any }) =>
    on(any("card"), ({ id }) => ({ type: "card.replaced", card: id, by: id })),
  "card.cancelled": ({ any }) =>
    on(any("card"), ({ id }) => ({ type: "card.cancelled", card: id })),
  "card.retained": ({ any }) =>
    on(any("card"), ({ id }) => ({ type: "card.retained", card: id, reason: "已挂失" })),
  "card.erased": ({ any }) => on(any("card"), ({ id }) => ({ type: "card.erased", card: id })),
  "card.voided": ({ any }) => on(any("card"), ({ id }) => ({ type: "card.voided", card: id })),
  "card.pin-set": ({ any }) =>
    on(any("card"), ({ id }) => ({ type: "card.pin-set", card: id, verifier: "v1" })),
  "card.pin-lost": ({ any }) => on(any("card"), ({ id }) => ({ type: "card.pin-lost", card: id })),
  "card.pin-found": ({ any }) =>
    on(any("card"), ({ id }) => ({ type: "card.pin-found", card: id })),
  "card.pin-passed": ({ any }) =>
    on(any("card"), ({ id }) => ({ type: "card.pin-passed", card: id })),
  "card.pin-failed": ({ any, amount }) =>
    on(any("card"), ({ id }) => ({ type: "card.pin-failed", card: id, locks: amount % 3 === 0 })),
  "loss.reported": ({ any, fresh }) =>
    on(any("card"), ({ id, pan, account, customer }) => ({
      type: "loss.reported",
      lossCase: {
        ...lossCase(fresh, { card: id, account, customer }),
        // What people type where no number belongs: a view must not hand it on.
        reason: `${pan}在地铁里丢失`,
      },
    })),
  "loss.upgraded": ({ any, amount }) =>
    on(any("lossCase"), ({ number }) => ({
      type: "loss.upgraded",
      lossCase: number,
      kind: amount % 2 === 0 ? "card" : "pin",
      formalOn: "2026-03-20",
      maturesOn: "2026-03-28",
      numbering: "same",
      slip: "020026032000010001",
    })),
  "loss.lapsed": ({ any }) =>
    on(any("lossCase"), ({ number }) => ({ type: "loss.lapsed", lossCase: number })),
  "loss.matured": ({ any }) =>
    on(any("lossCase"), ({ number }) => ({ type: "loss.matured", lossCase: number })),
  "loss.slip-lost": ({ any }) =>
    on(any("lossCase"), ({ number }) => ({
      type: "loss.slip-lost",
      lossCase: number,
      maturesOn: "2026-04-02",
      slip: "020026032500010002",
    })),
  "loss.card-ordered": ({ any }) =>
    on(any("lossCase"), ({ number }) => ({
      type: "loss.card-ordered",
      lossCase: number,
      order: "o-1",
    })),
  "loss.withdrawn": ({ any }) =>
    on(any("lossCase"), ({ number }) => ({ type: "loss.withdrawn", lossCase: number })),
  "loss.closed": ({ any }) =>
    on(any("lossCase"), ({ number }) => ({
      type: "loss.closed",
      lossCase: number,
      outcome: "closed-replaced",
    })),
};
