import type { Entry } from "#core/journal/entry.ts";
import { piecesLeft, type Serial, serialAfter } from "#core/voucher/stock.ts";
import {
  cardNumber,
  FIRST_DATE,
  FIRST_INSTANT,
  passwordCard,
  passwordCardBatch,
} from "./invented.ts";
import { hash, on, type Play } from "./scene.ts";

type Played = Extract<
  Entry["type"],
  | `batch.${string}`
  | `password-card.${string}`
  | `e-bank.${string}`
  | "pieces.allotted"
  | "pieces.returned"
>;

const NEXT_DATE = "2026-03-19";
/** Today or tomorrow, as the amount will have it. */
const dayOf = (amount: number) => (amount % 2 === 0 ? FIRST_DATE : NEXT_DATE);

const challenge = (fresh: number, amount: number) => ({
  id: `ch-${fresh}`,
  binding: hash(fresh),
  nonce: hash(fresh).slice(0, 32),
  coordinates: ["A3", `B${1 + (amount % 10)}`],
  askedAt: FIRST_INSTANT,
  expiresAt: FIRST_INSTANT + 300_000,
  status: "open" as const,
});

/** How the entries about password cards and electronic banking can come about. */
export const playsOfEBanking: { readonly [T in Played]: Play<T> } = {
  "batch.made": ({ fresh }) => ({ type: "batch.made", batch: passwordCardBatch(fresh) }),
  "batch.delivered": ({ any }) =>
    on(any("passwordCardBatch"), ({ id, first, last, delivered }) => {
      const next = nextOf(delivered.at(-1)?.last, first);
      if (serialAfter(next, 10) > last) return undefined; // All of it has come back.
      return {
        type: "batch.delivered",
        batch: id,
        good: [{ first: next, last: serialAfter(next, 9) }],
        spoiled: [serialAfter(next, 10)],
      };
    }),
  "pieces.allotted": ({ find, amount }) => {
    const left = piecesLeft(find("stock", "password-card:vault"));
    if (left === 0) return undefined;
    return {
      type: "pieces.allotted",
      kind: "password-card",
      to: "0001",
      count: 1 + (amount % left),
    };
  },
  "pieces.returned": ({ find }) =>
    on(find("stock", "password-card:0001")?.ranges[0], (lowest) => ({
      type: "pieces.returned",
      kind: "password-card",
      from: "0001",
      ranges: [lowest],
    })),
  "password-card.entered": ({ any, fresh }) =>
    on(any("customer"), ({ id }) => ({
      type: "password-card.entered",
      card: passwordCard(fresh, id),
    })),
  "password-card.activated": ({ any }) =>
    on(any("passwordCard"), ({ id }) => ({ type: "password-card.activated", passwordCard: id })),
  "password-card.challenged": ({ any, fresh, amount }) =>
    on(any("passwordCard"), ({ id }) => ({
      type: "password-card.challenged",
      passwordCard: id,
      challenge: challenge(fresh, amount),
      on: dayOf(amount),
      leavesUnanswered: amount % 3 === 0,
    })),
  "password-card.asked-again": ({ any, fresh, amount }) =>
    on(any("passwordCard"), ({ id, challenge: last = challenge(fresh, amount) }) => ({
      type: "password-card.asked-again",
      passwordCard: id,
      challenge: last,
    })),
  "password-card.answered-right": ({ any, amount }) =>
    on(any("passwordCard"), ({ id, uses, used }) => {
      if (used === uses) return undefined;
      return {
        type: "password-card.answered-right",
        passwordCard: id,
        clearsRun: amount % 2 === 0,
        exhausts: used + 1 === uses,
      };
    }),
  "password-card.answered-wrong": ({ any, amount }) =>
    on(any("passwordCard"), ({ id, uses, used }) => {
      const counts = amount % 2 === 0 && used < uses;
      const locks = (["none", "day", "hard"] as const)[amount % 3] ?? "none";
      return {
        type: "password-card.answered-wrong",
        passwordCard: id,
        on: dayOf(amount),
        counts,
        locks,
        exhausts: counts && used + 1 === uses,
      };
    }),
  "password-card.day-lock-ended": ({ any }) =>
    on(any("passwordCard"), ({ id }) => ({
      type: "password-card.day-lock-ended",
      passwordCard: id,
    })),
  "password-card.voided": ({ any, amount }) =>
    on(any("passwordCard"), ({ id }) => ({
      type: "password-card.voided",
      passwordCard: id,
      reason: "disclosed",
      returned: amount % 2 === 0,
      ...(amount % 3 === 0 ? { replacedBy: id } : {}),
    })),
  "e-bank.opened": ({ any, amount }) =>
    on(any("customer"), ({ id }) => ({
      type: "e-bank.opened",
      customer: id,
      channel: amount % 2 === 0 ? "internet-bank" : "wap-bank",
      password: `v${amount}`,
    })),
  "e-bank.closed": ({ any, amount }) =>
    on(any("customer"), ({ id }) => ({
      type: "e-bank.closed",
      customer: id,
      channel: amount % 2 === 0 ? "internet-bank" : "wap-bank",
    })),
  "e-bank.switched": ({ any, amount }) =>
    on(any("customer"), ({ id }) => ({
      type: "e-bank.switched",
      customer: id,
      which: amount % 2 === 0 ? "e-commerce" : "outward-transfer",
      on: amount % 3 === 0,
    })),
  "e-bank.logged-in": ({ any, amount }) =>
    on(any("customer"), ({ id }) => ({
      type: "e-bank.logged-in",
      customer: id,
      channel: (["internet-bank", "wap-bank", "shop"] as const)[amount % 3] ?? "shop",
    })),
  "e-bank.login-failed": ({ any, amount }) =>
    on(any("customer"), ({ id }) => ({
      type: "e-bank.login-failed",
      customer: id,
      gate: amount % 3 === 0 ? "wap-bank" : "internet-bank",
      on: dayOf(amount),
    })),
  "e-bank.paid": ({ any, fresh, amount }) =>
    on(any("customer"), ({ id }) => ({
      type: "e-bank.paid",
      customer: id,
      on: dayOf(amount),
      amount,
      kind: "transfer",
      // A card number, as people pay to: a view must not hand it on.
      to: `收款人 ${cardNumber(fresh)}`,
    })),
  "e-bank.payee-agreed": ({ any, find, fresh }) =>
    on(any("customer"), ({ id }) => {
      if ((find("eBank", id)?.payees.length ?? 0) === 20) return undefined;
      return {
        type: "e-bank.payee-agreed",
        customer: id,
        payee: { name: `收款人${fresh}`, account: cardNumber(fresh) },
      };
    }),
  "e-bank.payee-ended": ({ any, find }) =>
    on(any("customer"), ({ id }) => ({
      type: "e-bank.payee-ended",
      customer: id,
      account: find("eBank", id)?.payees[0]?.account ?? cardNumber(1),
    })),
};

function nextOf(last: Serial | undefined, first: Serial): Serial {
  return last === undefined ? first : serialAfter(last, 1);
}
