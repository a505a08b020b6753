import type { Entry } from "#core/journal/entry.ts";
import { FIRST_DATE } from "./invented.ts";
import { on, type Play } from "./scene.ts";

type Played = Extract<Entry["type"], `box.${string}` | `cash.${string}` | `fee.${string}`>;

const boxOf = (amount: number) => (amount % 2 === 0 ? "0001" : "vault");

const countOf = (amount: number, expected: number) => ({
  date: FIRST_DATE,
  cash: { "coin-1": amount % 1_000_000 },
  ...{ counted: amount % 1_000_000, expected },
});

/** How boxes, counts and fees can come about. */
export const playsOfCash: { readonly [T in Played]: Play<T> } = {
  "box.opened": ({ amount }) => ({
    ...{ type: "box.opened", box: boxOf(amount), date: FIRST_DATE },
    count: countOf(amount, amount % 1_000_000),
  }),
  "cash.counted": ({ amount }) => ({
    ...{ type: "cash.counted", box: boxOf(amount), date: FIRST_DATE },
    count: countOf(amount, 7),
  }),
  "cash.difference-booked": ({ any, amount }) => {
    const box = any("box");
    if (!box?.count) return undefined;
    const kind = amount % 2 === 0 ? "over" : "short";
    return {
      ...{ type: "cash.difference-booked", box: box.id, date: FIRST_DATE, kind, amount },
      words: "找零有误",
    };
  },
  "box.closed": ({ any }) =>
    on(any("box"), ({ id }) => ({ type: "box.closed", box: id, date: FIRST_DATE })),
  "fee.owed": ({ any, fresh, amount }) =>
    on(any("account"), ({ id, customer }) => ({
      type: "fee.owed",
      fee: {
        ...{ id: `u-${fresh}`, customer, account: id, kind: "loss-report", amount },
        ...{ owedOn: FIRST_DATE, slip: "020020260318000001", status: "owed" },
      },
    })),
  "fee.settled": ({ any, amount }) =>
    on(any("owedFee"), ({ id }) => ({
      type: "fee.settled",
      fee: id,
      status: amount % 2 === 0 ? "collected" : "waived",
    })),
  "fee.owed-again": ({ any }) =>
    on(any("owedFee"), ({ id }) => ({ type: "fee.owed-again", fee: id })),
  "fee.waived": ({ any, amount }) =>
    on(any("customer"), ({ id }) => ({
      type: "fee.waived",
      ...{ customer: id, kind: "usb-key", amount, words: "银行差错" },
    })),
};
