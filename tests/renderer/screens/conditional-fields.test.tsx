// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CollectCard } from "#renderer/screens/card/collect-card.tsx";
import { ExchangeCard } from "#renderer/screens/card/exchange-card.tsx";
import { DepositCash } from "#renderer/screens/cash/deposit-cash.tsx";
import { PinLoss } from "#renderer/screens/loss/pin-loss.tsx";
import { SlipLost } from "#renderer/screens/loss/slip-lost.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { lossCaseView, orderView } from "#tests/renderer/support/loss-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, swipeView } from "#tests/renderer/support/views.ts";

const shown = {
  ref: "e-document1",
  kind: "resident-id",
  number: "110101********0018",
  name: "张三",
  expired: false,
  check: "match-with-photo",
} as never;
const preview = { "transaction.preview": yes(previewView()) };
const slip = { name: "挂失申请书编号" };

describe("4004 a lost PIN", () => {
  test("T20, T21: is reported by the holder alone, with neither number nor fee to choose", async () => {
    const { user, bridge } = renderCounter(<PinLoss />, {
      customer: customerView(),
      answers: preview,
    });

    await user.click(screen.getByRole("radio", { name: /密码挂失/ }));
    expect(screen.queryByRole("radio", { name: /同号/ })).toBeNull();
    act(() => bridge.tell("document.shown", shown));
    await user.click(screen.getByRole("textbox", { name: "原因" }));
    await user.keyboard("忘记");
    await user.click(screen.getByRole("checkbox", { name: "客户已核对并签字" }));
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked[0]?.input).toMatchObject({
      code: "4004",
      input: { card: "k-1", kind: "pin", reporter: { by: "holder" }, fee: "cash" },
    });
    expect(bridge.asked[0]?.input).not.toHaveProperty("input.numbering");
  });

  test("T10: with the card lost as well asks for the new card's number", async () => {
    const { user } = renderCounter(<PinLoss />, { customer: customerView() });

    await user.click(screen.getByRole("radio", { name: /双挂失/ }));

    expect(await screen.findByRole("radio", { name: /同号/ })).toBeTruthy();
  });
});

describe("4005 a lost application", () => {
  test("T20: where a PIN was lost no agent is offered", async () => {
    renderCounter(<SlipLost />, {
      customer: customerView({ lossCases: [lossCaseView({ kind: "both" })] }),
    });

    expect(await screen.findByText("须本人办理，不能代办。")).toBeTruthy();
    expect(screen.queryByRole("radio", { name: "代理人" })).toBeNull();
  });

  test("T09: for a card an agent may come", async () => {
    renderCounter(<SlipLost />, { customer: customerView({ lossCases: [lossCaseView()] }) });

    expect(await screen.findByRole("radio", { name: "代理人" })).toBeTruthy();
  });
});

describe("3003 an exchange", () => {
  test("R10: after suspected skimming there is only a new number", async () => {
    const { user, bridge } = renderCounter(<ExchangeCard />, {
      customer: customerView(),
      answers: preview,
    });

    act(() => bridge.tell("card.swiped", swipeView()));
    act(() => bridge.tell("document.shown", shown));
    await user.click(screen.getByRole("combobox", { name: "换卡原因" }));
    await user.click(await screen.findByText("疑似被侧录"));
    await user.click(screen.getByRole("checkbox", { name: "客户已核对并签字" }));
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(screen.queryByRole("radio", { name: /同号/ })).toBeNull();
    expect(bridge.asked[0]?.input).toMatchObject({
      input: { reason: "skimming-suspected", numbering: "new" },
    });
  });
});

describe("3004 a made card", () => {
  test("L11: after a loss wants the slip, never the old card", async () => {
    renderCounter(<CollectCard />, {
      customer: customerView({
        lossCases: [lossCaseView({ numbering: "same", order: "o-1", orderStatus: "arrived" })],
        orders: [orderView({ status: "arrived", arrivedOn: "2026-05-16" })],
      }),
    });

    expect(await screen.findByRole("textbox", slip)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /交回的旧卡/ })).toBeNull();
  });

  test("T34: in an exchange wants the old card, never a slip", async () => {
    const { bridge } = renderCounter(<CollectCard />, {
      customer: customerView({
        orders: [orderView({ purpose: "exchange", lossCase: undefined, status: "arrived" })],
      }),
    });

    expect(await screen.findByRole("button", { name: "交回的旧卡: 请刷卡" })).toBeTruthy();
    expect(screen.queryByRole("textbox", slip)).toBeNull();
    act(() => bridge.tell("card.swiped", swipeView({ verdict: "made" })));
    expect(screen.getByText("待领的新卡", { selector: ".ant-tag" })).toBeTruthy();
  });

  test("T31: on its way says when, and leads to its arrival", () => {
    renderCounter(<CollectCard />, { customer: customerView({ orders: [orderView()] }) });

    expect(screen.getByText(/预计 2026-05-24 到卡/)).toBeTruthy();
    expect(document.activeElement?.textContent).toContain("8006");
  });
});

describe("3011 a deposit", () => {
  test("L20: names an old number only where the payer did", async () => {
    const { user, bridge } = renderCounter(<DepositCash />, {
      customer: customerView(),
      answers: preview,
    });

    await user.click(screen.getByRole("textbox", { name: "金额（元）" }));
    await user.keyboard("3000{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked[0]?.input).toEqual({
      code: "3011",
      input: { account: "a-1", amount: 3_000_00 },
    });
  });
});
