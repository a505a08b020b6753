// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CancelEPay } from "#renderer/screens/e-pay/cancel.tsx";
import { ChangeEPay } from "#renderer/screens/e-pay/change.tsx";
import { EnrolEPay } from "#renderer/screens/e-pay/enrol.tsx";
import { EPayOfCustomer } from "#renderer/screens/e-pay/enrolments.tsx";
import { LimitEPay } from "#renderer/screens/e-pay/limits.tsx";
import { SuspendEPay } from "#renderer/screens/e-pay/suspension.tsx";
import { identity, shownDocument } from "#tests/renderer/support/desk-views.ts";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, swipeView } from "#tests/renderer/support/views.ts";

const answers: Answers = {
  "pin.ask": yes({ ref: "e-pin000001" as never }),
  "sms-code.send": yes({
    ...{ code: "s-1", to: "139****0001", issuedAt: 1, expiresAt: 9e12, againAt: 9e12 },
    hasGateway: true,
  } as never),
  "sms-code.ask": yes({ ref: "e-code00001" as never }),
  "transaction.preview": yes(previewView({ level: "A2" })),
};
const sign = { name: "客户已核对并签字" };

const enrolment = {
  ...{ id: "ep-1", alias: "购物卡", card: "k-1", cardTail: "6788", phone: "139****0001" },
  ...{ status: "enrolled", single: 5_000_00, day: 5_000_00, paidToday: 0, paidThisMonth: 0 },
  agreement: { version: "2014-07", acceptedAt: 1 },
};
const enrolled = (changes: object = {}) =>
  customerView({
    ePay: {
      ...{ agreement: "2014-07", ceiling: 10_000_00, month: 50_000_00 },
      enrolments: [{ ...enrolment, ...changes }],
    },
  });

type Counter = ReturnType<typeof renderCounter>;
const sent = ({ bridge }: Counter) => bridge.asked.at(-1)?.input;
const lay = ({ bridge }: Counter) => act(() => bridge.tell("document.shown", shownDocument));

describe("7001 enrolling for e支付", () => {
  test("E01–E10: asks for card, document, telephone, agreement, PIN, alias and code", async () => {
    const counter = renderCounter(<EnrolEPay />, { customer: customerView(), answers });
    const { user, bridge } = counter;
    act(() => bridge.tell("card.swiped", swipeView()));
    lay(counter);
    await user.type(screen.getByLabelText("预留手机号（客户口述）"), "13900000001");
    await user.click(screen.getByRole("checkbox", { name: /已阅读并接受/ }));
    await user.click(screen.getByRole("button", { name: "请客户输入密码" }));
    await user.type(screen.getByLabelText("别名"), "购物卡");
    await user.click(screen.getByRole("button", { name: "发送验证码" }));
    expect(bridge.asked.find(({ channel }) => channel === "sms-code.send")?.input).toEqual({
      ...{ purpose: "e-pay.enrol", customer: "c-1", card: "k-1", phone: "13900000001" },
    });
    await user.click(screen.getByRole("checkbox", sign));
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(sent(counter)).toMatchObject({
      code: "7001",
      input: {
        ...{ card: "k-1", swipe: "e-00000001", identity, pin: "e-pin000001", alias: "购物卡" },
        ...{ phone: "13900000001", agreement: "2014-07", code: "e-code00001", signed: true },
      },
    });
  });

  test("E01: leads to the reserving of a telephone where there is none", () => {
    renderCounter(<EnrolEPay />, { customer: customerView({ phone: undefined }), answers });
    expect(screen.getByText(/没有预留手机号/)).toBeDefined();
  });
});

describe("an enrolment of the customer at the counter", () => {
  test("E15: 7002 sends both limits in whole fen", async () => {
    const counter = renderCounter(<LimitEPay />, { customer: enrolled(), answers });
    const { user } = counter;
    await user.type(screen.getByLabelText("单笔限额"), "800");
    await user.type(screen.getByLabelText("每日限额"), "2000.50");
    lay(counter);
    await user.click(screen.getByRole("checkbox", sign));
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(sent(counter)).toMatchObject({
      input: { enrolment: "ep-1", single: 800_00, day: 2_000_50, identity, signed: true },
    });
  });

  test("5.5: 7003 offers only to resume what is suspended, and sends no proof but the code", async () => {
    const customer = enrolled({ status: "suspended" });
    const counter = renderCounter(<SuspendEPay />, { customer, answers });
    const { user } = counter;
    expect(screen.queryByRole("radio", { name: "冻结" })).toBeNull();
    lay(counter);
    await user.click(screen.getByRole("radio", { name: "预留手机动态密码" }));
    await user.click(screen.getByRole("button", { name: "发送验证码" }));
    await user.click(screen.getByRole("checkbox", sign));
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(sent(counter)).toEqual({
      code: "7003",
      input: {
        ...{ action: "resume", enrolment: "ep-1", identity, code: "e-code00001", signed: true },
      },
    });
  });

  test("O09: 7005 has the code sent to the new telephone", async () => {
    const counter = renderCounter(<ChangeEPay />, { customer: enrolled(), answers });
    const { user, bridge } = counter;
    await user.click(screen.getByRole("radio", { name: "变更手机号" }));
    await user.type(screen.getByLabelText("新手机号"), "13900000009");
    await user.click(screen.getByRole("button", { name: "发送验证码" }));

    expect(bridge.asked.find(({ channel }) => channel === "sms-code.send")?.input).toEqual({
      ...{ purpose: "phone-change", customer: "c-1", phone: "13900000009" },
    });
  });

  test("E10: 7005 asks for no number where the reserved one is what it will be bound to", async () => {
    const customer = enrolled({ stopped: "phone" });
    const { user } = renderCounter(<ChangeEPay />, { customer, answers });
    await user.click(screen.getByRole("radio", { name: "变更手机号" }));
    expect(screen.queryByLabelText("新手机号")).toBeNull();
  });

  test("5.5: 7004 says that it is for good, and leads to 7001 where there is nothing", () => {
    renderCounter(<CancelEPay />, { customer: enrolled(), answers });
    expect(screen.getByText(/注销后不能恢复/)).toBeDefined();
  });

  test("5.5: leads to 7001 where there is nothing to change", () => {
    renderCounter(<LimitEPay />, { customer: customerView(), answers });
    expect(screen.getByText("这位客户没有在用的e支付注册。")).toBeDefined();
  });

  test("K06: its page shows alias, last four and masked telephone, and what stops it", () => {
    const customer = enrolled({ stopped: "card", coolsUntil: Date.UTC(2026, 2, 19, 2) });
    renderCounter(<EPayOfCustomer customer={customer} />, { customer, answers });
    expect(screen.getByText(/卡尾号 6788 · 139\*\*\*\*0001 · 正常/)).toBeDefined();
    expect(screen.getByText(/绑定的卡现在不能支付/)).toBeDefined();
    expect(screen.getByText(/2026-03-19 10:00:00 前不能转账/)).toBeDefined();
  });
});
