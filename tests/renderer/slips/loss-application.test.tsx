// @vitest-environment happy-dom
import { within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { known } from "#core/kernel/assert.ts";
import { printed, sheetsOf } from "./printed.tsx";
import { lossApplication } from "./sample-slips.ts";

function copyNamed(page: HTMLElement, name: string): HTMLElement {
  const found = sheetsOf(page).find((sheet) => sheet.getAttribute("aria-label") === name);
  return known(found, `there is a copy ${name}`);
}

describe("挂失申请书", () => {
  test("3.12: has one sheet each for customer, bank and archive", () => {
    const sheets = sheetsOf(printed(lossApplication));

    expect(sheets.map((sheet) => sheet.getAttribute("aria-label"))).toEqual([
      "第一联　客户联",
      "第二联　银行联",
      "第三联　档案联",
    ]);
  });

  test("3.12: says its posting on every sheet: branch, time, journal, transaction, people", () => {
    for (const sheet of sheetsOf(printed(lossApplication))) {
      expect(sheet.querySelector(".posting")?.textContent).toBe(
        "网点示范支行 9001日期2026-03-18时间10:21:07交易4002 书面挂失" +
          "流水号1207币种人民币 CNY经办柜员0001授权人0101",
      );
    }
  });

  test("L11: the customer's copy is the paper for collection: number, day and branch", () => {
    const copy = copyNamed(printed(lossApplication), "第一联　客户联");
    const promise = copy.querySelector(".collection");

    expect(promise?.textContent).toContain("申请书编号900120260318000012");
    expect(promise?.textContent).toContain("最早办理日2026年3月26日");
    expect(promise?.textContent).toContain("办理网点9001 示范支行");
    expect(within(copy).getByRole("img", { name: "900120260318000012" })).toBeDefined();
  });

  test("L11: the bank's copies are none; they have room for how the case ends", () => {
    const page = printed(lossApplication);

    expect(copyNamed(page, "第一联　客户联").querySelector(".result")).toBeNull();
    for (const name of ["第二联　银行联", "第三联　档案联"]) {
      expect(copyNamed(page, name).querySelector(".collection")).toBeNull();
      expect(copyNamed(page, name).querySelector(".result")?.textContent).toContain("处理结果");
    }
  });

  test("T13, L10: warns of losing the paper, and says that credits go on", () => {
    const copy = within(copyNamed(printed(lossApplication), "第一联　客户联"));

    expect(copy.getByText(/遗失.*等待期重新计算.*不能再撤销.*只能由本人领卡/)).toBeDefined();
    expect(copy.getByText(/工资等款项仍可汇入/)).toBeDefined();
  });

  test("T09: an agent is described and signs; without one the customer does", () => {
    const facts = lossApplication.facts.filter(({ name }) => !name.startsWith("agent"));
    const byAgent = within(copyNamed(printed(lossApplication), "第二联　银行联"));
    const byHolder = within(copyNamed(printed({ ...lossApplication, facts }), "第二联　银行联"));

    expect(byAgent.getByRole("rowheader", { name: "与持卡人关系" })).toBeDefined();
    expect(byAgent.getByText("代理人签名")).toBeDefined();
    expect(byHolder.queryByRole("rowheader", { name: "与持卡人关系" })).toBeNull();
    expect(byHolder.queryByText("代理人签名")).toBeNull();
  });

  test("says the same in English", () => {
    const copy = copyNamed(printed(lossApplication, "en"), "Customer copy");

    expect(copy.querySelector(".collection")?.textContent).toContain("26 March 2026");
    expect(within(copy).getByText(/If it is lost, report that at this branch/)).toBeDefined();
    expect(within(copy).getByText("Acceptance seal")).toBeDefined();
  });
});
