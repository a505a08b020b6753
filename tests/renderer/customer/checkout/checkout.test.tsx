// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { instant } from "#core/calendar/instant.ts";
import type { Answer } from "#core/contract/contract.ts";
import { OwnEPayView } from "#core/contract/own-e-pay-view.ts";
import { refuse } from "#core/kernel/result.ts";
import { fen } from "#core/money/fen.ts";
import { OneTimeCodeId } from "#core/sms/one-time-code.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  at,
  type CustomerAnswers,
  openCustomerWindow,
} from "#tests/renderer/support/render-customer.tsx";

const checkout = () => at("e支付");
const now = instant(Date.UTC(2026, 2, 18, 2));
const view = OwnEPayView.parse({
  ...{ now, today: "2026-03-18", agreement: "2014-07", hasLapsed: false },
  people: [{ customer: "c-1", name: "陈溪", isEnrolled: true }],
});
const asked: Answer<"e-pay.pay"> = {
  ...{ payee: "清风书店", amount: fen(58_00), alias: "日常卡" },
  sent: { code: OneTimeCodeId.parse("s-1"), to: "139****0001", expiresAt: now, againAt: now },
};
const identifier = { phone: "13900000001", lastSix: "123456" };

/** The checkout with a book in the basket, and what she knows by heart filled in. */
async function paying(answers: CustomerAnswers) {
  const known = {
    phone: identifier.phone,
    cards: [{ number: "6222020000123456", isEnrolled: true }],
  };
  const opened = openCustomerWindow({
    "e-pay.view": yes(view),
    "e-pay.recall": yes(known),
    "e-pay.pay": yes(asked),
    ...answers,
  });
  const { user } = opened;
  await user.click(await screen.findByRole("button", { name: "e支付" }));
  await user.click(await checkout().findByRole("button", { name: "填入她的手机号和卡号后六位" }));
  await user.click(checkout().getByRole("button", { name: "下一步，发送动态密码" }));
  return opened;
}

describe("网上购物 by e支付", () => {
  test("E05: asks with the identifier and the book, then gives the code back for just that", async () => {
    const { user, askedOn } = await paying({
      "e-pay.answer": yes({ ...asked, sequence: 7, recordedAt: now }),
    });
    await user.type(await checkout().findByLabelText("动态密码"), "246810{Enter}");

    const order = { kind: "purchase", merchant: "清风书店", amount: 58_00 };
    expect(askedOn("e-pay.pay")).toEqual([{ id: expect.any(String), identifier, order }]);
    expect(askedOn("e-pay.answer")).toEqual([
      { id: expect.any(String), identifier, order, code: "s-1", digits: "246810" },
    ]);
    expect(await checkout().findByRole("heading", { name: "付款成功" })).toBeTruthy();
  });

  test("E11: keeps the code open after a wrong one, under the same id, and ends it with the last", async () => {
    const triesLeft = [1, 0];
    const { user, askedOn } = await paying({
      "e-pay.answer": () =>
        refuse({ code: "sms-code.wrong", triesLeft: triesLeft.shift() ?? 0 } as const),
    });
    const field = await checkout().findByLabelText("动态密码");
    await user.type(field, "111111{Enter}");
    expect((await checkout().findByRole("alert")).textContent).toContain("还可再试 1 次");
    await user.type(checkout().getByLabelText("动态密码"), "222222{Enter}");

    expect(await checkout().findByRole("heading", { name: "没有成功" })).toBeTruthy();
    const [first, second] = askedOn("e-pay.answer") as readonly { readonly id: string }[];
    expect(second?.id).toBe(first?.id);
  });

  test("sends nothing that is not six digits, and says so", async () => {
    const { user, askedOn } = await paying({});
    await user.type(await checkout().findByLabelText("动态密码"), "12345{Enter}");

    expect(checkout().getByRole("alert").textContent).toContain("六位数字");
    expect(askedOn("e-pay.answer")).toEqual([]);
  });

  test("W04: lets her go on with the very same once she has confirmed on her telephone", async () => {
    const confirm = { code: "risk.confirm-first", phone: "139****0001", minutes: 10 } as const;
    const replies = [refuse(confirm), yes(asked)];
    const { user, askedOn } = await paying({ "e-pay.pay": () => replies.shift() ?? yes(asked) });
    await user.click(await checkout().findByRole("button", { name: /我已在手机上确认/ }));

    expect(await checkout().findByLabelText("动态密码")).toBeTruthy();
    const [first, second] = askedOn("e-pay.pay") as readonly { readonly order: unknown }[];
    expect(second?.order).toEqual(first?.order);
  });

  test("E15: says in plain words what is over a limit", async () => {
    await paying({
      "e-pay.pay": refuse({ code: "e-pay.over-single-limit", limit: fen(50_00) } as const),
    });

    expect((await checkout().findByRole("alert")).textContent).toContain("超过单笔限额 50.00 元");
  });
});
