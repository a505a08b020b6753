import { describe, expect, test } from "vitest";
import { noCaseFor, waysOf } from "#renderer/screens/loss/case-reasons.ts";
import { noCardToReport } from "#renderer/screens/loss/reportable.ts";
import { createLanguage } from "#renderer/wording/language.ts";
import type { Words } from "#renderer/wording/words.ts";
import { lossCaseView, oralCaseView } from "#tests/renderer/support/loss-views.ts";
import { customerView } from "#tests/renderer/support/views.ts";

const words = createLanguage("zh-CN").t as Words;
const here = "0001";

describe("a transaction on a loss case that the customer has not", () => {
  test("L12: before the term says the first possible day and leads back to the page", () => {
    const lossCases = [lossCaseView({ status: "formal-waiting", possible: ["4005", "4006"] })];

    const [reason] = noCaseFor("4007")(customerView({ lossCases }), words, here);

    expect(reason?.text).toContain("最早 2026-05-18 可以办理");
    expect(reason?.ways[0]).toEqual({ code: "9002" });
  });

  test("T03: an oral report leads to its writing down first", () => {
    const [reason] = noCaseFor("4007")(customerView({ lossCases: [oralCaseView()] }), words, here);

    expect(reason?.text).toContain("先转书面（4003）");
    expect(reason?.ways[0]).toEqual({ code: "4003", subject: { lossCase: "00012605100001" } });
  });

  test("T13: after the slip was lost nothing is withdrawn", () => {
    const lossCases = [lossCaseView({ slipLost: true, possible: ["4005", "4007", "4008"] })];

    const [reason] = noCaseFor("4006")(customerView({ lossCases }), words, here);

    expect(reason?.text).toContain("挂失不能撤销");
  });

  test("T20: a case of the PIN alone leads to the PIN, and a case of the card to the card", () => {
    const pin = [lossCaseView({ kind: "pin", possible: ["4005", "4006", "4009"] })];
    const card = [lossCaseView()];

    expect(noCaseFor("4007")(customerView({ lossCases: pin }), words, here)[0]?.text).toContain(
      "密码重置（4009）",
    );
    expect(noCaseFor("4009")(customerView({ lossCases: card }), words, here)[0]?.text).toContain(
      "补卡（4007）",
    );
  });

  test("L04: a case of another branch sends the customer there", () => {
    const lossCases = [lossCaseView({ branch: "0202" })];

    const [reason] = noCaseFor("4007")(customerView({ lossCases }), words, here);

    expect(reason?.text).toContain("在 0202 网点受理");
    expect(reason?.ways).toEqual([{ code: "9002" }]);
  });

  test("T06: a lapsed report is told of, and a new one offered", () => {
    const lossCases = [oralCaseView({ status: "lapsed", possible: [] })];

    const [lapsed, none] = noCaseFor("4003")(customerView({ lossCases }), words, here);

    expect(lapsed?.text).toContain("已于 2026-05-20 到期失效");
    expect(none?.ways.map(({ code }) => code)).toEqual(["4002", "4001", "4004"]);
  });

  test("a case that goes on leaves the form alone", () => {
    const customer = customerView({ lossCases: [lossCaseView()] });

    expect(noCaseFor("4007")(customer, words, here)).toEqual([]);
  });
});

describe("what can be done with a case", () => {
  test("the likeliest comes first", () => {
    expect(waysOf(lossCaseView(), here).map(({ code }) => code)).toEqual([
      "4007",
      "4006",
      "4008",
      "4005",
    ]);
  });

  test("L06, L07: a card of the old number comes early only where no new one was agreed", () => {
    const possible = ["4005", "4006", "8006"] as const;
    const codes = (numbering: "same" | "new" | undefined) =>
      waysOf(lossCaseView({ possible, numbering }), here).map(({ code }) => code);

    expect(codes("same")).toEqual(["8006", "4006", "4005"]);
    expect(codes(undefined)).toEqual(["8006", "4006", "4005"]);
    expect(codes("new")).toEqual(["4006", "4005", "8006"]);
  });

  test("T12: away from its branch an oral report can be withdrawn and nothing else", () => {
    expect(waysOf(oralCaseView({ branch: "0202" }), here).map(({ code }) => code)).toEqual([
      "4006",
    ]);
  });
});

describe("a card to be reported lost", () => {
  test("T10: a card whose loss is open can still lose its PIN", () => {
    const customer = customerView({ lossCases: [lossCaseView()] });

    expect(noCardToReport(["card"])(customer, words, here)[0]?.text).toContain("已经挂失");
    expect(noCardToReport(["pin", "both"])(customer, words, here)).toEqual([]);
  });

  test("a double loss takes both", () => {
    const customer = customerView({ lossCases: [lossCaseView({ kind: "both" })] });

    expect(noCardToReport(["pin", "both"])(customer, words, here)).toHaveLength(1);
  });
});
