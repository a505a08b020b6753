import { expect, test } from "vitest";
import { paidBy } from "#core/e-pay/limits.ts";
import { fen } from "#core/money/fen.ts";
import {
  COOLING_HOURS,
  DAY,
  MONTH,
  OPENING,
  orders,
  type Plain,
  SINGLE,
  tellPlainly,
} from "#tests/core/commands/online/e-pay/restatement.ts";
import { phoneNumber } from "#tests/main/ledger/invented.ts";
import { type EPayDesk, openEnrolled, PHONE, said } from "#tests/support/e-pay-home.ts";
import { fc } from "#tests/support/fast-check.ts";
import { PIN, verifier } from "#tests/support/loss-requests.ts";
import { purchase } from "#tests/support/online-customers.ts";

const wishes = [
  ...["pay", "pay", "pay", "pay", "pay", "pay", "pay", "ask", "ask"],
  ...[
    "right",
    "right",
    "wrong",
    "err",
    "err",
    "old code",
    "other order",
    "stranger",
    "old telephone",
  ],
  ...["lower", "lower", "suspend", "resume", "earn", "wait"],
  ...["lose", "lock pin", "block", "counter only", "change phone", "stray phone"],
] as const;

/** One step of a history: something is wanted, after some time. */
interface Step {
  readonly what: (typeof wishes)[number];
  readonly order: number;
  readonly waitsMs: number;
  readonly single: number;
  readonly day: number;
}

const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...wishes),
    order: fc.oneof({ weight: 3, arbitrary: fc.nat(5) }, fc.nat(orders.length - 1)),
    waitsMs: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(1000, 60_000, 59_999) },
      fc.constantFrom(299_999, 300_000, 300_001, 28_800_000, 86_400_000, 1_209_600_000),
    ),
    single: fc.constantFrom(0, 1, 100_00, SINGLE - 1, SINGLE, SINGLE + 1),
    day: fc.constantFrom(1, 100_00, SINGLE, DAY - 1, DAY, DAY + 1),
  }),
  { minLength: 20, maxLength: 60 },
);

function openDesk(): EPayDesk {
  return openEnrolled(OPENING, {
    ...{ single: fen(SINGLE), day: fen(DAY), month: fen(MONTH), ceiling: fen(DAY) },
    coolingHours: COOLING_HOURS,
  });
}

/** Misfortunes come and go by turns, and seldom: else no history would get far. */
function misfortune(desk: EPayDesk, plain: Plain, { what, order }: Step): void {
  const { loss, pin } = desk.see("card", "k-1");
  const held = (id: string) => desk.books().find("hold", id)?.status === "active";
  const isOn =
    what === "lose"
      ? loss !== "none"
      : what === "lock pin"
        ? pin !== "ok"
        : held(what === "block" ? "h-1" : "h-2");
  if (!isOn && order > 0) return;
  switch (what) {
    case "lose":
      plain.lose();
      desk.post([{ type: "card.loss-marked", card: "k-1", loss: isOn ? "none" : "oral" }]);
      return;
    case "lock pin":
      plain.lockPin();
      desk.post([
        isOn
          ? { type: "card.pin-set", card: "k-1", verifier: verifier("a-1", PIN) }
          : { type: "card.pin-failed", card: "k-1", locks: true },
      ]);
      return;
    default:
      hold(desk, plain, what, isOn);
  }
}

function hold(desk: EPayDesk, plain: Plain, what: Step["what"], isOn: boolean): void {
  const id = what === "block" ? "h-1" : "h-2";
  if (what === "block") plain.block();
  else plain.counterOnly();
  if (isOn) desk.post([{ type: "hold.lifted", hold: id }]);
  else desk.hold({ id, kind: what === "block" ? "debit-block" : "non-counter" });
}

