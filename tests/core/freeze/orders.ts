import type { z } from "zod";
import { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { moment, papersOf } from "#tests/support/freeze-desk.ts";

type Raw = z.input<typeof FreezeOrder>;

/** How an order differs from the plain one: a court's, active, on the empty rest of an amount. */
export interface Differs extends Partial<Raw> {
  readonly kind?: Raw["papers"]["organ"]["kind"];
  readonly deliveredAt?: string;
}

/** An order f-n of an amount in fen, or of the whole account where no amount is given. */
export function order(number: number, amount: number | undefined, differs: Differs = {}) {
  const { kind = "court", deliveredAt = `2026-03-18 09:00:0${number}`, ...over } = differs;
  return FreezeOrder.parse({
    id: `f-${number}`,
    account: "a-1",
    customer: "c-1",
    papers: papersOf(kind, { deliveredAt: moment(deliveredAt) }),
    scope: amount === undefined ? { type: "account", block: "debit" } : { type: "amount", amount },
    coversInterest: false,
    term: { unit: "months", count: 6 },
    isExtended: false,
    status: "active",
    rest: amount ?? 0,
    deducted: 0,
    renewals: [],
    ...over,
  });
}
