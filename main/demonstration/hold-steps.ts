import type { ControlReason, TransactionInput } from "#core/contract/transactions.ts";
import { freeWords } from "#core/identity/free-text.ts";
import { fen } from "#core/money/fen.ts";
import { cast } from "#main/demonstration/cast.ts";
import { freezeCast } from "#main/demonstration/freeze-cast.ts";
import * as freeze from "#main/demonstration/freeze-steps.ts";
import type { When } from "#main/demonstration/loss-steps.ts";
import {
  type Counter,
  type Happening,
  visit,
  visitMoment,
  visitorOf,
} from "#main/demonstration/visit.ts";

const months = (count: number) => ({ unit: "months", count }) as const;
const amount = (yuan: number) => ({ type: "amount", amount: fen(yuan * 100) }) as const;
const wholeAccount = { type: "account", block: "debit" } as const;

/** The holds that organs of the state, the bank and customers have placed. */
export function holdHappenings(
  counter: Counter,
  daysAgo: (days: number) => When["date"],
): readonly Happening[] {
  const ago = (number: number, days: number): When => ({ number, date: daysAgo(days) });
  return [
    ...orders(ago, counter),
    ...controls(ago, counter),
    customerFreezes(ago(cast.blockedByCustomer, 9), counter, { why: "request" }),
    customerFreezes(ago(freezeCast.stolen, 3), counter, {
      why: "stolen",
      policeCase: "（演）公刑立字第0000031号",
    }),
    fallsAsleep(ago(cast.dormant, 60), counter),
  ];
}

type Ago = (number: number, days: number) => When;

/** One order for everything that can become of one: alone, under-covered, queued, renewed, ending. */
function orders(ago: Ago, counter: Counter): readonly Happening[] {
  const { underCovered, renewed, endsTomorrow, stopped } = freezeCast;
  return [
    freeze.register(ago(cast.frozenAndLost, 70), counter, {
      organ: "court",
      document: 17,
      scope: amount(5_000),
      term: months(12),
    }),
    freeze.register(ago(cast.amountFrozen, 40), counter, {
      organ: "court",
      document: 18,
      scope: amount(15_000),
      term: months(12),
    }),
    freeze.register(ago(cast.accountFrozen, 25), counter, {
      organ: "police",
      document: 2,
      scope: wholeAccount,
      term: months(6),
    }),

    freeze.register(ago(underCovered, 34), counter, {
      organ: "court",
      document: 19,
      // Forty thousand more than the next ten thousand above what is there.
      scope: ({ balance }) => amount(Math.ceil(balance / 1_000_000) * 10_000 + 40_000),
      term: months(12),
    }),
    freeze.register(ago(underCovered, 20), counter, {
      code: "6003",
      organ: "police",
      document: 3,
      scope: amount(50_000),
      term: months(6),
    }),
    freeze.salary(ago(underCovered, 31), counter, 9_800_00),
    freeze.salary(ago(underCovered, 1), counter, 9_800_00),

    freeze.register(ago(renewed, 125), counter, {
      organ: "regulator",
      document: 5,
      scope: amount(200_000),
      term: months(6),
    }),
    freeze.renew(ago(renewed, 15), counter, {
      organ: "regulator",
      document: 6,
      term: months(3),
    }),
    freeze.register(ago(endsTomorrow, 29), counter, {
      organ: "market",
      document: 7,
      scope: amount(2_000),
      term: { unit: "days", count: 30 },
    }),
    freeze.stop(ago(stopped, 1), counter, 11),
  ];
}

/** 6009: what the bank itself limits, each with a reason and a notice to the customer. */
function controls(ago: Ago, counter: Counter): readonly Happening[] {
  return [
    bankControls(ago(cast.counterOnly, 33), counter, "non-counter", "unusual-movement"),
    bankControls(ago(cast.suspected, 6), counter, "debit-block", "fraud-suspected"),
    bankControls(ago(cast.creditsStopped, 12), counter, "credit-block", "identity-not-verified"),
  ];
}

function bankControls(
  when: When,
  counter: Counter,
  control: Extract<TransactionInput<"6009">, { action: "place" }>["control"],
  reason: ControlReason,
): Happening {
  const words = freeWords(100).parse("已告知原因及解除办法");
  return visit(when, counter, ({ account }) => ({
    code: "6009",
    input: { action: "place", account: account.id, control, reason, words, notice: "phone" },
  }));
}

/** 6008: the holder has her own account frozen, by request or because it was stolen (W12, W13). */
function customerFreezes(
  when: When,
  counter: Counter,
  how: { readonly why: "request" } | { readonly why: "stolen"; readonly policeCase: string },
): Happening {
  const evidence = how.why === "stolen" ? ["报警回执", "短信截图三张", "通话记录"] : [];
  return visit(when, counter, ({ account, identity }) => ({
    code: "6008",
    input: {
      action: "freeze",
      account: account.id,
      channel: how.why === "stolen" ? "counter" : "phone",
      document: identity.document,
      evidence,
      ...how,
    },
  }));
}

/** By day 86 months without movement have long been five years (3.6); the bank's run holds it. */
function fallsAsleep({ number, date }: When, counter: Counter): Happening {
  const at = visitMoment(number, date, 0);
  return {
    at,
    happen(past) {
      const { account } = visitorOf(past, number, counter);
      past.record({
        at,
        teller: "system",
        code: "system",
        entries: [
          {
            type: "hold.placed",
            hold: {
              id: `h-system-${number}`,
              account: account.id,
              kind: "full-block",
              source: { type: "bank", reason: "dormant" },
              placedAt: at,
              status: "active",
            },
          },
        ],
      });
    },
  };
}
