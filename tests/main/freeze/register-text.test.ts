import { describe, expect, test } from "vitest";
import { FreezeOrderView } from "#core/contract/freeze-view.ts";
import * as register from "#main/freeze/register-text.ts";
import { moment } from "#tests/support/freeze-desk.ts";

const csvOf = (orders: readonly FreezeOrderView[]) => [...register.csvOf(orders)].join("");
const jsonLinesOf = (orders: readonly FreezeOrderView[]) =>
  [...register.jsonLinesOf(orders)].join("");

const order = (over: object = {}) =>
  FreezeOrderView.parse({
    id: "f-7",
    kind: "court",
    organ: "朝阳区人民法院",
    documentNumber: "（2026）京执1号",
    officers: ["甲", "乙"],
    customer: "c-1",
    customerName: "顾客1",
    account: "a-1",
    accountNumber: "0101**********1234",
    scope: { type: "amount", amount: 123_456_05 },
    coversInterest: true,
    rest: 100_000_05,
    controlled: 5,
    deducted: 0,
    status: "active",
    deliveredAt: moment("2026-03-18 10:15:30"),
    effectiveAt: moment("2026-03-18 10:16:00"),
    endsAt: moment("2027-03-19"),
    daysLeft: 365,
    renewals: [],
    possible: ["6004"],
    impossible: [],
    ...over,
  });
const lineOf = (text: string) => text.split("\r\n")[1];

describe("the register as CSV", () => {
  test("F16: says an order in one line, in yuan and by the clock of China", () => {
    expect(lineOf(csvOf([order()]))).toBe(
      '"f-7","生效","01","1","人民法院","朝阳区人民法院","（2026）京执1号","甲","乙","顾客1",' +
        '"0101**********1234","金额","123456.05","100000.05","0.05","0.00","是","",' +
        '"2026-03-18 10:15:30","2026-03-18 10:16:00","2027-03-18","","365","0","","",""',
    );
  });

  test("of the whole account has no amount", () => {
    const whole = order({ scope: { type: "account", block: "full" }, rest: 0 });

    expect(lineOf(csvOf([whole]))).toContain('"账户（不收不付）","","","0.05"');
  });

  test("F17: says the measure and its object by their codes", () => {
    const renewals = [
      { from: moment("2026-09-19"), endsAt: moment("2027-03-19"), documentNumber: "9" },
    ];
    const released = order({ status: "released", scope: { type: "account", block: "debit" } });

    expect(csvOf([order()]).split("\r\n")[0]).toContain('"状态","措施代码","措施对象代码"');
    expect(lineOf(csvOf([order({ renewals })]))).toContain('"生效","02","1"');
    expect(lineOf(csvOf([released]))).toContain('"已解除","04","2"');
    expect(JSON.parse(jsonLinesOf([released]))).toMatchObject({ measure: "04", object: "2" });
  });

  test("F16: says of an order that is over when it ended and by which paper", () => {
    const released = order({
      status: "released",
      daysLeft: undefined,
      endedAt: moment("2026-05-20 09:00:01"),
      endedBy: { documentNumber: "（2026）京执2号", officers: ["甲", "乙"] },
    });

    expect(lineOf(csvOf([released]))).toMatch(
      /"0","解除","2026-05-20 09:00:01","（2026）京执2号"$/,
    );
    expect(JSON.parse(jsonLinesOf([released]))).toMatchObject({ endReason: "released" });
    expect(JSON.parse(jsonLinesOf([order()]))).not.toHaveProperty("endReason");
  });

  test.each([
    [true, "是", "yes"],
    [false, "否", "no"],
  ] as const)("F04: says whether interest is covered: %s", (coversInterest, read, said) => {
    const columns = csvOf([order()]).split("\r\n")[0]?.split(",") ?? [];
    const cells = lineOf(csvOf([order({ coversInterest })]))?.split(",") ?? [];

    expect(cells[columns.indexOf('"是否及于孳息"')]).toBe(`"${read}"`);
    expect(JSON.parse(jsonLinesOf([order({ coversInterest })]))).toMatchObject({
      coversInterest: said,
    });
  });

  test.each([
    ["court", "2026-11-24", "2026-11-23"],
    ["emergency-stop", "2026-11-24 17:21:00", "2026-11-24 17:21:00"],
    ["aml", "2026-11-24", "2026-11-24 00:00:00"],
  ])("5.4: says the end as its paper does, of %s until %s", (kind, endsAt, said) => {
    const columns = csvOf([order()]).split("\r\n")[0]?.split(",") ?? [];
    const ending = order({ kind, endsAt: moment(endsAt) });

    expect(lineOf(csvOf([ending]))?.split(",")[columns.indexOf('"冻结至"')]).toBe(`"${said}"`);
    expect(JSON.parse(jsonLinesOf([ending]))).toMatchObject({ kind, endsAt: said });
  });

  test("F15: has Chinese headings, each once, and English names in JSON Lines", () => {
    const headings = csvOf([]).replace("\uFEFF", "").trim().split(",");

    expect(new Set(headings).size).toBe(headings.length);
    for (const heading of headings) expect(heading).toMatch(/^"[一-龥（）]+"$/);
    for (const name of Object.keys(JSON.parse(jsonLinesOf([order()])))) {
      expect(name).toMatch(/^[a-zA-Z0-9]+$/);
    }
  });

  test("of nothing is its heading alone", () => {
    expect(csvOf([]).split("\r\n")).toHaveLength(2);
    expect(jsonLinesOf([])).toBe("");
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", " =1", "\t=1", "|calc", "%0"])(
    "keeps what a spreadsheet would run as words: %j",
    (words) => {
      expect(lineOf(csvOf([order({ organ: words })]))).toContain(`"'${words}"`);
    },
  );

  test("doubles quotes, so that no words end their cell", () => {
    const line = lineOf(csvOf([order({ organ: '法院","=1+1' })]));

    expect(line).toContain('"法院"",""=1+1"');
  });
});

describe("the register as JSON Lines", () => {
  test("has one order a line, with what the order has and nothing else", () => {
    const [line, rest] = jsonLinesOf([order()]).split("\n");

    expect(rest).toBe("");
    expect(JSON.parse(line ?? "")).toMatchObject({
      order: "f-7",
      amount: "123456.05",
      daysLeft: 365,
      renewals: 0,
    });
    expect(line).not.toContain('"queue"');
    expect(line).not.toContain("possible");
  });
});
