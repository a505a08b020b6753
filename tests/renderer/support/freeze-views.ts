import { FreezeOrderView, FreezeStackView } from "#core/contract/freeze-view.ts";
import { workstationView } from "#tests/renderer/support/views.ts";

const day = 24 * 60 * 60 * 1000;
const tenth = Date.UTC(2026, 4, 10, 1, 30, 0);

/** The counter of somebody with the duty of assistance, or who only sees. */
export function assistingView(assistance: "assists" | "sees" | "none" = "assists") {
  return workstationView({
    session: { status: "signed-on", teller: "0102", name: "赵敏", role: "teller", assistance },
  });
}

/** A court's order of 6,000.00 yuan on Zhang San's account, in force for a year. */
export function orderView(
  changes: Partial<Record<keyof FreezeOrderView, unknown>> = {},
): FreezeOrderView {
  return FreezeOrderView.parse({
    id: "f-1",
    kind: "court",
    organ: "示范区人民法院",
    documentNumber: "（2026）示01执12号",
    officers: ["钱法官", "孙书记员"],
    customer: "c-1",
    customerName: "张三",
    account: "a-1",
    accountNumber: "0001****0001",
    scope: { type: "amount", amount: 6_000_00 },
    coversInterest: true,
    rest: 6_000_00,
    controlled: 6_000_00,
    missing: 0,
    deducted: 0,
    status: "active",
    deliveredAt: tenth,
    effectiveAt: tenth,
    endsAt: tenth + 365 * day,
    daysLeft: 357,
    renewals: [],
    possible: ["6002", "6004", "6006"],
    impossible: [
      { code: "6005", refusal: "freeze.not-waiting" },
      { code: "6007", refusal: "freeze.not-renewable" },
    ],
    ...changes,
  });
}

/** The police's order behind it, which waits. */
export function waitingView(
  changes: Partial<Record<keyof FreezeOrderView, unknown>> = {},
): FreezeOrderView {
  return orderView({
    id: "f-2",
    kind: "police",
    organ: "示范市公安局",
    documentNumber: "示公冻字〔2026〕8号",
    scope: { type: "account", block: "debit" },
    rest: 0,
    controlled: 0,
    missing: undefined,
    status: "waiting",
    queue: 1,
    deliveredAt: tenth + day,
    effectiveAt: undefined,
    endsAt: undefined,
    daysLeft: undefined,
    possible: ["6005"],
    impossible: [
      { code: "6002", refusal: "freeze.not-active" },
      { code: "6004", refusal: "freeze.not-active" },
      { code: "6006", refusal: "freeze.not-active" },
      { code: "6007", refusal: "freeze.not-active" },
    ],
    ...changes,
  });
}

/** A court's order that was released long before its planned end, with a renewal still to come. */
export function releasedView(
  changes: Partial<Record<keyof FreezeOrderView, unknown>> = {},
): FreezeOrderView {
  const planned = tenth + 365 * day;
  return orderView({
    id: "f-3",
    documentNumber: "（2026）示01执7号",
    rest: 0,
    controlled: 0,
    missing: undefined,
    status: "released",
    daysLeft: undefined,
    renewals: [{ from: planned, endsAt: planned + 365 * day, documentNumber: "续7号" }],
    endsAt: planned + 365 * day,
    endedAt: tenth + 2 * day,
    endedBy: { documentNumber: "（2026）示01执解7号", officers: ["李执行员", "周书记员"] },
    possible: [],
    ...changes,
  });
}

/** Zhang San's account of 10,000.00 yuan with both, and a loss and a bank's hold beside them. */
export function stackView(
  changes: Partial<Record<keyof FreezeStackView, unknown>> = {},
): FreezeStackView {
  return FreezeStackView.parse({
    account: "a-1",
    accountNumber: "0001****0001",
    customer: "c-1",
    customerName: "张三",
    balance: 10_000_00,
    available: 0,
    slices: [{ order: "f-1", amount: 6_000_00 }, { amount: 4_000_00 }],
    orders: [orderView(), waitingView()],
    holds: [
      {
        id: "h-7",
        kind: "debit-block",
        source: "loss",
        lossCase: "00012605100001",
        placedAt: tenth,
        possible: ["4006"],
      },
      {
        id: "h-8",
        kind: "non-counter",
        source: "bank",
        reason: "交易异常",
        placedAt: tenth,
        possible: ["6009"],
      },
    ],
    ...changes,
  });
}
