// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { fen } from "#core/money/fen.ts";
import { dateFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import { linesOf, printed } from "./printed.tsx";
import { general } from "./sample-slips.ts";

const issue = {
  ...general,
  code: "5001",
  facts: [
    textFact("customer", "张伟"),
    textFact("passwordCard", "030000100001"),
    dateFact("issuedOn", businessDate("2026-03-18")),
    textFact("uses", "1000"),
    moneyFact("limitSingle", fen(1_000_00)),
    moneyFact("limitDay", fen(5_000_00)),
    moneyFact("fee", fen(0)),
    termFact("note", "note.film-checked"),
    termFact("note", "note.password-card-first-login"),
    termFact("note", "note.password-card-personal"),
    termFact("note", "note.password-card-no-copies"),
    termFact("note", "note.password-card-scratch-only-asked"),
    termFact("note", "note.password-card-not-in-public"),
  ],
};
const headings = (page: HTMLElement) =>
  [...page.querySelectorAll("th.heading")].map(({ textContent }) => textContent);

describe("the slip of a password card", () => {
  test("P33–P35, P43: says in whole sentences what the customer must know", () => {
    const text = printed(issue).textContent;

    expect(text).toContain("电子银行口令卡仅限本人使用。");
    expect(text).toContain("不要将电子银行口令卡借予他人，并防止他人复制口令卡或对口令卡拍照。");
    expect(text).toContain("建议您只刮开需要的电子银行口令卡坐标。");
    expect(text).toContain("最好不要在公共场所（如网吧、公共图书馆等）使用网上银行。");
    expect(text).toContain("须先登录个人网上银行一次；登录即自动激活口令卡");
    expect(text).toContain("塑料包装膜和覆膜完好，客户已当面查看。");
  });

  test("groups its lines under what they are about", () => {
    expect(headings(printed(issue))).toEqual(["客户", "口令卡", "电子银行", "费用"]);
    expect(headings(printed(issue, "en"))).toEqual([
      "Customer",
      "Password card",
      "E-banking",
      "Fee",
    ]);
  });

  test("P42: bears the serial, and nothing that could be a cell or a coordinate", () => {
    const page = printed(issue);

    expect(linesOf(page)).toContainEqual(["passwordCard", "030000100001"]);
    expect(page.textContent).not.toMatch(/\b[A-H](?:10|[1-9])\b/);
  });
});

describe("the slips of blank stock", () => {
  test("V05: state the pieces by number", () => {
    const facts = [
      termFact("voucher", "voucher.password-card"),
      textFact("pieces", "50"),
      textFact("firstSerial", "030000100001"),
      textFact("lastSerial", "030000100050"),
    ];

    expect(headings(printed({ ...general, code: "8001", facts }))).toEqual(["凭证"]);
  });

  test("V03: are signed by the two who checked them, and by no customer", () => {
    const voucher = termFact("voucher", "voucher.password-card");
    const batch = textFact("batch", "b-2");
    const signed = (code: string, ...facts: Parameters<typeof printed>[0]["facts"]) =>
      printed({ ...general, code, facts }).querySelector(".signatures")?.textContent;

    expect(signed("8001", voucher)).toContain("核对人签名（两名）");
    expect(signed("5003", voucher)).not.toContain("客户签名");
    expect(signed("8008", batch)).not.toContain("客户签名");
    expect(signed("5003", textFact("customer", "张伟"))).toContain("客户签名");
  });

  test("V10: a card order keeps its own heading", () => {
    const facts = [textFact("order", "o-12"), dateFact("dueOn", businessDate("2026-03-25"))];

    expect(headings(printed({ ...general, code: "8006", facts }))).toEqual(["后续办理"]);
  });
});

describe("the slip of a hold", () => {
  const hold = {
    ...general,
    code: "6008",
    facts: [
      termFact("action", "action.freeze"),
      termFact("channel", "channel.counter"),
      textFact("customer", "张伟"),
      textFact("account", "0001****0001"),
      termFact("holdKind", "hold-kind.debit-block"),
      termFact("freezeWhy", "freeze-why.request"),
      termFact("note", "note.credits-reach-frozen"),
    ],
  };

  test("W12: groups its lines under a heading of its own, and speaks of no loss", () => {
    const page = printed(hold);

    expect(headings(page)).toEqual(["客户", "卡与账户", "冻结和控制事项"]);
    expect(headings(printed(hold, "en"))).toEqual(["Customer", "Card and account", "Holds"]);
    expect(page.textContent).toContain("冻结期间工资等款项仍可汇入");
    expect(page.textContent).not.toContain("挂失");
  });

  test("B-RISK: of a control that is lifted says why it was placed and why it ends", () => {
    const facts = [
      termFact("action", "action.lift"),
      termFact("controlReason", "control-reason.unusual-movement"),
      textFact("placedWords", "夜间多笔小额试探"),
      textFact("liftedWords", "已核实本人交易"),
      termFact("note", "note.control-ended"),
    ];
    const page = printed({ ...general, code: "6009", facts });

    expect(headings(page)).toEqual(["冻结和控制事项"]);
    expect(linesOf(page).map(([name]) => name)).toEqual([
      ...["action", "controlReason", "placedWords", "liftedWords", "note"],
    ]);
  });
});
