// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { instant } from "#core/calendar/instant.ts";
import { signedFen } from "#core/money/fen.ts";
import { instantFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import { linesOf, printed } from "./printed.tsx";
import { general } from "./sample-slips.ts";

const reversal = {
  ...general,
  code: "1106",
  facts: [
    textFact("reversedSequence", "341"),
    textFact("reversedCode", "3011"),
    textFact("reversedSlip", "010120261122000073"),
    instantFact("reversedAt", instant(Date.UTC(2026, 10, 22, 3, 0, 0))),
    textFact("customer", "张伟"),
    moneyFact("amount", signedFen(-5_000_00)),
    moneyFact("cashReturned", signedFen(5_000_00)),
    textFact("box", "1001"),
    moneyFact("balanceAfter", signedFen(1_000_00)),
    termFact("reversalReason", "reversal.amount-wrong"),
    textFact("reversalWords", "多输一个零"),
    termFact("note", "note.reversed-slip-void"),
  ],
};
const headings = (page: HTMLElement) =>
  [...page.querySelectorAll("th.heading")].map(({ textContent }) => textContent);
const marks = (page: HTMLElement) =>
  [...page.querySelectorAll(".mark")].map(({ textContent }) => textContent);

test("C06: the slip of a reversal says which slip it undoes, by name and number, and is marked", () => {
  const page = printed(reversal);

  expect(headings(page)).toEqual(["冲正", "客户", "金额"]);
  expect(marks(page)).toContain("冲正");
  expect(linesOf(page)).toContainEqual(["reversedCode", "3011 现金存款"]);
  expect(linesOf(page)).toContainEqual(["reversedSlip", "010120261122000073"]);
  expect(linesOf(page)).toContainEqual(["amount", "¥-5,000.00"]);
  expect(page.textContent).toContain("原业务已全部冲正，原回单作废并由银行收回。");
  expect(headings(printed(reversal, "en"))).toEqual(["Reversal", "Customer", "Money"]);
});

test("C06: the slip of what was undone says so, wholly or of its fee alone", () => {
  const whole = printed({ ...general, status: "void", reversed: { by: 343, part: "whole" } });
  const fee = printed({ ...general, reversed: { by: 344, part: "fee" } });

  expect(marks(whole)).toEqual(["作废", "已冲正 流水 343"]);
  expect(marks(fee)).toEqual(["手续费已冲正 流水 344"]);
});

test("V03: what went back to the vault bears no customer's signature", () => {
  const facts = [
    textFact("reversedCode", "8001"),
    termFact("voucher", "voucher.password-card"),
    textFact("pieces", "10"),
    termFact("note", "note.reversed-pieces-back"),
  ];
  const signed = (slip: Parameters<typeof printed>[0]) =>
    printed(slip).querySelector(".signatures")?.textContent;

  expect(signed({ ...reversal, facts })).not.toContain("客户签名");
  expect(signed(reversal)).toContain("客户签名");
});
