// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { bankSession, bankView, challenged } from "#tests/renderer/support/customer-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  at,
  type CustomerAnswers,
  openCustomerWindow,
} from "#tests/renderer/support/render-customer.tsx";

const session = bankSession({ channel: "wap-bank" });
const phone = () => at("手机银行");

async function withPhone(answers: CustomerAnswers = {}) {
  const opened = openCustomerWindow({ "bank.view": yes(bankView({ session })), ...answers });
  await opened.user.click(await screen.findByRole("button", { name: "手机银行" }));
  const key = async (...names: readonly string[]) => {
    for (const name of names) await opened.user.click(phone().getByRole("button", { name }));
  };
  return { ...opened, key };
}

describe("the WAP bank", () => {
  test("P09: has the menu of the internet bank, and its items go by number", async () => {
    const { key } = await withPhone();
    expect(phone().getAllByRole("listitem")).toHaveLength(8);

    await key("6");

    expect(phone().getByRole("heading", { name: "口令卡查询" })).toBeTruthy();
    expect(phone().getByText("976 次")).toBeTruthy();
  });

  test("goes by the digits of the keyboard, and back with Escape", async () => {
    const { user } = await withPhone();
    phone().getByRole("button", { name: "账户查询" }).focus();

    await user.keyboard("7");
    expect(phone().getByRole("heading", { name: "功能管理" })).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(phone().getAllByRole("listitem")).toHaveLength(8);
  });

  test("is logged in to with the keys of the telephone", async () => {
    const { user, key, askedOn } = await withPhone({
      "bank.view": yes(bankView()),
      "bank.log-in": yes(bankView({ session })),
    });
    await user.click(phone().getByLabelText("登录密码"));

    await key("2", "5", "8", "3", "9", "清除一位", "6", "9", "选择");

    expect(askedOn("bank.log-in")).toEqual([
      { customer: "c-1", channel: "wap-bank", password: "258369" },
    ]);
    expect(await phone().findByText("陈溪，您好")).toBeTruthy();
  });

  test("P06: pays and answers with the keys of the telephone", async () => {
    const { user, key, askedOn } = await withPhone({ "bank.pay": yes(challenged()) });
    await key("2");
    await user.click(phone().getByRole("button", { name: "填入演示收款人" }));

    await key("8", "8", "选择");
    await user.click(await phone().findByLabelText(/请输入口令卡/));
    await key("1", "3", "6", "1", "3", "5", "选择");

    expect(askedOn("bank.pay")).toMatchObject([{ order: { kind: "transfer", amount: 88_00 } }]);
    expect(askedOn("bank.answer")).toMatchObject([{ challenge: "ch-12", answer: "136135" }]);
  });

  test("leaves a payment with the key for back, and then the page", async () => {
    const { user, key } = await withPhone({ "bank.pay": yes(challenged()) });
    await key("2");
    await user.click(phone().getByRole("button", { name: "填入演示收款人" }));
    await key("8", "选择");
    await phone().findByLabelText(/请输入口令卡/);

    await key("返回");
    expect(phone().queryByLabelText(/请输入口令卡/)).toBeNull();
    expect(phone().getByLabelText("金额")).toHaveProperty("value", "8");
    await key("返回");
    expect(phone().getAllByRole("listitem")).toHaveLength(8);
  });

  test("goes from item to item with its arrows, and stops at the ends", async () => {
    const { key } = await withPhone();
    await key("上一项");
    expect(document.activeElement?.textContent).toContain("退出登录");

    await key("上一项", "下一项", "下一项");
    expect(document.activeElement?.textContent).toContain("退出登录");
  });

  test("lets digits that are typed into a field be", async () => {
    const { user, key } = await withPhone();
    await key("2");

    await user.type(phone().getByLabelText("收款账号"), "9558800200135073266");

    expect(phone().getByLabelText("收款账号")).toHaveProperty("value", "9558800200135073266");
    expect(phone().getByRole("heading", { name: "对外转账" })).toBeTruthy();
  });
});
