// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Refusal } from "#core/contract/refusal.ts";
import { refuse } from "#core/kernel/result.ts";
import { bankSession, bankView, challenged, paid } from "#tests/renderer/support/customer-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  type CustomerAnswers,
  openCustomerWindow,
} from "#tests/renderer/support/render-customer.tsx";

const order = {
  kind: "transfer",
  payeeName: "周远",
  payeeAccount: "9558800200135073266",
  amount: 88_50,
};

/** A customer who has filled in a transfer of 88.50 and asks for it. */
async function askToPay(answers: CustomerAnswers, session = bankSession()) {
  const opened = openCustomerWindow({ "bank.view": yes(bankView({ session })), ...answers });
  const { user } = opened;
  await user.click(await screen.findByRole("button", { name: "网上银行" }));
  await user.click(screen.getByRole("button", { name: "对外转账" }));
  await user.click(screen.getByRole("button", { name: "填入演示收款人" }));
  await user.keyboard("88.50{Enter}");
  return opened;
}

const question = () => screen.findByLabelText<HTMLInputElement>(/请输入口令卡/);

describe("a payment by card", () => {
  test("P03, 4.2: shows payee and amount and asks for the cells in one sentence", async () => {
    const { askedOn } = await askToPay({ "bank.pay": yes(challenged()) });

    expect((await question()).labels?.[0]?.textContent).toBe("请输入口令卡 A3B2 处的数字");
    expect([...document.querySelectorAll(".coordinate")].map((one) => one.textContent)).toEqual([
      "A3",
      "B2",
    ]);
    expect(screen.getByText("周远 9558800200135073266")).toBeTruthy();
    expect(screen.getByText("88.50 元")).toBeTruthy();
    expect(screen.getByText("依次输入，中间不空格，共 6 位。")).toBeTruthy();
    expect(askedOn("bank.pay")).toEqual([
      { id: expect.stringMatching(/^[0-9a-f-]{36}$/), order, confirmed: false },
    ]);
  });

  test("P04: sends the answer exactly as it was typed", async () => {
    const malformed = refuse({ code: "challenge.answer-malformed", digits: 6 } as const);
    const { user, askedOn } = await askToPay({
      "bank.pay": yes(challenged()),
      "bank.answer": malformed,
    });

    await user.type(await question(), " 136 135{Enter}");

    expect(askedOn("bank.answer")).toEqual([{ challenge: "ch-12", order, answer: " 136 135" }]);
    expect((await screen.findByRole("alert")).textContent).toContain("不计错误");
    expect(await question()).toHaveProperty("value", " 136 135");
  });

  test("that is answered rightly is done, and says how many uses are left", async () => {
    const { user } = await askToPay({
      "bank.pay": yes(challenged()),
      "bank.answer": yes(paid()),
    });

    await user.type(await question(), "136135{Enter}");

    expect(await screen.findByRole("heading", { name: "交易成功" })).toBeTruthy();
    expect(screen.getByText("975 次")).toBeTruthy();
    expect(screen.getByText("1,146.00 元")).toBeTruthy();
    expect(screen.queryByText(/剩余次数不多/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "完成" }));
    expect(screen.getByLabelText("金额")).toHaveProperty("value", "88.50");
  });

  test("P14: reminds of a new card when few uses are left", async () => {
    const { user } = await askToPay({
      "bank.pay": yes(challenged()),
      "bank.answer": yes(paid({ usesLeft: 50, isToRemind: true })),
    });

    await user.type(await question(), "136135{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("剩余次数不多");
  });

  test("P17: that is answered wrongly says how many tries are left, and empties the field", async () => {
    const wrong = refuse({ code: "password-card.wrong-answer", triesLeft: 2 } as const);
    const { user, askedOn } = await askToPay({
      "bank.pay": yes(challenged()),
      "bank.answer": wrong,
    });

    await user.type(await question(), "135136{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("还可再试 2 次");
    expect(await question()).toHaveProperty("value", "");
    expect(document.activeElement).toBe(await question());
    await user.keyboard("{Enter}");
    expect(askedOn("bank.answer")).toHaveLength(2);
  });

  test.each<[Refusal, RegExp]>([
    [{ code: "password-card.locked-today" }, /次日自动解除.*网点不能提前解除/],
    [{ code: "password-card.locked" }, /到网点换卡/],
    [{ code: "password-card.exhausted" }, /申请新卡/],
    [{ code: "challenge.unknown" }, /重新提交/],
  ])("that comes to %j ends, and says the cure", async (refusal, cure) => {
    const { user } = await askToPay({
      "bank.pay": yes(challenged()),
      "bank.answer": refuse(refusal),
    });

    await user.type(await question(), "135136{Enter}");

    expect((await screen.findByRole("alert")).textContent).toMatch(cure);
    expect(screen.queryByLabelText(/请输入口令卡/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "返回" }));
    expect(screen.getByLabelText("收款账号")).toHaveProperty("value", order.payeeAccount);
  });

  test("4.1: that was left until time was over asks for the same payment again", async () => {
    const { user, askedOn } = await askToPay({
      "bank.pay": yes(challenged({ again: true })),
      "bank.answer": refuse({ code: "challenge.expired" } as const),
    });
    expect(screen.getByText(/坐标不变/)).toBeTruthy();
    await user.type(await question(), "136135{Enter}");

    await user.click(await screen.findByRole("button", { name: "重新取得坐标" }));

    await question();
    const [first, second] = askedOn("bank.pay");
    expect(second).toEqual({ id: expect.any(String), order, confirmed: false });
    expect(second).not.toHaveProperty("id", (first as { id: string }).id);
  });

  test("P10: counts the time that is left by the branch's clock, not the machine's", async () => {
    // The presenter has moved the branch's clock; the machine knows nothing of that.
    await askToPay({ "bank.pay": yes(challenged()) });

    expect((await screen.findByRole("timer")).textContent).toMatch(/^剩余时间 \d:\d\d$/);
  });

  test("is no longer anybody's once another customer is logged in", async () => {
    const { tell } = await askToPay({ "bank.pay": yes(challenged()) });
    await question();

    tell("bank.changed", bankView({ session: bankSession({ customer: "c-2", name: "白桦" }) }));

    expect(screen.queryByLabelText(/请输入口令卡/)).toBeNull();
    expect(screen.getByText("白桦，您好")).toBeTruthy();
  });
});

