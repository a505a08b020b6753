import { expect, test } from "vitest";
import { fen } from "#core/money/fen.ts";
import { lockOn, usesLeft } from "#core/password-card/password-card.ts";
import {
  type Choice,
  channels,
  DAY,
  orders,
  type Plain,
  SINGLE,
  tellPlainly,
  type Wish,
} from "#tests/core/commands/online/restatement.ts";
import { fc } from "#tests/support/fast-check.ts";
import { transfer } from "#tests/support/online-customers.ts";
import { type OnlineDesk, openOnlineDesk, restarted, wordOf } from "#tests/support/online-desk.ts";

const wishes = [
  ...["pay", "pay", "pay", "pay", "pay", "pay", "err", "err", "err", "ask", "right", "wrong"],
  ...["malformed", "other order", "old challenge", "wait", "log in", "earn"],
  ...["lose", "hold", "switch", "restart"],
] as const;

/** One step of a history: somebody wants something, somewhere, after some time. */
interface Step extends Wish {
  readonly what: (typeof wishes)[number];
  readonly waitsMs: number;
}

const usually = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...wishes),
    order: fc.nat(orders.length - 1),
    channel: usually<Wish["channel"]>("internet-bank", ...channels),
    waitsMs: fc.oneof(
      { weight: 9, arbitrary: fc.constant(1000) },
      fc.constantFrom(299_000, 299_001, 300_000, 300_001, 28_800_000, 86_400_000, 86_400_000),
    ),
  }),
  { minLength: 20, maxLength: 50 },
);

const anyChoice: fc.Arbitrary<Choice> = fc.record({
  startsActive: usually(true, false),
  uses: fc.integer({ min: 4, max: 14 }),
  dayWrong: fc.integer({ min: 1, max: 3 }),
  totalWrong: fc.integer({ min: 3, max: 4 }),
  totalMode: fc.constantFrom("CONSECUTIVE", "CUMULATIVE"),
  countMode: fc.constantFrom("SUCCESS", "ATTEMPT"),
  cellReuse: usually(true, false),
  unansweredPerDay: fc.integer({ min: 1, max: 3 }),
});

function openDesk({ uses, startsActive, ...rules }: Choice): OnlineDesk {
  const desk = openOnlineDesk();
  const grid = { columns: 3, rows: 3, cellDigits: 3, challengeSize: 2 };
  const passwordCard = { grid, uses, life: startsActive ? "active" : "issued-inactive" } as const;
  desk.enrol(1, { balance: 350_00, passwordCard });
  desk.enter(2, { balance: 1_000_00 });
  desk.setCardRules(rules);
  const { limits } = desk.context().parameters.eBank;
  const single = { single: fen(SINGLE), day: fen(DAY) };
  desk.setBankRules({
    limits: { static: { ...limits.static, single: fen(1), day: fen(1) }, card: single },
  });
  return desk;
}

