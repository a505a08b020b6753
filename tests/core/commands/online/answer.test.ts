import { describe, expect, test } from "vitest";
import { bill, purchase, type RawOrder, transfer } from "#tests/support/online-customers.ts";
import { challengeIn, openOnlineDeskFor, restarted, wordOf } from "#tests/support/online-desk.ts";

/** A customer who was asked for A3, which is 136, and B2, which is 135 (P03, P04). */
function askedForA3B2(order: RawOrder = transfer) {
  const desk = openOnlineDeskFor();
  desk.willAsk("A3", "B2");
  const challenge = challengeIn(desk.pays(order));
  return { desk, challenge };
}

describe("the answer to A3, B2 where A3 is 136 and B2 is 135", () => {
  test("P04: is 136135", () => {
    const { desk } = askedForA3B2();

    const reply = desk.answers("136135", transfer);

    expect(reply).toEqual({
      ok: true,
      value: {
        status: "paid",
        payee: "样例公司 6228480000000000018",
        amount: 100_00,
        balanceAfter: 7_900_00,
        usesLeft: 999,
        isToRemind: false,
      },
    });
    expect(desk.cardOf()).toMatchObject({ used: 1, answered: 1, cellsSeen: ["A3", "B2"] });
  });

  test("P04: is not 135136; that is wrong and counted", () => {
    const { desk } = askedForA3B2();

    const reply = desk.answers("135136", transfer);

    expect(reply).toEqual({
      ok: false,
      refusal: { code: "password-card.wrong-answer", triesLeft: 2 },
    });
    expect(desk.cardOf()).toMatchObject({ wrongRun: 1, wrongToday: 1, used: 0 });
    expect(desk.balance("a-1")).toBe(8_000_00);
  });

  test.each([
    ["with a blank between", "136 135"],
    ["with full-width digits", "１３６１３５"],
    ["with one full-width digit", "13613５"],
    ["with Arabic-Indic digits", "١٣٦١٣٥"],
    ["a digit short", "13613"],
    ["a digit long", "1361355"],
    ["with a blank before it", " 136135"],
    ["with a line break behind it", "136135\n"],
    ["with a line break in place of a digit", "13613\n"],
    ["with a sign", "+13613"],
    ["in letters", "abcdef"],
    ["as a decimal", "13613."],
    ["left empty", ""],
    ["of two hundred digits", "1".repeat(200)],
  ])("P04: %s is malformed, which is no wrong answer and not counted", (_what, typed) => {
    const { desk } = askedForA3B2();
    const before = desk.batches().length;

    expect(desk.answers(typed, transfer)).toEqual({
      ok: false,
      refusal: { code: "challenge.answer-malformed", digits: 6 },
    });
    expect(desk.batches()).toHaveLength(before);
    expect(wordOf(desk.answers("136135", transfer))).toBe("paid");
  });

  test("P10: serves once: the same answer again is a replay, and pays nothing", () => {
    const { desk, challenge } = askedForA3B2();
    desk.answers("136135", transfer);

    const again = desk.answers("136135", transfer, { challenge: challenge.id });

    expect(again).toEqual({ ok: false, refusal: { code: "challenge.answered" } });
    expect(desk.balance("a-1")).toBe(7_900_00);
    expect(desk.cardOf().used).toBe(1);
  });

  test("P10: serves once across a restart, and against any other order", () => {
    const { desk, challenge } = askedForA3B2();
    desk.answers("136135", transfer);
    const later = restarted(desk);

    expect(wordOf(later.answers("136135", transfer, { challenge: challenge.id }))).toBe(
      "challenge.answered",
    );
    expect(wordOf(later.answers("136135", bill, { challenge: challenge.id }))).toBe(
      "challenge.answered",
    );
  });

  test("P10: two right answers one after the other pay once", () => {
    const { desk, challenge } = askedForA3B2();
    const both = ["136135", "136135"].map((typed) =>
      wordOf(desk.answers(typed, transfer, { challenge: challenge.id })),
    );

    expect(both).toEqual(["paid", "challenge.answered"]);
    expect(desk.balance("clearing")).toBe(100_00);
  });

  test("4.1: is taken in the last millisecond of the five minutes", () => {
    const { desk } = askedForA3B2();
    desk.pass(5 * 60_000);

    expect(wordOf(desk.answers("136135", transfer))).toBe("paid");
  });

  test("4.1: comes too late a millisecond after the five minutes, and is not counted", () => {
    const { desk, challenge } = askedForA3B2();
    desk.pass(5 * 60_000 + 1);

    expect(desk.answers("136135", transfer)).toEqual({
      ok: false,
      refusal: { code: "challenge.expired" },
    });
    expect(wordOf(desk.answers("135136", transfer))).toBe("challenge.expired");
    expect(desk.cardOf()).toMatchObject({ wrongRun: 0, used: 0, challenge });
  });

  test("4.1: late, it serves the renewed challenge for the same cells", () => {
    const { desk, challenge } = askedForA3B2();
    desk.pass(5 * 60_000 + 1);
    desk.pays(transfer);

    expect(wordOf(desk.answers("136135", transfer, { challenge: challenge.id }))).toBe(
      "challenge.unknown",
    );
    expect(wordOf(desk.answers("136135", transfer))).toBe("paid");
  });
});

