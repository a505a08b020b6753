// @vitest-environment happy-dom
import { within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { linesOf, printed } from "./printed.tsx";
import { exchange, general } from "./sample-slips.ts";

describe("业务回单", () => {
  test("3.12: states money in figures and in capitals, both closed to anything written before", () => {
    const lines = linesOf(printed(general));

    expect(lines).toContainEqual(["amount", "¥1,680.32"]);
    expect(lines).toContainEqual(["amountInWords", "人民币壹仟陆佰捌拾元零叁角贰分"]);
  });

  test("3.12: has the accounting seal where money moved, else the acceptance seal", () => {
    expect(within(printed(general)).getByText("核算用章")).toBeDefined();
    expect(within(printed(exchange)).getByText("业务受理章")).toBeDefined();
  });

  test("a transaction without an approver says so", () => {
    expect(printed(general, "en").querySelector(".posting")?.textContent).toContain(
      "Approved bynone",
    );
  });

  test("a code that has no name any more stands alone", () => {
    const page = printed({ ...general, code: "0000" });

    expect(page.querySelector(".posting")?.textContent).toContain("交易0000流水号");
  });
});

describe("the marks of a paper", () => {
  const marks = (page: HTMLElement) =>
    Array.from(page.querySelectorAll<HTMLElement>("[data-mark]"), ({ dataset }) => dataset.mark);

  test("the first print of a live posting bears none", () => {
    expect(marks(printed(general))).toEqual([]);
  });

  test("3.12: a reprint is marked with its count, once a sheet", () => {
    expect(within(printed({ ...general, reprints: 1 })).getByText("补打 第1次")).toBeDefined();
    expect(
      within(printed({ ...general, reprints: 12 }, "en")).getByText("REPRINT · COPY 12"),
    ).toBeDefined();
  });

  test("T13: a void paper says so across the page and in the head of every page", () => {
    const page = printed({ ...general, status: "void" });

    expect(marks(page)).toEqual(["void"]);
    expect(within(page).getAllByText("作废")).toHaveLength(2);
  });

  test("a demonstration says so under every page and in its head, in either language", () => {
    const slip = { ...general, demonstration: true };

    expect(marks(printed(slip))).toEqual(["demonstration"]);
    expect(printed(slip).querySelector(".watermark")?.textContent).toContain("演示 DEMONSTRATION");
    expect(printed(slip).querySelector("thead")?.textContent).toContain("演示 DEMONSTRATION");
    expect(printed(slip, "en").querySelector(".watermark")?.textContent).toContain("DEMONSTRATION");
  });
});
