// @vitest-environment happy-dom
import { within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { linesOf, printed } from "./printed.tsx";
import { exchange, replacement } from "./sample-slips.ts";

function ticksOf(page: HTMLElement): readonly string[] {
  return within(page)
    .getAllByRole("row")
    .filter((row) => row.dataset.relation)
    .map((row) => Array.from(row.children, (cell) => cell.textContent).join("|"));
}

describe("挂失补卡", () => {
  test("T35: every service of the card has one tick, under what becomes of it", () => {
    const page = printed(replacement);

    expect(
      within(page)
        .getAllByRole("columnheader")
        .map(({ textContent }) => textContent),
    ).toEqual(["关联业务转移清单", "业务", "标识", "原样保留", "改绑新卡号", "客户须通知对方"]);
    expect(ticksOf(page)).toHaveLength(12);
    expect(ticksOf(page)).toContain("口令卡|第 0042 号|✓||");
    expect(ticksOf(page)).toContain("e支付|末六位 001234||✓|");
    expect(ticksOf(page)).toContain("代发工资|示范机械制造有限公司|||✓");
  });

  test("L19, L20: with a new number the employer must be told; the old one is still credited", () => {
    const page = within(printed(replacement));

    expect(page.getByText(/请将新卡号告知单位财务部门/)).toBeDefined();
    expect(page.getByText("汇入旧卡号的款项仍记入您的账户。")).toBeDefined();
    expect(page.getByText("新卡须激活后才能使用。")).toBeDefined();
  });

  test("3.12: names both supervisors who approved", () => {
    expect(within(printed(replacement)).getAllByText("0101 / 0102")).toHaveLength(2);
  });
});

describe("换卡", () => {
  test("T31, T32: says when and where the new card will be, and that the old one works", () => {
    const paper = printed(exchange);
    const page = within(paper);

    expect(page.getByRole("heading", { name: "换卡回单" })).toBeDefined();
    expect(linesOf(paper)).toContainEqual(["dueOn", "2026-03-25"]);
    expect(linesOf(paper)).toContainEqual(["pickUpBranch", "9001 示范支行"]);
    expect(page.getByText("领到新卡前，旧卡可以继续使用。")).toBeDefined();
    expect(page.queryByText("关联业务转移清单")).toBeNull();
  });
});