/** Takes one step in the bank and in the plain telling of it, and compares what each says. */
function take(desk: OnlineDesk, plain: Plain, step: Step): OnlineDesk {
  desk.pass(step.waitsMs);
  const { today } = desk.context();
  plain.wake(today);
  switch (step.what) {
    case "log in":
      plain.logIn(step.channel);
      expect(wordOf(desk.logsIn(step))).toBe("logged-in");
      return desk;
    case "switch":
      // Nobody opens it again, so it is closed rarely, or no history would get far.
      if (step.order === 0) {
        expect(wordOf(desk.closesSwitch("e-commerce"))).toBe(plain.close("e-commerce"));
      }
      return desk;
    case "lose":
    case "hold":
      misfortune(desk, plain, step);
      return desk;
    case "earn":
      plain.earn();
      desk.post([moneyIn(120_00)]);
      return desk;
    case "wait":
      return desk;
    case "restart":
      return step.order === 0 ? restarted(desk) : desk;
    case "ask":
      ask(desk, plain, step);
      return desk;
    case "right":
    case "wrong":
      answer(desk, plain, step, step.what);
      return desk;
    default:
      ask(desk, plain, step);
      answer(desk, plain, step, step.what);
      return desk;
  }
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

/** Card or account are barred now and then, and free again with the next such step. */
function misfortune(desk: OnlineDesk, plain: Plain, { what, order }: Step): void {
  const { loss } = desk.see("card", "k-1");
  const isHeld = desk.books().find("hold", "h-1")?.status === "active";
  if (what === "lose" && (loss !== "none" || order === 0)) {
    plain.lose();
    const next = loss === "none" ? "oral" : "none";
    desk.post([{ type: "card.loss-marked", card: "k-1", loss: next }]);
  }
  if (what === "hold" && isHeld) {
    plain.hold();
    desk.post([{ type: "hold.lifted", hold: "h-1" }]);
  } else if (what === "hold" && order === 0) {
    plain.hold();
    desk.hold({ id: "h-1", kind: "debit-block" });
  }
}

function ask(desk: OnlineDesk, plain: Plain, wish: Wish): void {
  const expected = plain.ask(wish);
  const reply = desk.pays(orders[wish.order] ?? transfer, wish);
  expect(wordOf(reply)).toBe(expected.word);
  if (!reply.ok || reply.value.status !== "challenged") return;

  const { id, coordinates, expiresAt } = reply.value.challenge;
  const cells = coordinates.join(",");
  if (expected.cells !== undefined) expect(cells).toBe(expected.cells);
  plain.shown(wish, { id, cells, until: expiresAt }, desk.context().today);
}

/** Answers in some way; "pay" and "err" are the right and the wrong answer to what was just asked. */
function answer(desk: OnlineDesk, plain: Plain, wish: Wish, how: Step["what"]): void {
  const { challenge } = desk.cardOf();
  if (!challenge) return;
  const { now, today: day } = desk.context();
  const isWrong = how === "err" || how === "wrong";
  const typed = isWrong ? "wrong" : how === "malformed" ? "malformed" : "right";
  const texts = { right: desk.rightAnswer(), wrong: desk.wrongAnswer(), malformed: "１２３４５６" };
  const id = how === "old challenge" ? "ch-1" : challenge.id;
  const order = how === "other order" ? (wish.order + 1) % orders.length : wish.order;
  const { channel } = wish;

  const reply = desk.answers(texts[typed], orders[order] ?? transfer, { channel, challenge: id });

  const expected = plain.answer({ order, channel }, { id, typed, now, day });
  expect(wordOf(reply)).toBe(expected);
}

/** What holds after every step, whatever was done. */
function expectSound(desk: OnlineDesk, plain: Plain, { dayWrong, totalWrong }: Choice): void {
  const { today } = desk.context();
  const card = desk.cardOf();
  const books = desk.books();
  const all = [...books.all("account"), ...books.all("branchBalance")];

  expect({
    usedAndLeft: card.used + usesLeft(card),
    lockImpliesCounts:
      (card.lock !== "hard" || card.wrongRun >= totalWrong) &&
      (card.lock !== "day" || card.wrongToday >= dayWrong),
    moneyInAll: all.reduce((sum, { balance }) => sum + balance, 0),
    isNegative: desk.balance("a-1") < 0,
    counts: {
      money: desk.balance("a-1"),
      used: card.used,
      run: card.wrongRun,
      lock: lockOn(card, today),
      life: card.life,
    },
  }).toEqual({
    usedAndLeft: card.uses,
    lockImpliesCounts: true,
    moneyInAll: 0,
    isNegative: false,
    counts: plain.counts(),
  });
}

// Goal: a payment succeeds exactly when every condition of the source holds; every refusal names the
// first that does not; counts, locks and money never drift apart, over any days in any order.
// Method: random histories under random parameters, each step told once more by `restatement.ts`.
test("5.3: any history of a card is what the plain sentences of the source make of it", () => {
  fc.assert(
    fc.property(anyChoice, anySteps, (choice, steps) => {
      let desk = openDesk(choice);
      const plain = tellPlainly(choice);
      for (const step of steps) {
        desk = take(desk, plain, step);
        expectSound(desk, plain, choice);
      }
    }),
    { numRuns: 80 },
  );
});
