// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { WithdrawLoss } from "#renderer/screens/loss/withdraw-loss.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { lossCaseView, oralCaseView, orderView } from "#tests/renderer/support/loss-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, swipeView } from "#tests/renderer/support/views.ts";

const found = swipeView({ verdict: "reported-lost" });
const shown = {
  ref: "e-document1",
  kind: "resident-id",
  number: "110101********0018",
  name: "张三",
  expired: false,
  check: "match-with-photo",
} as never;

describe("4006 withdrawing a loss", () => {
  test("T12: an oral report asks for card and document alone", async () => {
    const { user, bridge } = renderCounter(<WithdrawLoss />, {
      customer: customerView({ lossCases: [oralCaseView()] }),
      answers: { "transaction.preview": yes(previewView({ level: "A1" })) },
    });

    act(() => bridge.tell("document.shown", shown));
    act(() => bridge.tell("card.swiped", found));
    await user.keyboard("{Enter}");

    expect(await screen.findByText("将要发生")).toBeTruthy();
    expect(screen.queryByRole("textbox", { name: "挂失申请书编号" })).toBeNull();
    expect(bridge.asked).toEqual([
      {
        channel: "transaction.preview",
        input: {
          code: "4006",
          input: {
            lossCase: "00012605100001",
            identity: { document: { by: "reader", ref: "e-document1" }, check: "match-with-photo" },
            swipe: "e-00000001",
          },
        },
      },
    ]);
  });

  test("T12: a written one asks for slip and PIN as well; the slip is never filled in", async () => {
    const { user, bridge } = renderCounter(<WithdrawLoss />, {
      customer: customerView({
        lossCases: [lossCaseView({ order: "o-1", orderStatus: "arrived" })],
        orders: [orderView({ status: "arrived" })],
      }),
      answers: {
        "pin.ask": yes({ ref: "e-pin000001" as never }),
        "transaction.preview": yes(previewView({ level: "A2" })),
      },
    });

    const slip = await screen.findByRole<HTMLInputElement>("textbox", { name: "挂失申请书编号" });
    expect(slip.value).toBe("");
    expect(document.activeElement).toBe(slip);
    expect(screen.getByText(/撤销后新卡作废/)).toBeTruthy();

    await user.keyboard("000120260510000001{Tab}{Enter}");
    act(() => bridge.tell("document.shown", shown));
    act(() => bridge.tell("card.swiped", found));
    await user.keyboard("{Enter}");

    expect(await screen.findByText("将要发生")).toBeTruthy();
    expect(bridge.asked[0]).toEqual({
      channel: "pin.ask",
      input: { account: "a-1", card: "k-1", purpose: "verify" },
    });
    expect(bridge.asked[1]?.input).toMatchObject({
      input: { slip: "000120260510000001", pin: "e-pin000001", swipe: "e-00000001" },
    });
  });
});
