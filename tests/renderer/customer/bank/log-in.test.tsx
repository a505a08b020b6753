// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { refuse } from "#core/kernel/result.ts";
import { bankSession, bankView } from "#tests/renderer/support/customer-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  at,
  type CustomerAnswers,
  openCustomerWindow,
} from "#tests/renderer/support/render-customer.tsx";

async function atTheDoor(answers: CustomerAnswers = {}) {
  const opened = openCustomerWindow(answers);
  await opened.user.click(await screen.findByRole("button", { name: "网上银行" }));
  return opened;
}

describe("logging in", () => {
  test("P28: goes by person and password, and the first password is offered", async () => {
    const session = bankSession();
    const { user, askedOn } = await atTheDoor({ "bank.log-in": yes(bankView({ session })) });

    await user.selectOptions(at("网上银行").getByLabelText("客户"), "陈溪");
    await user.click(screen.getByRole("button", { name: "填入首次密码 258369" }));
    await user.keyboard("{Enter}");

    expect(askedOn("bank.log-in")).toEqual([
      { customer: "c-1", channel: "internet-bank", password: "258369" },
    ]);
    expect(await screen.findByRole("heading", { name: "账户查询" })).toBeTruthy();
    expect(screen.getByText("0101026593066221730")).toBeTruthy();
  });

  test("offers nothing once a customer has chosen a password of her own", async () => {
    const { user } = await atTheDoor();

    await user.selectOptions(at("网上银行").getByLabelText("客户"), "白桦");

    expect(screen.queryByRole("button", { name: /填入首次密码/ })).toBeNull();
  });

  test("offers only people who have the channel open", async () => {
    const { user } = await atTheDoor();
    await user.click(screen.getByRole("button", { name: "手机银行" }));

    const options = [...at("手机银行").getByLabelText<HTMLSelectElement>("客户").options];
    expect(options.map(({ text }) => text)).toEqual(["陈溪"]);
  });

  test("says where a channel is opened when nobody has it", async () => {
    await atTheDoor({ "bank.view": yes(bankView({ people: [] })) });

    expect(at("网上银行").getByText(/请到柜台开通/)).toBeTruthy();
  });

  test("with a wrong password says how many tries are left, and forgets what was typed", async () => {
    const { user } = await atTheDoor({
      "bank.log-in": refuse({ code: "e-bank.login-wrong", triesLeft: 4 } as const),
    });

    await user.type(at("网上银行").getByLabelText("登录密码"), "000000{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("还可再试 4 次");
    expect(at("网上银行").getByLabelText("登录密码")).toHaveProperty("value", "");
  });

  test("ends with logging out", async () => {
    const { user, askedOn } = await atTheDoor({
      "bank.view": yes(bankView({ session: bankSession() })),
      "bank.log-out": yes(bankView()),
    });

    await user.click(await screen.findByRole("button", { name: "退出登录" }));

    expect(askedOn("bank.log-out")).toHaveLength(1);
    expect(await screen.findByRole("heading", { name: "登录个人网上银行" })).toBeTruthy();
  });

  test("ends by itself when nothing is done, and says why until she logs in again", async () => {
    const { user, tell } = await atTheDoor({
      "bank.view": yes(bankView({ session: bankSession() })),
      "bank.log-in": yes(bankView({ session: bankSession() })),
    });
    await screen.findByText("陈溪，您好");

    tell("bank.changed", bankView({ lapsed: "internet-bank" }));

    expect(screen.getByRole("alert").textContent).toContain("超过十分钟没有操作");
    expect(screen.getAllByText(/超过十分钟/)).toHaveLength(1);
    await user.type(at("网上银行").getByLabelText("登录密码"), "258369{Enter}");
    expect(await screen.findByText("陈溪，您好")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("is kept by turning pages, for each of them is asked for", async () => {
    const { user, askedOn } = await atTheDoor({
      "bank.view": yes(bankView({ session: bankSession() })),
    });
    await screen.findByText("陈溪，您好");
    const before = askedOn("bank.view").length;

    await user.click(screen.getByRole("button", { name: "缴费" }));

    expect(askedOn("bank.view")).toHaveLength(before + 1);
  });

  test("on another channel is another session: the page of this one asks to log in again", async () => {
    const { user, tell } = await atTheDoor({
      "bank.view": yes(bankView({ session: bankSession() })),
    });
    await screen.findByText("陈溪，您好");

    tell("bank.changed", bankView({ session: bankSession({ channel: "wap-bank" }) }));

    expect(screen.getByRole("heading", { name: "登录个人网上银行" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "手机银行" }));
    expect(screen.getByText("陈溪，您好")).toBeTruthy();
  });
});