describe("a payment without cells", () => {
  const confirming = yes({
    status: "confirm-on-key",
    payee: "周远 9558800200135073266",
    amount: challenged().amount,
  } as const);

  test("P39: is confirmed by a press on the U盾, once for however many presses", async () => {
    const session = bankSession({ medium: "usb-key", limits: undefined, card: undefined });
    const { user, askedOn } = await askToPay(
      {
        "bank.pay": ({ confirmed }) =>
          confirmed ? yes(paid({ usesLeft: undefined })) : confirming,
      },
      session,
    );

    await user.dblClick(await screen.findByRole("button", { name: "按下U盾确认键" }));

    await screen.findByRole("heading", { name: "交易成功" });
    expect(askedOn("bank.pay")).toMatchObject([{ confirmed: false }, { confirmed: true }]);
    expect(screen.queryByText("口令卡剩余次数")).toBeNull();
  });

  test("P40: within what a password alone may pay is confirmed once more", async () => {
    await askToPay({ "bank.pay": confirming }, bankSession({ medium: "static" }));

    expect(await screen.findByText(/静态密码限额之内/)).toBeTruthy();
  });
});

describe("a payment that is refused", () => {
  test.each<[Refusal, string]>([
    [{ code: "e-bank.switch-closed", which: "outward-transfer" }, "到网点开通"],
    [{ code: "e-bank.over-single-limit", limit: challenged().amount }, "88.50"],
    [{ code: "account.short", available: 12_34 }, "12.34"],
    [{ code: "e-bank.medium-needed" }, "到网点申请"],
  ])("for %j says why in the customer's words", async (refusal, words) => {
    await askToPay({ "bank.pay": refuse(refusal) });

    const { textContent } = await screen.findByRole("alert");
    expect(textContent).toContain(words);
    expect(textContent).not.toMatch(/50\d\d/);
  });

  test.each<Refusal>([
    { code: "account.debit-blocked" },
    { code: "account.full-blocked" },
    { code: "account.judicial-freeze" },
  ])("U07: for %j says the same neutral words, whoever stopped the account", async (refusal) => {
    await askToPay({ "bank.pay": refuse(refusal) });

    const { textContent } = await screen.findByRole("alert");
    expect(textContent).toContain("您的账户现在不能付款。请持有效证件到网点查询。");
  });

  test("is not sent at all while a field cannot be read", async () => {
    const { user, askedOn } = await askToPay({ "bank.pay": yes(challenged()) });
    await user.click(screen.getByRole("button", { name: "放弃" }));
    await user.clear(screen.getByLabelText("金额"));
    await user.keyboard("eighty{Enter}");

    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("请填写金额"));
    expect(document.activeElement).toBe(screen.getByLabelText("金额"));
    expect(screen.getByLabelText("金额").getAttribute("aria-invalid")).toBe("true");
    expect(askedOn("bank.pay")).toHaveLength(1);
  });
});
