// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { bankSession, bankView, challenged } from "#tests/renderer/support/customer-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { openCustomerWindow, playing } from "#tests/renderer/support/render-customer.tsx";

const asking = {
  status: "pin",
  purpose: "verify",
  of: "card",
  number: "622202*********6788",
  demonstration: true,
} as const;

const loggedIn = yes(bankView({ session: bankSession() }));

describe("the window of a demonstration", () => {
  test("begins as the counter's display and goes elsewhere by pointer and by keys", async () => {
    const { user } = openCustomerWindow();
    await screen.findByText("欢迎光临");

    await user.click(screen.getByRole("button", { name: "网上银行" }));
    expect(screen.getByRole("heading", { name: "登录个人网上银行" })).toBeTruthy();
    expect(screen.queryByText("欢迎光临")?.closest("[hidden]")).not.toBeNull();

    await user.keyboard("{Alt>}3{/Alt}");
    expect(screen.getByRole("article", { name: "网上商店" })).toBeTruthy();
    expect(document.title).toBe("网上商店 · 客户 Guitai");
    await user.keyboard("{Alt>}4{/Alt}");
    expect(screen.getByRole("article", { name: "手机银行" })).toBeTruthy();
    await user.keyboard("{Alt>}5{/Alt}");
    expect(screen.getByRole("article", { name: "手中的口令卡" })).toBeTruthy();
    await user.keyboard("{Alt>}1{/Alt}");
    expect(screen.getByRole("button", { name: "柜台显示屏" }).getAttribute("aria-current")).toBe(
      "page",
    );
  });

  test("carries the mark of a demonstration whatever it plays", async () => {
    const { user } = openCustomerWindow();
    expect(await screen.findByTestId("watermark")).toBeTruthy();

    await user.keyboard("{Alt>}2{/Alt}");

    expect(screen.getByTestId("watermark")).toBeTruthy();
  });

  test("speaks English when asked to", async () => {
    const { user } = openCustomerWindow({ "bank.view": loggedIn }, { language: "en" });

    await user.click(await screen.findByRole("button", { name: "Internet bank" }));

    expect(screen.getByRole("heading", { name: "Accounts" })).toBeTruthy();
    expect(screen.getByText("Hello, 陈溪")).toBeTruthy();
  });

  test("names the branch in the language of the window, and so it does when the pad has gone", async () => {
    const { tell } = openCustomerWindow({}, { language: "en" });
    expect(await screen.findByText("Heping Road")).toBeTruthy();

    tell("display.changed", asking);
    tell("display.changed", playing);

    expect(screen.getByText("Heping Road")).toBeTruthy();
    expect(screen.queryByText("和平路支行")).toBeNull();
  });

  test("lays the card beside a page, and puts it away again", async () => {
    const { user } = openCustomerWindow({ "bank.view": loggedIn });
    await user.click(await screen.findByRole("button", { name: "网上银行" }));

    await user.click(screen.getByRole("button", { name: "口令卡放旁边" }));
    const beside = screen.getByRole("complementary", { name: "手中的口令卡" });
    expect(within(beside).getByRole("grid", { name: "口令卡 030000000042 的坐标" })).toBeTruthy();
    await user.click(within(beside).getByRole("button", { name: "收起口令卡" }));
    expect(screen.queryByRole("complementary")).toBeNull();
  });
});

describe("a question for a PIN or password", () => {
  /** A customer about to answer, with half of the answer typed. */
  async function halfAnswered() {
    const opened = openCustomerWindow({ "bank.view": loggedIn, "bank.pay": yes(challenged()) });
    const { user } = opened;
    await user.click(await screen.findByRole("button", { name: "网上银行" }));
    await user.click(screen.getByRole("button", { name: "对外转账" }));
    await user.click(screen.getByRole("button", { name: "填入演示收款人" }));
    await user.keyboard("88.50{Enter}");
    await user.type(await screen.findByLabelText(/请输入口令卡/), "136");
    return opened;
  }

  test("takes the window over, and what it hid is out of reach of pointer and keys", async () => {
    const { user, tell, asked } = await halfAnswered();

    tell("display.changed", asking);

    expect(screen.getByRole("heading", { name: "请输入银行卡密码" })).toBeTruthy();
    expect(screen.queryByRole("navigation")).toBeNull();
    expect(screen.queryByLabelText(/请输入口令卡/)?.closest("[inert]")).not.toBeNull();
    await user.keyboard("947258{Enter}");
    expect(asked.at(-1)).toEqual({ channel: "display.enter-pin", input: { digits: "947258" } });
  });

  test("gives back what was there before: page, typed digits and focus", async () => {
    const { user, tell } = await halfAnswered();
    tell("display.changed", asking);
    await user.keyboard("947");

    tell("display.changed", playing);

    const answer = screen.getByLabelText(/请输入口令卡/);
    expect(answer).toHaveProperty("value", "136");
    expect(document.activeElement).toBe(answer);
    await user.keyboard("135");
    expect(answer).toHaveProperty("value", "136135");
  });

  test("is not left by the keys of the switcher", async () => {
    const { user, tell } = openCustomerWindow();
    await screen.findByText("欢迎光临");
    tell("display.changed", asking);

    await user.keyboard("{Alt>}2{/Alt}");
    expect(screen.getByRole("heading", { name: "请输入银行卡密码" })).toBeTruthy();
    tell("display.changed", playing);
    expect(screen.getByText("欢迎光临").closest("[hidden]")).toBeNull();
  });
});
