// @vitest-environment happy-dom
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { Transfer } from "#renderer/screens/cash/transfer.tsx";
import { ActivateDormant } from "#renderer/screens/freeze/activate-dormant.tsx";
import { BankControl } from "#renderer/screens/freeze/bank-control.tsx";
import { CustomerFreeze } from "#renderer/screens/freeze/customer-freeze.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, swipeView } from "#tests/renderer/support/views.ts";
import { type } from "./fill-papers.ts";

const answers = {
  "transaction.preview": yes(previewView()),
  "pin.ask": yes({ ref: "e-00000009" as never }),
};
const placedAt = Date.UTC(2026, 4, 12);

function accountWith(changes: object) {
  const [account] = customerView().accounts;
  return customerView({ accounts: [{ ...account, ...changes }] });
}

describe("6008 freezing at the customer's wish", () => {
  test("W12: by phone, with the document and nothing else", async () => {
    const { user, bridge } = renderCounter(<CustomerFreeze />, {
      customer: customerView(),
      answers,
    });

    await user.click(screen.getByRole("radio", { name: "电话" }));
    await user.click(screen.getByRole("button", { name: "手工录入" }));
    await user.keyboard("11010519491231002X");
    await user.click(screen.getByRole("radio", { name: "客户申请" }));
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked[0]?.input).toEqual({
      code: "6008",
      input: {
        action: "freeze",
        account: "a-1",
        channel: "phone",
        document: { by: "typed", kind: "resident-id", number: "11010519491231002X" },
        why: "request",
        evidence: [],
      },
    });
  });

  test("W13, W14: a stolen account asks for the police number and the evidence, piece by piece", async () => {
    const { user, bridge } = renderCounter(<CustomerFreeze />, {
      customer: customerView(),
      answers,
    });

    await user.click(screen.getByRole("button", { name: "手工录入" }));
    await user.keyboard("11010519491231002X");
    await user.click(screen.getByRole("radio", { name: "账户被盗" }));
    await type(user, "报案编号", "A110105-2026-7");
    await type(user, "证据清单（每行一项）", "转账截图\n\n通话记录 \n");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked[0]?.input).toMatchObject({
      input: { policeCase: "A110105-2026-7", evidence: ["转账截图", "通话记录"] },
    });
  });

  test("5.4: only the customer's own hold can be chosen for unfreezing, with the holder's document", async () => {
    const holds = [
      { id: "judicial-1", kind: "debit-block", source: "judicial", placedAt },
      { id: "h-3", kind: "debit-block", source: "customer", placedAt },
      { id: "h-4", kind: "non-counter", source: "bank", placedAt },
    ];
    const { user } = renderCounter(<CustomerFreeze />, { customer: accountWith({ holds }) });

    await user.click(screen.getByRole("radio", { name: "解冻" }));

    const [only, ...others] = screen.getAllByRole("radio", { name: /000100000001/ });
    expect(only).toHaveProperty("checked", true);
    expect(others).toEqual([]);
    expect(screen.getByRole("textbox", { name: /核查结论/ })).toBeTruthy();
    expect(screen.getByRole("checkbox", { name: "客户已核对并签字" })).toBeTruthy();
  });
});

describe("6009 the bank's own control", () => {
  test("B-RISK: placed with kind, reason, words and how the customer is told", async () => {
    const { user, bridge } = renderCounter(<BankControl />, { customer: customerView(), answers });

    await user.click(screen.getByRole("radio", { name: "暂停非柜面业务" }));
    await user.click(screen.getByRole("radio", { name: "交易异常" }));
    await user.click(screen.getByRole("radio", { name: "电话告知" }));
    await type(user, "说明", "夜间连续小额转出");
    await user.keyboard("{Enter}");
    await screen.findByText("将要发生");

    expect(bridge.asked[0]?.input).toEqual({
      code: "6009",
      input: {
        action: "place",
        account: "a-1",
        control: "non-counter",
        reason: "unusual-movement",
        notice: "phone",
        words: "夜间连续小额转出",
      },
    });
  });

  test("5.4: lifting begins with the hold it was opened for", async () => {
    const holds = [
      { id: "h-3", kind: "debit-block", source: "bank", placedAt },
      { id: "h-4", kind: "non-counter", source: "bank", placedAt },
    ];
    const { user, bridge, store } = renderCounter(<BankControl />, {
      customer: accountWith({ holds }),
      answers,
    });

    act(() => store.getState().openScreen("6009", { hold: "h-4" }));
    await user.click(screen.getByRole("radio", { name: "解除控制" }));
    expect(screen.getByRole("radiogroup", { name: "要解除的控制" })).toBeTruthy();
    await type(user, "说明", "核实为本人");
    await user.keyboard("{Enter}");
    await screen.findByText("将要发生");

    expect(bridge.asked[0]?.input).toEqual({
      code: "6009",
      input: { action: "lift", hold: "h-4", words: "核实为本人" },
    });
  });
});

describe("6010 a dormant account", () => {
  test("3.6: only a dormant one is offered", () => {
    renderCounter(<ActivateDormant />, { customer: accountWith({ dormant: true, available: 0 }) });

    expect(screen.getByRole("radio", { name: /000100000001/ })).toHaveProperty("checked", true);
  });

  test("3.6: a customer without one is told so", () => {
    renderCounter(<ActivateDormant />, { customer: customerView() });

    expect(screen.getByText(/没有睡眠户/)).toBeTruthy();
  });
});

describe("3013 a transfer at the counter", () => {
  test("L15: by card and PIN, with the payee's name and number as written down", async () => {
    const { user, bridge } = renderCounter(<Transfer />, { customer: customerView(), answers });

    act(() => bridge.tell("card.swiped", swipeView()));
    await type(user, "收款人户名", "李四");
    await type(user, "收款账号", "6222-0212 3456 7890 123");
    await type(user, "金额（元）", "800");
    await user.click(screen.getByRole("button", { name: "请客户输入密码" }));
    await user.click(await screen.findByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "3013",
      input: {
        account: "a-1",
        payeeName: "李四",
        payeeAccount: "6222021234567890123",
        amount: 800_00,
        swipe: "e-00000001",
        pin: "e-00000009",
      },
    });
  });

  test("a number of 11 digits is no account; one of 12 is", async () => {
    const { user } = renderCounter(<Transfer />, { customer: customerView(), answers });

    await type(user, "收款账号", "12345678901");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    expect(await screen.findByText(/12 至 21 位/)).toBeTruthy();
    await type(user, "收款账号", "123456789012");
    await user.click(screen.getByRole("button", { name: "下一步" }));

    expect(await screen.findByText("请填写收款人户名")).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(/12 至 21 位/)).toBeNull());
  });

  test("3.6: a dormant account says that it must be activated first, and leads there", async () => {
    const { user, store } = renderCounter(<Transfer />, {
      customer: accountWith({ dormant: true, available: 0 }),
    });

    await user.click(await screen.findByRole("button", { name: /6010/ }));

    expect(store.getState().place).toEqual({ at: "screen", code: "6010" });
  });
});
