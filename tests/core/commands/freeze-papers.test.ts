import { beforeEach, describe, expect, test } from "vitest";
import type { RawInput } from "#tests/support/counter.ts";
import {
  type FreezeDesk,
  moment,
  openFreezeDesk,
  orderOf,
  papersOf,
} from "#tests/support/freeze-desk.ts";

let desk: FreezeDesk;
beforeEach(() => {
  desk = openFreezeDesk();
});

const refusal = (input: RawInput<"6001">) => desk.refusal({ code: "6001", input });
const officers = papersOf("court").officers;
const [first, second] = officers;

describe("who may register", () => {
  test("F03: a teller without the duty of assistance may not, whatever the papers", () => {
    desk.seat("0001");

    expect(refusal(orderOf(0))).toEqual({ code: "freeze.not-allowed" });
  });

  test("D02: a supervisor has the duty by office, gives the word, and keys none", () => {
    desk.seat("0100");

    expect(refusal(orderOf(1))).toMatchObject({ code: "teller.role", may: ["teller"] });
    desk.set({ rights: { "6001": ["teller", "supervisor"] } });
    expect(refusal(orderOf(1))).toBeUndefined();
  });

  test("the auditor may not, who only looks", () => {
    desk.seat("0700");

    expect(refusal(orderOf(1))).toMatchObject({ code: "teller.role", role: "auditor" });
  });

  test("D03: an amount takes a supervisor's word, the whole account the branch head's", () => {
    const scope = { type: "account", block: "debit" } as const;

    expect(desk.preview({ code: "6001", input: orderOf(1) })).toMatchObject({
      value: { level: "A2" },
    });
    expect(desk.preview({ code: "6001", input: orderOf(1, { scope }) })).toMatchObject({
      value: { level: "A3" },
    });
  });
});