/** Takes one step in the bank and in the plain telling of it, and compares what each says. */
function take(desk: EPayDesk, plain: Plain, step: Step): void {
  desk.pass(step.waitsMs);
  const { now } = desk.context();
  plain.wake(now);
  const { enrolledPhone } = plain.phones();
  const others = { [phoneNumber(2)]: phoneNumber(3), [phoneNumber(3)]: phoneNumber(2) };
  const next = others[enrolledPhone] ?? phoneNumber(2);
  switch (step.what) {
    case "earn":
      plain.earn();
      desk.post([moneyIn(150_00)]);
      return;
    case "wait":
      return;
    case "lower":
      expect(said(desk.lowers(step.single, step.day))).toBe(plain.lower(step.single, step.day));
      return;
    case "suspend":
      if (step.order > 2) return;
      expect(said(desk.suspends({ phone: enrolledPhone }))).toBe(plain.suspend());
      return;
    case "resume":
      resume(desk, plain, enrolledPhone);
      return;
    case "change phone":
      if (step.order > 2) return;
      plain.changePhone(next, now);
      desk.changesPhone(next);
      return;
    case "stray phone": {
      const { reservedPhone } = plain.phones();
      const isStray = reservedPhone !== enrolledPhone;
      if (!isStray && step.order > 0) return;
      const phone = isStray ? enrolledPhone : next;
      plain.strayPhone(phone);
      desk.post([{ type: "customer.phone-changed", customer: "c-1", phone, at: now }]);
      return;
    }
    case "lose":
    case "lock pin":
    case "block":
    case "counter only":
      misfortune(desk, plain, step);
      return;
    case "right":
    case "wrong":
    case "old code":
    case "other order":
      answer(desk, plain, step);
      return;
    case "pay":
    case "err":
      ask(desk, plain, step);
      answer(desk, plain, step);
      return;
    default:
      ask(desk, plain, step);
  }
}

function resume(desk: EPayDesk, plain: Plain, phone: string): void {
  const asked = desk.asksCode("e-pay.resume", { phone });
  if (!plain.isSuspended()) {
    expect(asked.ok).toBe(false);
    return;
  }
  if (!asked.ok) {
    expect(["sms-code.too-soon", "e-pay.too-many-wrong-codes"]).toContain(said(asked));
    return;
  }
  expect(said(desk.resumes(undefined, { phone }))).toBe("yes");
  plain.resumed();
}

const moneyIn = (amount: number) =>
  ({
    type: "money.posted",
    memo: "cash-in",
    postings: [
      { account: "cash:0001", amount: -amount },
      { account: "a-1", amount },
    ],
  }) as const;

function ask(desk: EPayDesk, plain: Plain, { what, order }: Step): void {
  const { now } = desk.context();
  const isHers = what !== "stranger";
  const phone = what === "old telephone" ? PHONE : plain.phones().enrolledPhone;
  const expected = plain.ask(order, { phone, isHers }, now);

  const typing = { phone, ...(isHers ? {} : { lastSix: "000000" }) };
  const reply = desk.asks(orders[order] ?? purchase, typing);

  expect(said(reply)).toBe(expected);
  if (reply.ok) plain.sent(reply.value.sent.code, order, now);
}

function answer(desk: EPayDesk, plain: Plain, { what, order: wished }: Step): void {
  const { now } = desk.context();
  const codes = desk
    .books()
    .all("oneTimeCode")
    .filter(({ purpose }) => purpose === "e-pay.pay");
  const id = (what === "old code" ? codes[0] : codes.at(-1))?.id ?? "s-99";
  const order = what === "other order" ? (wished + 1) % orders.length : wished;
  const { enrolledPhone: phone } = plain.phones();
  const isRight = what !== "wrong" && what !== "err";
  const expected = plain.answer(order, { id, isRight, phone, isHers: true }, now);

  const digits = isRight ? {} : { digits: "999999" };
  const reply = desk.answers(orders[order] ?? purchase, { phone, code: id, ...digits });

  expect(said(reply)).toBe(expected);
}

function expectSound(desk: EPayDesk, plain: Plain): void {
  const { today } = desk.context();
  const { status, limits, ...enrolment } = desk.enrolment();
  const paid = paidBy(enrolment, today);
  const books = desk.books();
  const all = [...books.all("account"), ...books.all("branchBalance")];

  expect({
    moneyInAll: all.reduce((sum, { balance }) => sum + balance, 0),
    counts: {
      ...{ money: desk.balance("a-1"), status, ...limits },
      ...{ paidDay: paid.day, paidMonth: paid.month },
    },
  }).toEqual({ moneyInAll: 0, counts: plain.counts() });
}

// Goal: a payment is made exactly when every one of its conditions holds, and every refusal names the
// first that does not; money, limits and what was paid never drift apart (E04, E05, E10, E11, E15, O09).
// Method: random histories of orders, answers, limits, losses, blocks, suspensions, telephones and time,
// each step told once more by `restatement.ts`.
test("5.5: any history of an enrolment is what the plain sentences of the source make of it", () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const desk = openDesk();
      const plain = tellPlainly(PHONE);
      for (const step of steps) {
        take(desk, plain, step);
        expectSound(desk, plain);
      }
    }),
    { numRuns: 60 },
  );
});