describe("an answer for something else than was asked", () => {
  const changes: readonly (readonly [string, RawOrder, "internet-bank" | "wap-bank" | "shop"])[] = [
    ["amount", { ...transfer, amount: 100_01 }, "internet-bank"],
    ["payee's name", { ...transfer, payeeName: "样例公司乙" }, "internet-bank"],
    ["payee's number", { ...transfer, payeeAccount: "6228480000000000026" }, "internet-bank"],
    ["kind", { ...purchase, amount: 100_00 }, "internet-bank"],
    ["channel", transfer, "wap-bank"],
  ];
  test.each(changes)(
    "4.2: with another %s is refused though the cells are right",
    (_what, order, channel) => {
      const { desk } = askedForA3B2();

      expect(desk.answers("136135", order, { channel })).toEqual({
        ok: false,
        refusal: { code: "challenge.elements-changed" },
      });
      expect(wordOf(desk.answers("000000", order, { channel }))).toBe("challenge.elements-changed");
      expect(desk.cardOf()).toMatchObject({ used: 0, wrongRun: 0 });
      expect(wordOf(desk.answers("136135", transfer))).toBe("paid");
    },
  );

  test("4.2: a purchase that was asked for in the bank is not answered on the shop's page", () => {
    const { desk } = askedForA3B2(purchase);

    expect(wordOf(desk.answers("136135", purchase, { channel: "shop" }))).toBe(
      "challenge.elements-changed",
    );
  });

  test("4.2: another customer's challenge is unknown to her card, and costs her nothing", () => {
    const { desk, challenge } = askedForA3B2();
    desk.enrol(2);
    desk.pays(transfer, { customer: "c-2" });

    const reply = desk.answers("136135", transfer, { customer: "c-2", challenge: challenge.id });

    expect(reply).toEqual({ ok: false, refusal: { code: "challenge.unknown" } });
    expect(desk.cardOf("c-2").wrongRun).toBe(0);
    expect(wordOf(desk.answers("136135", transfer))).toBe("paid");
  });

  test("4.2: two customers who ask for the same payment have two challenges", () => {
    const { desk, challenge } = askedForA3B2();
    desk.enrol(2);

    const other = challengeIn(desk.pays(transfer, { customer: "c-2" }));

    expect(other.id).not.toBe(challenge.id);
    expect(other.binding).not.toBe(challenge.binding);
  });

  test("4.1: a challenge nobody ever asked for is unknown", () => {
    const desk = openOnlineDeskFor();

    expect(wordOf(desk.answers("136135", transfer, { challenge: "ch-1" }))).toBe(
      "challenge.unknown",
    );
    expect(wordOf(desk.answers("136135", transfer, { challenge: "" }))).toBe("challenge.unknown");
  });

  test("a customer with a U盾 answers no cells: she presses", () => {
    const desk = openOnlineDeskFor({ usbKey: true });

    expect(wordOf(desk.answers("136135", transfer, { challenge: "ch-1" }))).toBe(
      "challenge.unknown",
    );
  });
});
