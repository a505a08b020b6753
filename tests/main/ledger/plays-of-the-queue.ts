import type { Entry } from "#core/journal/entry.ts";
import { FIRST_DATE, FIRST_INSTANT } from "./invented.ts";
import { hash, on, type Play } from "./scene.ts";

type Played = Extract<
  Entry["type"],
  "request.parked" | "request.checked" | "request.withdrawn" | "request.taken-up"
>;

const verdicts = ["approved", "half", "declined"] as const;

/** How requests come to wait for a second person, and what becomes of them. */
export const playsOfTheQueue: { readonly [T in Played]: Play<T> } = {
  "request.parked": ({ any, fresh, amount }) =>
    on(any("teller"), ({ id }) => {
      const customer = any("customer");
      return {
        type: "request.parked",
        request: {
          id: `q-${fresh}`,
          code: "3011",
          input: JSON.stringify({ account: "a-1", amount }),
          hash: hash(fresh),
          level: "A2",
          maker: id,
          ...(customer && amount % 2 === 0 ? { customer: customer.id } : {}),
          parkedAt: FIRST_INSTANT,
          date: FIRST_DATE,
          status: "waiting",
        },
      };
    }),
  "request.checked": ({ any, amount }) =>
    on(any("parked"), ({ id }) => {
      const verdict = verdicts[amount % verdicts.length] ?? "declined";
      const word = verdict === "declined" ? { why: "资料不符" } : { grant: "g-1" };
      return { type: "request.checked", parked: id, by: "0002", verdict, ...word };
    }),
  "request.withdrawn": ({ any }) =>
    on(any("parked"), ({ id }) => ({ type: "request.withdrawn", parked: id })),
  "request.taken-up": ({ any }) =>
    on(any("parked"), ({ id }) => ({ type: "request.taken-up", parked: id })),
};
