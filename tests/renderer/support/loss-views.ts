import { LossCaseView, OrderView } from "#core/contract/customer-view.ts";

const accepted = Date.UTC(2026, 4, 10, 1, 30, 0);

/** A written report of Zhang San's card, its term over, the new number agreed. */
export function lossCaseView(
  changes: Partial<Record<keyof LossCaseView, unknown>> = {},
): LossCaseView {
  return LossCaseView.parse({
    number: "00012605100001",
    customer: "c-1",
    customerName: "张三",
    card: "k-1",
    cardNumber: "622202*********6788",
    kind: "card",
    status: "matured",
    channel: "counter",
    acceptedAt: accepted,
    formalOn: "2026-05-10",
    maturesOn: "2026-05-18",
    numbering: "new",
    slip: "000120260510000001",
    slipLost: false,
    reason: "遗失",
    branch: "0001",
    possible: ["4005", "4006", "4007", "4008"],
    ...changes,
  });
}

/** An oral report of the same card. */
export function oralCaseView(
  changes: Partial<Record<keyof LossCaseView, unknown>> = {},
): LossCaseView {
  return lossCaseView({
    status: "oral-active",
    oralLastDay: "2026-05-20",
    formalOn: undefined,
    maturesOn: undefined,
    numbering: undefined,
    slip: undefined,
    possible: ["4003", "4006"],
    ...changes,
  });
}

/** A card of the same number on its way. */
export function orderView(changes: Partial<Record<keyof OrderView, unknown>> = {}): OrderView {
  return OrderView.parse({
    id: "o-1",
    customer: "c-1",
    customerName: "张三",
    card: "k-1",
    cardNumber: "622202*********6788",
    purpose: "loss",
    lossCase: "00012605100001",
    status: "ordered",
    orderedOn: "2026-05-10",
    dueOn: "2026-05-24",
    custodians: [],
    ...changes,
  });
}
