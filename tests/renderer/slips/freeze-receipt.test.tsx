// @vitest-environment happy-dom
import { within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { clockTime, instantAt } from "#core/calendar/instant.ts";
import { fen } from "#core/money/fen.ts";
import {
  instantFact,
  moneyFact,
  officerFact,
  orderFact,
  periodFact,
  termFact,
  textFact,
} from "#core/slip/facts.ts";
import { linesOf, printed } from "./printed.tsx";
import { general } from "./sample-slips.ts";

const at = instantAt(businessDate("2026-05-18"), clockTime("11:58:07"));

/** 6001: a court's order of which the balance covers a part. */
const receipt = {
  ...general,
  kind: "freeze-receipt" as const,
  code: "6001",
  facts: [
    termFact("freezeKind", "freeze-kind.court"),
    textFact("organ", "示范区人民法院"),
    textFact("documentNumber", "（2026）示01执12号"),
    officerFact("officer", { name: "钱法官", permit: "示A0001" }),
    officerFact("officer", { name: "孙书记员", permit: "示A0002" }),
    instantFact("deliveredAt", at),
    textFact("account", "0001****0001"),
    moneyFact("target", fen(6_000_00)),
    moneyFact("controlled", fen(4_000_00)),
    instantFact("freezeEnds", at),
    termFact("note", "note.freeze-takes-up-credits"),
  ],
};

describe("协助执行回执", () => {
  test("F16: says the organ, both officers, the amount asked for and what is really controlled", () => {
    const lines = linesOf(printed(receipt));

    expect(lines).toContainEqual(["organ", "示范区人民法院"]);
    expect(lines.filter(([name]) => name === "officer")).toEqual([
      ["officer", "钱法官 示A0001"],
      ["officer", "孙书记员 示A0002"],
    ]);
    expect(lines).toContainEqual(["target", "¥6,000.00"]);
    expect(lines).toContainEqual(["controlled", "¥4,000.00"]);
  });

  test.each([
    ["covers-interest.yes", "及于孳息"],
    ["covers-interest.no", "不及于孳息"],
  ] as const)("F04: says whether interest is covered: %s", (term, said) => {
    const lines = linesOf(printed({ ...receipt, facts: [termFact("coversInterest", term)] }));

    expect(lines).toEqual([["coversInterest", said]]);
  });

  test("F10: a waiting order's says its place and who is before it until when", () => {
    const ahead = (organ: string, until: typeof at | undefined) =>
      orderFact("frozenBy", { organ, documentNumber: "（2026）1号", until });
    const facts = [
      textFact("queue", "1"),
      ahead("示范市公安局", at),
      ahead("示范海关", undefined),
      periodFact("termAsked", { unit: "months", count: 6 }),
    ];

    expect(linesOf(printed({ ...receipt, facts }))).toEqual([
      ["queue", "1"],
      ["termAsked", "6 个月"],
      ["frozenBy", "示范市公安局 （2026）1号，至 2026-05-18 11:58:07"],
      ["frozenBy", "示范海关 （2026）1号，至解除为止"],
    ]);
    expect(linesOf(printed({ ...receipt, facts }, "en")).slice(1)).toEqual([
      ["termAsked", "6 months"],
      ["frozenBy", "示范市公安局 （2026）1号, until 2026-05-18 11:58:07"],
      ["frozenBy", "示范海关 （2026）1号, until it is released"],
    ]);
  });

  test("F10: a receipt of an older journal says by whom and until when as it did", () => {
    const facts = [textFact("frozenBy", "示范市公安局"), instantFact("frozenUntil", at)];

    expect(linesOf(printed({ ...receipt, facts }))).toEqual([
      ["frozenBy", "示范市公安局"],
      ["frozenUntil", "2026-05-18 11:58:07"],
    ]);
  });

  test("F04: of several accounts each has a form of its own, from its order to its end", () => {
    const facts = [
      textFact("organ", "示范区人民法院"),
      textFact("customer", "张三"),
      textFact("freezeOrder", "f-1"),
      textFact("account", "0001****0001"),
      moneyFact("controlled", fen(4_000_00)),
      textFact("freezeOrder", "f-2"),
      textFact("account", "0001****0002"),
      textFact("queue", "1"),
    ];
    const page = printed({ ...receipt, facts });

    const forms = [...page.querySelectorAll<HTMLElement>("table.form")].map(linesOf);
    expect(forms).toEqual([
      [
        ["organ", "示范区人民法院"],
        ["customer", "张三"],
      ],
      [
        ["freezeOrder", "f-1"],
        ["account", "0001****0001"],
        ["controlled", "¥4,000.00"],
      ],
      [
        ["freezeOrder", "f-2"],
        ["account", "0001****0002"],
        ["queue", "1"],
      ],
    ]);
  });

  test("no tipping off: the officers sign, and there is no line for a customer", () => {
    const page = printed(receipt);

    expect(within(page).getByText("执法人员签收（两名）")).toBeTruthy();
    expect(within(page).getByText("协助执行专用章")).toBeTruthy();
    expect(within(page).queryByText("客户签名")).toBeNull();
  });
});
