// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { refuse } from "#core/kernel/result.ts";
import { bankSession, bankView, challenged, paid } from "#tests/renderer/support/customer-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  at,
  type CustomerAnswers,
  openCustomerWindow,
} from "#tests/renderer/support/render-customer.tsx";

const shop = () => at("网上商店");

/** A customer on the payment page who has said who she is. */
async function paying(answers: CustomerAnswers) {
  const opened = openCustomerWindow({
    "bank.log-in": yes(bankView({ session: bankSession({ channel: "shop" }) })),
    "bank.log-out": yes(bankView()),
    ...answers,
  });
  const { user } = opened;
  await user.click(await screen.findByRole("button", { name: "网上商店" }));
  await user.click(shop().getByRole("button", { name: "购买《汉语大字典》（缩印本）" }));
  await user.selectOptions(shop().getByLabelText("客户"), "陈溪");
  await user.click(shop().getByRole("button", { name: /填入首次密码/ }));
  await user.keyboard("{Enter}");
  await user.click(await shop().findByRole("button", { name: "付款" }));
  return opened;
}

describe("B2C购物", () => {
  test("P28: leads to the bank's page, where saying who one is is no login to the bank", async () => {
    const { askedOn } = await paying({ "bank.pay": yes(challenged()) });

    expect(askedOn("bank.log-in")).toEqual([
      { customer: "c-1", channel: "shop", password: "258369" },
    ]);
    expect(askedOn("bank.pay")).toMatchObject([
      { order: { kind: "purchase", merchant: "清风书店", amount: 468_00 }, confirmed: false },
    ]);
    expect(await shop().findByLabelText(/请输入口令卡/)).toBeTruthy();
  });

  test("P30: with a card that is not activated leads to the internet bank", async () => {
    const { user } = await paying({
      "bank.pay": refuse({ code: "password-card.not-activated" } as const),
    });
    expect((await shop().findByRole("alert")).textContent).toContain("口令卡未激活");

    await user.click(shop().getByRole("button", { name: "去登录网上银行" }));

    expect(screen.getByRole("article", { name: "网上银行" })).toBeTruthy();
  });

  test("is paid, and going back to the shop ends what was said there", async () => {
    const { user, askedOn } = await paying({ "bank.pay": yes(paid()) });
    await shop().findByRole("heading", { name: "交易成功" });

    await user.click(shop().getByRole("button", { name: "返回书店" }));

    expect(askedOn("bank.log-out")).toHaveLength(1);
    expect(shop().getByRole("list", { name: "本周好书" })).toBeTruthy();
  });
});
