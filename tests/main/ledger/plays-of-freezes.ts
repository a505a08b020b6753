import type { z } from "zod";
import type { FreezePapers } from "#core/freeze/freeze-order.ts";
import type { Entry } from "#core/journal/entry.ts";
import { FIRST_INSTANT } from "./invented.ts";
import { on, type Play } from "./scene.ts";

type Played = Extract<Entry["type"], `freeze.${string}`>;

const MONTH = 30 * 86_400_000;
const term = { unit: "months", count: 6 } as const;

/** An invented paper of a court; no two bear one number. */
function papers(number: number): z.input<typeof FreezePapers> {
  return {
    organ: { kind: "court", name: "朝阳区人民法院" },
    documentNumber: `（2026）京01执${number}号`,
    shown: ["work-permit", "execution-permit", "ruling", "notice"],
    officers: [
      { name: "经办甲", permit: "京A0001", permitValidTo: "2030-12-31" },
      { name: "经办乙", permit: "京A0002", permitValidTo: "2030-12-31" },
    ],
    deliveredAt: FIRST_INSTANT + number,
  };
}

/** How the entries about orders of the state can come about. */
export const playsOfFreezes: { readonly [T in Played]: Play<T> } = {
  "freeze.registered": ({ any, fresh, amount }) =>
    on(any("account"), ({ id, customer }) => ({
      type: "freeze.registered",
      freeze: {
        id: `f-${fresh}`,
        account: id,
        customer,
        papers: papers(fresh),
        scope:
          amount % 3 === 0
            ? { type: "account", block: amount % 2 === 0 ? "debit" : "full" }
            : { type: "amount", amount },
        coversInterest: amount % 2 === 0,
        term,
        isExtended: false,
        ...(amount % 5 === 0
          ? { status: "waiting" as const }
          : {
              status: "active" as const,
              effectiveAt: FIRST_INSTANT,
              endsAt: FIRST_INSTANT + 6 * MONTH,
            }),
        rest: amount % 3 === 0 ? 0 : amount,
        deducted: 0,
        renewals: [],
      },
    })),
  "freeze.took-effect": ({ any }) =>
    on(any("freezeOrder"), ({ id }) => ({
      type: "freeze.took-effect",
      order: id,
      effectiveAt: FIRST_INSTANT + 1,
      endsAt: FIRST_INSTANT + 6 * MONTH,
    })),
  "freeze.renewed": ({ any, fresh }) =>
    on(any("freezeOrder"), ({ id }) => ({
      type: "freeze.renewed",
      order: id,
      renewal: {
        papers: papers(fresh),
        term,
        isExtended: false,
        from: FIRST_INSTANT + 6 * MONTH,
        endsAt: FIRST_INSTANT + 12 * MONTH,
      },
    })),
  "freeze.released": ({ any, fresh, amount }) =>
    on(any("freezeOrder"), ({ id, rest }) => ({
      type: "freeze.released",
      order: id,
      papers: papers(fresh),
      rest: amount % 2 === 0 ? 0 : Math.floor(rest / 2),
    })),
  "freeze.deducted": ({ any, fresh }) =>
    on(any("freezeOrder"), ({ id, rest }) => ({
      type: "freeze.deducted",
      order: id,
      papers: papers(fresh),
      amount: rest - Math.floor(rest / 2),
      rest: Math.floor(rest / 2),
    })),
  "freeze.expired": ({ any }) =>
    on(any("freezeOrder"), ({ id }) => ({ type: "freeze.expired", order: id })),
  "freeze.cancelled": ({ any, fresh }) =>
    on(any("freezeOrder"), ({ id }) => ({
      type: "freeze.cancelled",
      order: id,
      papers: papers(fresh),
    })),
  "freeze.looked-at": ({ any }) =>
    on(any("account"), ({ id }) => ({ type: "freeze.looked-at", account: id, what: "stack" })),
  "freeze.assisted": ({ any, fresh }) =>
    on(any("customer"), ({ id }) => ({
      type: "freeze.assisted",
      customer: id,
      papers: papers(fresh),
      asked: "账户余额及流水",
    })),
};
