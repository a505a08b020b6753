import type { Hold } from "#core/account/hold.ts";
import { type Fen, fen } from "#core/money/fen.ts";
import { cast } from "#main/demonstration/cast.ts";
import { demonstrationData } from "#main/demonstration/data.ts";
import type { When } from "#main/demonstration/loss-steps.ts";
import { staff } from "#main/demonstration/staff.ts";
import { type Counter, type Happening, visitMoment, visitorOf } from "#main/demonstration/visit.ts";

/** A hold as somebody asks for it, and the transaction of the domain rules that places it. */
interface Ordered {
  readonly code: "6001" | "6008" | "6009" | "system";
  readonly kind: Hold["kind"];
  readonly source: Hold["source"];
  readonly target?: Fen;
}

const { court, police } = demonstrationData.places;

/** The holds of the demonstration besides those of losses, by customer and how many days ago. */
const ordered: readonly (Ordered & { readonly number: number; readonly daysAgo: number })[] = [
  {
    number: cast.frozenAndLost,
    daysAgo: 70,
    code: "6001",
    kind: "amount",
    target: fen(5_000_00),
    source: { type: "judicial", order: "（演）执字第0000017号", organ: court },
  },
  {
    number: cast.amountFrozen,
    daysAgo: 40,
    code: "6001",
    kind: "amount",
    target: fen(15_000_00),
    source: { type: "judicial", order: "（演）执字第0000018号", organ: court },
  },
  {
    number: cast.accountFrozen,
    daysAgo: 25,
    code: "6001",
    kind: "debit-block",
    source: { type: "judicial", order: "（演）冻字第0000002号", organ: police },
  },
  {
    number: cast.counterOnly,
    daysAgo: 33,
    code: "6009",
    kind: "non-counter",
    source: { type: "bank", reason: "risk-control" },
  },
  {
    number: cast.blockedByCustomer,
    daysAgo: 9,
    code: "6008",
    kind: "debit-block",
    source: { type: "customer" },
  },
  {
    // By day 86 months without movement have long been five years (3.6).
    number: cast.dormant,
    daysAgo: 60,
    code: "system",
    kind: "full-block",
    source: { type: "bank", reason: "dormant" },
  },
  {
    number: cast.suspected,
    daysAgo: 6,
    code: "6009",
    kind: "debit-block",
    source: { type: "bank", reason: "risk-control" },
  },
  {
    number: cast.creditsStopped,
    daysAgo: 12,
    code: "6009",
    kind: "credit-block",
    source: { type: "bank", reason: "identity-not-verified" },
  },
];

/** The holds that organs, the bank and customers have placed. */
export function holdHappenings(
  counter: Counter,
  daysAgo: (days: number) => When["date"],
): readonly Happening[] {
  return ordered.map(({ number, daysAgo: days, code, kind, source, target }) => {
    const at = visitMoment(number, daysAgo(days), 0);
    return {
      at,
      happen(past) {
        const { account } = visitorOf(past, number, counter);
        past.record({
          at,
          teller: code === "system" ? "system" : counter.teller.id,
          approvers: code === "system" ? [] : [staff.supervisor],
          code,
          entries: [
            {
              type: "hold.placed",
              hold: {
                id: `h-${code}-${number}`,
                account: account.id,
                kind,
                source,
                ...(target ? { target } : {}),
                placedAt: at,
                status: "active",
              },
            },
          ],
        });
      },
    };
  });
}
