// @vitest-environment happy-dom
import { act, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { OralLoss } from "#renderer/screens/loss/oral-loss.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import {
  customerView,
  previewView,
  receiptView,
  swipeView,
} from "#tests/renderer/support/views.ts";

describe("4001 oral loss at the counter", () => {
  test("T03: by keyboard alone, from the card to the receipt", async () => {
    const { user, bridge } = renderCounter(<OralLoss />, {
      customer: customerView(),
      answers: {
        "transaction.preview": yes(previewView()),
        "transaction.run": yes(receiptView()),
      },
    });

    await user.click(screen.getByRole("button", { name: "手工录入" }));
    await user.keyboard("11010519491231002X");
    await user.click(screen.getByRole("textbox", { name: "原因" }));
    await user.keyboard("遗失{Enter}");
    expect(await screen.findByText("2026-05-23")).toBeTruthy();
    await user.keyboard("{Enter}");

    expect(await screen.findByRole("status")).toHaveProperty("textContent", "✓ 已入账");
    expect(bridge.asked[0]).toEqual({
      channel: "transaction.preview",
      input: {
        code: "4001",
        input: {
          card: "k-1",
          medium: "card",
          channel: "counter",
          document: { by: "typed", kind: "resident-id", number: "11010519491231002X" },
          reason: "遗失",
        },
      },
    });
  });

  test("T03: with another card of hers just swiped, the lost one is the one that is not there", () => {
    const [card] = customerView().cards;
    const cards = [card, { ...card, id: "k-2", number: "622202*********0161" }];
    const { bridge } = renderCounter(<OralLoss />, { customer: customerView({ cards }) });
    const [missing, swiped] = within(screen.getByRole("radiogroup", { name: "卡" })).getAllByRole(
      "radio",
    );

    act(() => bridge.tell("card.swiped", swipeView({ card: "k-2" })));

    expect(missing).toHaveProperty("checked", true);
    expect(swiped).toHaveProperty("checked", false);
  });

  test("without a customer says what to do", async () => {
    renderCounter(<OralLoss />);

    expect(screen.getByText("请先刷卡或查询客户（2001），再办这笔业务。")).toBeTruthy();
  });
});
