// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { refuse } from "#core/kernel/result.ts";
import {
  bankSession,
  bankView,
  cardInHand,
  challenged,
  paid,
} from "#tests/renderer/support/customer-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  at,
  type CustomerAnswers,
  openCustomerWindow,
} from "#tests/renderer/support/render-customer.tsx";

const loggedIn = yes(bankView({ session: bankSession() }));
const focused = () => document.activeElement;
const button = (name: string | RegExp) => screen.getByRole("button", { name });

/** The internet bank with one page of it open. */
async function bankAt(page: string, answers: CustomerAnswers = {}) {
  const opened = openCustomerWindow({ "bank.view": loggedIn, ...answers });
  await opened.user.click(await screen.findByRole("button", { name: "网上银行" }));
  await opened.user.click(button(page));
  return opened;
}

/** A payment whose cells are asked for. */
async function asked(answers: CustomerAnswers = {}) {
  const opened = await bankAt("对外转账", {
    "bank.pay": yes(challenged()),
    "card.scratch": yes({ digits: "135" }),
    ...answers,
  });
  await opened.user.click(button("填入演示收款人"));
  await opened.user.keyboard("88.50{Enter}");
  await screen.findByLabelText(/请输入口令卡/);
  return opened;
}

describe("keys go on where a key has gone with what it did", () => {
  test("closing a function asks, and the answer has the focus; so has the key when it is given up", async () => {
    const { user } = await bankAt("功能管理");

    await user.click(button("关闭电子商务"));
    expect(focused()).toBe(button("确定关闭"));
    await user.click(button("放弃"));
    expect(focused()).toBe(button("关闭电子商务"));
  });

  test("a function that is closed has the focus, for it has no key any more", async () => {
    const switches = { "e-commerce": false, "outward-transfer": true };
    const { user } = await bankAt("功能管理", {
      "bank.close-switch": yes(bankView({ session: bankSession({ switches }) })),
    });

    await user.click(button("关闭电子商务"));
    await user.keyboard("{Enter}");

    await screen.findByText("已关闭");
    expect(focused()?.textContent).toContain("电子商务");
  });

  test("logging out leads to whoever logs in next", async () => {
    const { user } = await bankAt("账户查询", { "bank.log-out": yes(bankView()) });

    await user.click(button("退出登录"));

    await waitFor(() => expect(focused()).toBe(at("网上银行").getByLabelText("客户")));
  });

  test("giving a payment up leads back to its form", async () => {
    const { user } = await asked();

    await user.click(button("放弃"));

    expect(focused()).toBe(screen.getByLabelText("收款人姓名"));
  });

  test("a place that was chosen by keys from within another has the focus", async () => {
    const { user } = await bankAt("对外转账");
    screen.getByLabelText("收款账号").focus();

    await user.keyboard("{Alt>}3{/Alt}");
    expect(focused()?.textContent).toBe("购买");
    await user.keyboard("{Alt>}1{/Alt}");
    expect(focused()).toBe(button("柜台显示屏"));
  });
});

describe("the card in the hand", () => {
  test("torn out of its wrapper is stood on", async () => {
    const cards = [cardInHand({ isSealed: true })];
    const { user } = openCustomerWindow({ "bank.view": yes(bankView({ cards })) });
    await user.click(await screen.findByRole("button", { name: "手中的口令卡" }));

    await user.click(button("撕开包装膜"));

    expect(focused()?.getAttribute("data-coordinate")).toBe("A1");
  });

  test("scratched at one cell leaves the keys on that cell", async () => {
    const { user } = openCustomerWindow({ "card.scratch": yes({ digits: "135" }) });
    await user.click(await screen.findByRole("button", { name: "手中的口令卡" }));

    await user.click(button("刮开 A1"));

    expect(focused()?.getAttribute("data-coordinate")).toBe("A1");
  });

  test("laid beside a question is at the cells asked for, and scratched leads to the answer", async () => {
    const { user } = await asked();

    await user.click(button("看口令卡"));
    expect(focused()).toBe(button("刮开所问的 A3 B2"));
    await user.keyboard("{Enter}");
    expect(focused()).toBe(screen.getByLabelText(/请输入口令卡/));
  });

  test("laid beside by Alt+0 comes into view where it lies below, and the answer keeps the keys", async () => {
    const { user } = await asked();
    const shown = vi.spyOn(HTMLElement.prototype, "scrollIntoView");

    await user.keyboard("{Alt>}0{/Alt}");

    expect(shown.mock.contexts).toEqual([screen.getByRole("complementary")]);
    expect(focused()).toBe(screen.getByLabelText(/请输入口令卡/));
  });

  test("put away leads to the answer, and without a question to the key that lays it there", async () => {
    const { user } = await asked();
    await user.click(button("看口令卡"));
    await user.click(button("收起口令卡"));
    expect(focused()).toBe(screen.getByLabelText(/请输入口令卡/));

    await user.click(button("放弃"));
    await user.click(button("口令卡放旁边"));
    await user.click(button("收起口令卡"));
    expect(focused()).toBe(button("口令卡放旁边"));
  });

  test.each(["打印口令卡（PDF）", "打印大字版（PDF）"])("%s keeps the focus", async (name) => {
    const { user, askedOn } = openCustomerWindow({
      "card.print": refuse({ code: "password-card.void" } as const),
    });
    await user.click(await screen.findByRole("button", { name: "手中的口令卡" }));

    await user.click(button(name));

    await screen.findByText(/已作废/);
    expect(focused()).toBe(button(name));
    expect(askedOn("card.print")).toHaveLength(1);
  });
});

describe("the shop", () => {
  async function atCheckout(answers: CustomerAnswers = {}) {
    const opened = openCustomerWindow({
      "bank.log-in": yes(bankView({ session: bankSession({ channel: "shop" }) })),
      "bank.log-out": yes(bankView()),
      ...answers,
    });
    await opened.user.click(await screen.findByRole("button", { name: "网上商店" }));
    await opened.user.click(button("购买《汉语大字典》（缩印本）"));
    return opened;
  }

  test("leads from the book to who pays, and from there to paying", async () => {
    const { user } = await atCheckout();
    expect(focused()).toBe(at("网上商店").getByLabelText("客户"));

    await user.type(at("网上商店").getByLabelText("登录密码"), "258369{Enter}");

    await waitFor(() => expect(focused()).toBe(button("付款")));
  });

  test("left for the shelf stands on the book that was looked at", async () => {
    const { user } = await atCheckout({ "bank.pay": yes(paid()) });

    await user.click(button("返回书店"));

    expect(focused()).toBe(button("购买《汉语大字典》（缩印本）"));
  });
});

describe("the telephone", () => {
  test("opened at an item by its number from another one reads that page", async () => {
    const session = bankSession({ channel: "wap-bank" });
    const { user } = openCustomerWindow({ "bank.view": yes(bankView({ session })) });
    await user.click(await screen.findByRole("button", { name: "手机银行" }));
    at("手机银行").getByRole("button", { name: "账户查询" }).focus();

    await user.keyboard("3");
    expect(focused()).toBe(at("手机银行").getByRole("heading", { name: "B2C购物" }));
    await user.keyboard("{Escape}");
    expect(focused()?.tagName).toBe("H2");
  });
});
