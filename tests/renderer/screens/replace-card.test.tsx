// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { ReplaceCard } from "#renderer/screens/loss/replace-card.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { lossCaseView, orderView } from "#tests/renderer/support/loss-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, receiptView } from "#tests/renderer/support/views.ts";

const document0018 = {
  ref: "e-document1",
  kind: "resident-id",
  number: "110101********0018",
  name: "张三",
  expired: false,
  check: "match-with-photo",
} as never;

describe("4007 a new card for a lost one", () => {
  test("L11: slip, document and signature, approval, the card written, then posted once", async () => {
    const customer = customerView({ lossCases: [lossCaseView()] });
    const { user, bridge } = renderCounter(<ReplaceCard />, {
      customer,
      answers: {
        "transaction.preview": yes(previewView({ level: "A2", writes: true })),
        "authorisation.approve": yes({
          grant: "g-1",
          status: "whole",
          approver: "2001" as never,
        }),
        "card.write": yes({ ref: "e-written01" as never, serial: "000000000021", number: "6222" }),
        "transaction.run": yes(receiptView()),
      },
    });

    await screen.findByRole("textbox", { name: "挂失申请书编号" });
    await user.keyboard("000120260510000001");
    act(() => bridge.tell("document.shown", document0018));
    await user.click(screen.getByRole("checkbox", { name: "客户已核对并签字" }));
    await user.keyboard("{Enter}");
    await screen.findByText("将要发生");
    await user.keyboard("{Enter}");
    await screen.findByRole("dialog");
    await user.keyboard("2001{Tab}secret{Enter}");

    expect(await screen.findByText("✓ 已入账")).toBeTruthy();
    expect(bridge.asked.map(({ channel }) => channel)).toEqual([
      "transaction.preview",
      "authorisation.approve",
      "card.write",
      "transaction.run",
    ]);
    const request = {
      code: "4007",
      input: {
        lossCase: "00012605100001",
        slip: "000120260510000001",
        numbering: "new",
        identity: { document: { by: "reader", ref: "e-document1" }, check: "match-with-photo" },
        fee: "cash",
        signed: true,
      },
    };
    expect(bridge.asked[3]?.input).toMatchObject({
      request,
      grant: "g-1",
      written: "e-written01",
    });
  });

  test("L06: with the same number and no card made, the key leads to its order", async () => {
    const { user, store } = renderCounter(<ReplaceCard />, {
      customer: customerView({ lossCases: [lossCaseView({ numbering: "same" })] }),
    });

    expect(await screen.findByText(/同号补卡须先制卡/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /8006/ }));
    store.getState().leaveForm(); // A choice was made in the form: she is asked, and lets it go.

    expect(store.getState().place).toEqual({ at: "screen", code: "8006" });
    expect(store.getState().subject).toEqual({ lossCase: "00012605100001" });
  });

  test("L07: who had agreed to a new number may ask for the old one, and is led to its order", async () => {
    const { user, store } = renderCounter(<ReplaceCard />, {
      customer: customerView({
        lossCases: [
          lossCaseView({ numbering: "new", possible: ["4005", "4006", "4007", "4008", "8006"] }),
        ],
      }),
    });

    await user.click(await screen.findByRole("radio", { name: /同号/ }));
    expect(await screen.findByText(/同号补卡须先制卡/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /8006/ }));
    store.getState().leaveForm(); // A choice was made in the form: she is asked, and lets it go.

    expect(store.getState().place).toEqual({ at: "screen", code: "8006" });
    expect(store.getState().subject).toEqual({ lossCase: "00012605100001" });
  });

  test("L06: while the card is being made, the day it is expected is said", async () => {
    renderCounter(<ReplaceCard />, {
      customer: customerView({
        lossCases: [lossCaseView({ numbering: "same", order: "o-1", orderStatus: "ordered" })],
        orders: [orderView()],
      }),
    });

    expect(await screen.findByText(/预计 2026-05-24 到卡/)).toBeTruthy();
  });

  test("V10, T23: a made card is swiped, and a double loss takes a new PIN", async () => {
    renderCounter(<ReplaceCard />, {
      customer: customerView({
        lossCases: [
          lossCaseView({ numbering: "same", kind: "both", order: "o-1", orderStatus: "arrived" }),
        ],
        orders: [orderView({ status: "arrived" })],
      }),
    });

    expect(await screen.findByRole("button", { name: "待领的新卡: 请刷卡" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "请客户设置新密码" })).toBeTruthy();
  });

  test("the receipt stays when the case has left the customer's page", async () => {
    const { store } = renderCounter(<ReplaceCard />, {
      customer: customerView({ lossCases: [lossCaseView()] }),
    });

    act(() => {
      store.setState({
        transaction: {
          step: "done",
          id: "1",
          request: { code: "4007", input: {} },
          preview: previewView(),
          receipt: receiptView(),
        },
      });
      store.getState().chooseCustomer(customerView());
    });

    expect(screen.getByText("✓ 已入账")).toBeTruthy();
  });
});
