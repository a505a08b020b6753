// @vitest-environment happy-dom
import { act, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CustomerPage } from "#renderer/screens/enquiry/customer-page.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { lossCaseView } from "#tests/renderer/support/loss-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, swipeView } from "#tests/renderer/support/views.ts";

function customerWith(life: string) {
  const [card] = customerView().cards;
  return customerView({ cards: [{ ...card, life }] });
}

describe("9002 the customer at the counter", () => {
  test.each([
    ["zh-CN", /^已消磁2026-05-18 12:00:00 柜员 1001，复核 1002$/],
    ["en", /^Erased2026-05-18 12:00:00 by 1001, agreed by 1002$/],
  ] as const)("T34: says when a collected card was erased and by whom, in %s", (language, said) => {
    const [card] = customerView().cards;
    const erased = { at: Date.UTC(2026, 4, 18, 4), teller: "1001", approvers: ["1002"] };
    renderCounter(<CustomerPage />, {
      language,
      customer: customerView({ cards: [{ ...card, life: "retained", erased }] }),
    });

    const shown = screen.getByText(language === "en" ? "Erased" : "已消磁").parentElement;
    expect(shown?.textContent).toMatch(said);
  });

  test("R28: shows what may be drawn beside the balance, and what holds the rest", () => {
    const [account] = customerView().accounts;
    const hold = { id: "h-1", kind: "debit-block", source: "bank", placedAt: 0 };
    renderCounter(<CustomerPage />, {
      customer: customerView({ accounts: [{ ...account, available: 0, holds: [hold] }] }),
    });

    expect(screen.getByText("1,234.50")).toBeTruthy();
    expect(screen.getByText("0.00")).toBeTruthy();
    expect(screen.getByText("只收不付 · 银行控制")).toBeTruthy();
  });

  test.each([
    ["zh-CN", "暂不可用，请联系主管", "挂失 00012605100001"],
    ["en", "not available now, call the supervisor", "loss 00012605100001"],
  ] as const)(
    "U07: says in place of what is available whom to call, in %s",
    (language, call, loss) => {
      const [account] = customerView().accounts;
      const lost = {
        id: "h-1",
        kind: "debit-block",
        source: "loss",
        lossCase: "00012605100001",
        placedAt: 0,
      };
      const { available: _, ...without } = { ...account };
      renderCounter(<CustomerPage />, {
        language,
        customer: customerView({
          accounts: [{ ...without, holds: [lost, { source: "restricted" }] }],
        }),
      });

      const row = screen.getByText("1,234.50").closest("tr");
      const cells = within(row ?? document.body).getAllByRole("cell");
      expect(cells[3]?.textContent).toBe(call);
      expect(within(cells[4] ?? document.body).getAllByRole("listitem")).toHaveLength(2);
      expect(cells[4]?.textContent).toContain(loss);
      expect(cells[4]?.textContent).toContain(call);
    },
  );

  test("an open case is one Enter away", async () => {
    const { user, store } = renderCounter(<CustomerPage />, {
      customer: customerView({ lossCases: [lossCaseView()] }),
    });

    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "4007" });
    expect(store.getState().subject).toEqual({ lossCase: "00012605100001" });
  });

  test("T12: the lost card on the counter brings its withdrawal first, swipe and all", async () => {
    const customer = customerView({ lossCases: [lossCaseView()] });
    const { user, store } = renderCounter(<CustomerPage />, { customer });

    const swipe = swipeView({ verdict: "reported-lost" });
    act(() => store.setState({ swipe: swipe.status === "read" ? swipe : undefined }));
    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "4006" });
    expect(store.getState().subject).toEqual({
      lossCase: "00012605100001",
      swipe: "e-00000001",
    });
  });

  test("a card swiped that waits for its activation brings 3002 first", async () => {
    const customer = customerWith("issued-inactive");
    const { user, store } = renderCounter(<CustomerPage />, { customer });

    const swipe = swipeView({ verdict: "inactive" });
    act(() => store.setState({ swipe: swipe.status === "read" ? swipe : undefined }));
    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "3002" });
    expect(store.getState().subject).toEqual({ card: "k-1", swipe: "e-00000001" });
  });

  test("arrow keys go between the keys", async () => {
    const { user, store } = renderCounter(<CustomerPage />, { customer: customerView() });

    await user.keyboard("{ArrowRight}{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "4002" });
  });

  test("K10: a number is shown in full for a reason, and only while the dialog is open", async () => {
    const { user, bridge } = renderCounter(<CustomerPage />, {
      customer: customerView(),
      answers: { "customer.reveal": yes({ text: "6222020200123456788" }) },
    });

    await user.click(screen.getByRole("button", { name: "显示完整号码: 卡号" }));
    await user.keyboard("客户核对{Enter}");
    expect(await screen.findByText("6222020200123456788")).toBeTruthy();
    expect(bridge.asked).toEqual([
      {
        channel: "customer.reveal",
        input: { customer: "c-1", what: "card", card: "k-1", reason: "客户核对" },
      },
    ]);

    await user.keyboard("{Enter}");
    expect(screen.queryByText("6222020200123456788")).toBeNull();
  });

  test("without a customer says what to do", () => {
    renderCounter(<CustomerPage />);

    expect(screen.getByRole("button", { name: "查询客户" })).toBeTruthy();
  });
});
