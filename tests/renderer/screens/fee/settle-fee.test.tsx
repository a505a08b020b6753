// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { OwedFees } from "#renderer/screens/fee/owed-fees.tsx";
import { SettleFee } from "#renderer/screens/fee/settle-fee.tsx";
import { FormalLoss } from "#renderer/screens/loss/formal-loss.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView } from "#tests/renderer/support/views.ts";

const answers: Answers = { "transaction.preview": yes(previewView({ level: "A0" })) };
const owing = customerView({
  owedFees: [
    {
      ...{ id: "u-1", kind: "loss-report", amount: 10_00 },
      ...{ owedOn: "2026-05-10", slip: "000120260510000001" },
    },
  ],
});

describe("9007 a fee that is owed", () => {
  test("C07: is chosen already where there is one, and collected in cash", async () => {
    const { user, bridge } = renderCounter(<SettleFee />, { answers, customer: owing });

    await user.click(screen.getByRole("radio", { name: "收取现金" }));
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "9007",
      input: { action: "collect", owed: "u-1", by: "cash" },
    });
  });

  test("C07: is taken from an account only with the customer's signature", async () => {
    const { user, bridge } = renderCounter(<SettleFee />, { answers, customer: owing });

    await user.click(screen.getByRole("radio", { name: "从本人账户扣收" }));
    await user.click(await screen.findByRole("checkbox"));
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "9007",
      input: { action: "collect", owed: "u-1", by: "account", account: "a-1", signed: true },
    });
  });

  test("3.13: is let off with the reason", async () => {
    const { user, bridge } = renderCounter(<SettleFee />, { answers, customer: owing });

    await user.click(screen.getByRole("radio", { name: /减免/ }));
    await user.type(await screen.findByRole("textbox", { name: "减免原因" }), "银行差错");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "9007",
      input: { action: "waive", owed: "u-1", waiver: "银行差错" },
    });
  });

  test("C07: says so where nothing is owed", () => {
    renderCounter(<SettleFee />, { answers, customer: customerView() });

    expect(screen.getByText("这位客户没有欠费。")).toBeDefined();
  });

  test("C07: stands on the customer's page with the way to settle it", async () => {
    const { user, store } = renderCounter(<OwedFees customer={owing} />, { customer: owing });
    const line = within(screen.getByRole("article", { name: "u-1" }));
    expect(line.getByText(/挂失手续费 · 10.00 元 · 2026-05-10/)).toBeDefined();

    await user.click(line.getByRole("button", { name: /9007/ }));

    expect(store.getState().place).toEqual({ at: "screen", code: "9007" });
    expect(store.getState().subject).toMatchObject({ owedFee: "u-1" });
  });
});

test("3.13: a fee that is waived asks for its reason, and no other does", async () => {
  const { user } = renderCounter(<FormalLoss />, { answers, customer: customerView() });
  expect(screen.queryByRole("textbox", { name: "减免原因" })).toBeNull();

  await user.click(screen.getByRole("radio", { name: "减免" }));

  expect(await screen.findByRole("textbox", { name: "减免原因" })).toBeDefined();
});