describe("papers", () => {
  test.each(["work-permit", "execution-permit", "ruling", "notice"] as const)(
    "F03: a court's order without its %s is handed back",
    (paper) => {
      const shown = papersOf("court").shown.filter((other) => other !== paper);

      expect(refusal(orderOf(1, { papers: papersOf("court", { shown }) }))).toEqual({
        code: "freeze.paper-missing",
        paper,
      });
    },
  );

  test("F02: an administrative organ brings its decision besides the notice", () => {
    const shown = ["work-permit", "notice"] as const;
    const papers = papersOf("administrative", { shown: [...shown] });
    const whole = papersOf("administrative", { shown: [...shown, "decision"] });
    const term = { unit: "days", count: 30 } as const;

    expect(refusal(orderOf(1, { papers, term }))).toEqual({
      code: "freeze.paper-missing",
      paper: "decision",
    });
    expect(refusal(orderOf(1, { papers: whole, term }))).toBeUndefined();
  });

  test("F02: two officers who are one person are handed back, by name or by permit", () => {
    const sameName = papersOf("court", {
      officers: [first, { ...second, name: ` ${first.name}` }],
    });
    const samePermit = papersOf("court", {
      officers: [first, { ...second, permit: "京Ａ０００１" }],
    });

    expect(refusal(orderOf(1, { papers: sameName }))).toEqual({ code: "freeze.one-officer-twice" });
    expect(refusal(orderOf(1, { papers: samePermit }))).toEqual({
      code: "freeze.one-officer-twice",
    });
  });

  test("F03: a permit serves on its last day and not on the day after", () => {
    const until = (permitValidTo: string) =>
      orderOf(1, {
        papers: papersOf("court", { officers: [first, { ...second, permitValidTo }] }),
      });

    expect(refusal(until("2026-03-18"))).toBeUndefined();
    expect(refusal(until("2026-03-17"))).toEqual({
      code: "freeze.permit-expired",
      permitValidTo: "2026-03-17",
    });
  });

  test("5.4: a document number is laid down once by an organ, however it is typed", () => {
    const documentNumber = "（2026）京01执1号";
    const order = desk.freeze(orderOf(1, { papers: papersOf("court", { documentNumber }) }));
    const again = papersOf("court", { documentNumber: "(2026) 京01执1号" });
    const another = { kind: "court", name: "海淀区人民法院" } as const;

    expect(refusal(orderOf(1, { papers: again }))).toEqual({
      code: "freeze.document-known",
      order,
    });
    expect(refusal(orderOf(1, { papers: { ...again, organ: another } }))).toBeUndefined();
  });

  const invisible = ["\u200b", "\u2060", "\u00ad", "\u202e", "\u0000", "\n", "\u034f", "\u3164"];

  test.each(invisible)("5.4: nor is it another number with what nobody sees in it: %j", (sign) => {
    const order = desk.freeze(
      orderOf(1, { papers: papersOf("court", { documentNumber: "京执1号" }) }),
    );
    const again = papersOf("court", { documentNumber: `京执${sign}1号` });

    expect(refusal(orderOf(1, { papers: again }))).toEqual({
      code: "freeze.document-known",
      order,
    });
  });

  test.each(["(2026)京1", "〔2026〕京1", "[2026]京1", "【2026】京1", "［2026］京1"])(
    "5.4: nor with brackets of another shape: %s",
    (documentNumber) => {
      const papers = papersOf("court", { documentNumber: "（2026）京1" });
      const order = desk.freeze(orderOf(1, { papers }));
      const again = papersOf("court", { documentNumber });
      const other = papersOf("court", { documentNumber: `${documentNumber}1` });

      expect(refusal(orderOf(1, { papers: again }))).toEqual({
        code: "freeze.document-known",
        order,
      });
      expect(refusal(orderOf(1, { papers: other }))).toBeUndefined();
    },
  );

  test.each(invisible)("F02: nor is one officer two by what nobody sees: %j", (sign) => {
    const twice = { code: "freeze.one-officer-twice" };
    const with2 = (over: object) =>
      refusal(
        orderOf(1, { papers: papersOf("court", { officers: [first, { ...second, ...over }] }) }),
      );

    expect(with2({ permit: `京${sign}A0001` })).toEqual(twice);
    expect(with2({ name: `经${sign}办甲` })).toEqual(twice);
  });

  test("K01: a card number is no document number, and its first twelve digits are", () => {
    const numbered = (documentNumber: string) =>
      refusal(orderOf(1, { papers: papersOf("court", { documentNumber }) }));

    expect(() => numbered("卡6222020000000000018")).toThrow("no card number");
    expect(() => numbered("卡6222 0200 0000\u200b0000 018")).toThrow("no card number");
    expect(numbered("卡622202000000")).toBeUndefined();
  });

  test("5.4: nor is the number of a paper that released, renewed or deducted used again", () => {
    const order = desk.freeze(orderOf(5_000_00));
    const [released, renewed, deducted] = [1, 2, 3].map(() => papersOf("court"));
    const is = (papers: typeof released) =>
      refusal(orderOf(1, { papers: papers ?? papersOf("aml") }));
    desk.does({ code: "6004", input: { order, papers: released ?? papersOf("aml"), amount: 1 } });
    const term = { unit: "months", count: 1 } as const;
    desk.does({
      code: "6002",
      input: { order, papers: renewed ?? papersOf("aml"), term, isExtended: false },
    });
    const to = { name: "执行款", account: "110000000000000001", bank: "样例银行" };
    desk.does({
      code: "6006",
      input: { order, papers: deducted ?? papersOf("aml"), amount: 1, to },
    });

    expect(is(released)).toEqual({ code: "freeze.document-known", order });
    expect(is(renewed)).toEqual({ code: "freeze.document-known", order });
    expect(is(deducted)).toEqual({ code: "freeze.document-known", order });
  });

  test("F10: it was delivered by now, to the second", () => {
    const at = (deliveredAt: number) => orderOf(1, { papers: papersOf("court", { deliveredAt }) });

    expect(refusal(at(moment("2026-03-18 10:15:00")))).toBeUndefined();
    expect(refusal(at(moment("2026-03-18 10:15:01")))).toEqual({ code: "freeze.delivered-later" });
  });

  test("F10: of a new order it is at most seven days back, to the second", () => {
    const at = (deliveredAt: number) => orderOf(1, { papers: papersOf("court", { deliveredAt }) });

    expect(refusal(at(moment("2026-03-11 10:15:00")))).toBeUndefined();
    expect(refusal(at(moment("2026-03-11 10:14:59")))).toEqual({
      code: "freeze.delivered-long-ago",
      days: 7,
    });
  });

  test("F07: what ends an order may be late: its delivery gives no rank", () => {
    const order = desk.freeze(orderOf(1));
    const papers = papersOf("court", { deliveredAt: moment("2026-03-18 10:15:00") });
    desk.at("2026-05-20 10:15:00");

    expect(desk.refusal({ code: "6004", input: { order, papers } })).toBeUndefined();
  });

  test("a clock moved back makes papers come from the future: they are not taken", () => {
    desk.at("2026-03-18 09:59:59");

    expect(refusal(orderOf(1))).toEqual({ code: "freeze.delivered-later" });
  });
});
