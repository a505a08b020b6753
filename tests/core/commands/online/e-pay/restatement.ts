import type { z } from "zod";
import type { OutgoingOrder } from "#core/e-bank/payment.ts";
import { bill, purchase, transfer } from "#tests/support/online-customers.ts";

/** The limits of a random history, in fen: small, so that every one is met. */
export const SINGLE = 200_00;
export const DAY = 300_00;
export const MONTH = 500_00;
export const COOLING_HOURS = 24;
export const OPENING = 450_00;

type Order = z.input<typeof OutgoingOrder> & { readonly amount: number };

/** What may be ordered: each kind, nothing, just the limit, just too much, and another name. */
export const orders: readonly Order[] = [
  purchase,
  { ...purchase, amount: 50_01 },
  { ...purchase, merchant: "样例书屋" },
  bill,
  transfer,
  { ...transfer, payeeAccount: "6228480000000000026" },
  { ...purchase, amount: 0 },
  { ...purchase, amount: SINGLE },
  { ...purchase, amount: SINGLE + 1 },
  { kind: "transfer", payeeName: "顾客2", payeeAccount: "02000004000000002", amount: 60_00 },
  { kind: "transfer", payeeName: "别人", payeeAccount: "02000004000000002", amount: 60_00 },
];

/** A code as the customer has it in her telephone. */
interface Sent {
  readonly id: string;
  readonly order: number;
  readonly to: string;
  readonly at: number;
  wrong: number;
  status: "open" | "used" | "void";
}

type Conditions = readonly (readonly [string, boolean])[];
const firstUnmet = (conditions: Conditions) => conditions.find(([, isMet]) => !isMet)?.[0];
const dayOf = (now: number) => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * What e支付 is worth to one customer, told once more in the plainest way: no books, no entries, no types
 * of the business, only numbers and the sentences of 5.5.
 */
export function tellPlainly(phone: string) {
  let [status, enrolledPhone, reservedPhone] = ["enrolled", phone, phone];
  let [isLost, isPinLocked, isBlocked, isCounterOnly] = [false, false, false, false];
  let [money, single, day] = [OPENING, SINGLE, DAY];
  let [paidDay, paidMonth, paidOn] = [0, 0, ""];
  let coolsUntil = 0;
  const sent: Sent[] = [];

  function wake(now: number): void {
    const today = dayOf(now);
    if (paidOn !== today) paidDay = 0;
    if (paidOn.slice(0, 7) !== today.slice(0, 7)) paidMonth = 0;
  }

  /** Everything but the code, in the order in which it is told. */
  function conditions(order: Order, typed: { phone: string; isHers: boolean }, now: number) {
    const { kind, amount } = order;
    return [
      ["e-pay.unknown", status !== "cancelled" && typed.phone === enrolledPhone && typed.isHers],
      ["e-pay.not-enrolled", status === "enrolled"],
      ["e-pay.phone-differs", enrolledPhone === reservedPhone],
      ["card.reported-lost", !isLost],
      ["card.pin-locked", !isPinLocked],
      ["e-pay.cooling", kind !== "transfer" || now >= coolsUntil],
      ["amount.zero", amount > 0],
      ["e-pay.over-single-limit", amount <= single],
      ["e-pay.over-day-limit", paidDay + amount <= day],
      ["e-pay.over-month-limit", paidMonth + amount <= MONTH],
      ["account.counter-only", !isCounterOnly],
      ["account.debit-blocked", !isBlocked],
      ["account.short", amount <= money],
      ["e-bank.payee-name-differs", !("payeeName" in order) || order.payeeName !== "别人"],
    ] satisfies Conditions;
  }

  return {
    wake,
    phones: () => ({ enrolledPhone, reservedPhone }),
    lose: () => (isLost = !isLost),
    lockPin: () => (isPinLocked = !isPinLocked),
    block: () => (isBlocked = !isBlocked),
    counterOnly: () => (isCounterOnly = !isCounterOnly),
    earn: () => (money += 150_00),
    /** 2004: the enrolment goes along and cools. */
    changePhone(next: string, now: number): void {
      [enrolledPhone, reservedPhone, coolsUntil] = [next, next, now + COOLING_HOURS * 3_600_000];
    },
    /** The reserved telephone alone becomes another, as no transaction of ours would do. */
    strayPhone(next: string): void {
      reservedPhone = next;
    },
    suspend(): string {
      if (status === "cancelled") return "e-pay.unknown";
      if (status !== "enrolled") return "e-pay.not-enrolled";
      status = "suspended";
      return "yes";
    },
    resumed: () => (status = "enrolled"),
    isSuspended: () => status === "suspended" && enrolledPhone === reservedPhone,
    lower(nextSingle: number, nextDay: number): string {
      const word = firstUnmet([
        ["e-pay.not-entered", status !== "cancelled" && enrolledPhone === reservedPhone],
        ["e-pay.not-enrolled", status === "enrolled"],
        ["e-pay.raised-at-counter-only", nextSingle <= single && nextDay <= day],
        ["amount.zero", nextSingle > 0],
        ["e-pay.limits-crossed", nextSingle <= nextDay],
        ["e-pay.nothing-changed", nextSingle !== single || nextDay !== day],
      ]);
      if (!word) [single, day] = [nextSingle, nextDay];
      return word ?? "yes";
    },
    ask(order: number, typed: { phone: string; isHers: boolean }, now: number): string {
      const wrongToday = sent
        .filter(({ at }) => dayOf(at) === dayOf(now))
        .reduce((sum, { wrong }) => sum + wrong, 0);
      const recent = sent.some(
        (one) => one.to === enrolledPhone && one.status !== "used" && now < one.at + 60_000,
      );
      return (
        firstUnmet([
          ...conditions(orders[order] ?? purchase, typed, now),
          ["e-pay.too-many-wrong-codes", wrongToday < 10],
          ["sms-code.too-soon", !recent],
        ]) ?? "yes"
      );
    },
    sent(id: string, order: number, now: number): void {
      for (const one of sent) if (one.status === "open") one.status = "void";
      sent.push({ id, order, to: enrolledPhone, at: now, wrong: 0, status: "open" });
    },
    answer(
      order: number,
      { id, isRight, ...typed }: { id: string; isRight: boolean; phone: string; isHers: boolean },
      now: number,
    ): string {
      const code = sent.find((one) => one.id === id);
      const { amount } = orders[order] ?? purchase;
      const word = firstUnmet([
        ...conditions(orders[order] ?? purchase, typed, now),
        ["sms-code.unknown", code !== undefined],
        ["sms-code.other-elements", code?.order === order],
        ["sms-code.used-up", code?.status === "open"],
        ["sms-code.expired", now <= (code?.at ?? 0) + 5 * 60_000],
      ]);
      if (word || !code) return word ?? "sms-code.unknown";
      if (!isRight) {
        code.wrong += 1;
        if (code.wrong === 3) code.status = "void";
        return "sms-code.wrong";
      }
      code.status = "used";
      [money, paidDay, paidMonth] = [money - amount, paidDay + amount, paidMonth + amount];
      paidOn = dayOf(now);
      return "yes";
    },
    counts: () => ({ money, status, single, day, paidDay, paidMonth }),
  };
}
export type Plain = ReturnType<typeof tellPlainly>;
