// @vitest-environment happy-dom
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { bankCustomer, identity, shownDocument } from "#tests/renderer/support/desk-views.ts";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import {
  previewView,
  receiptView,
  swipeView,
  workstationView,
} from "#tests/renderer/support/views.ts";

const answers: Answers = {
  "loss.register": yes({ rows: [], total: 0 }),
  "order.list": yes([]),
  "customer.view": yes(bankCustomer()),
  "pin.ask": yes({ ref: "e-pin000001" as never }),
  "transaction.preview": yes(previewView({ level: "A1" })),
  "authorisation.approve": yes({ grant: "g-1", status: "whole", approver: "1002" as never }),
  "transaction.run": yes(receiptView()),
};

const boxOf = (next: string | undefined, left: number) =>
  workstationView({ stock: [{ kind: "password-card", next, left, inVault: 88 }] });

/** 5001 with card, document and PIN taken, and the piece in the hand still to be confirmed. */
async function issuing() {
  const counter = renderCounter(<TellerWindow />, { answers, customer: bankCustomer() });
  const { bridge, store, user } = counter;
  act(() => store.getState().openScreen("5001"));
  act(() => bridge.tell("card.swiped", swipeView()));
  act(() => bridge.tell("document.shown", shownDocument));
  await user.keyboard("{Enter}");
  await screen.findByText("✓ 已输入");
  return counter;
}

describe("P27: a piece whose film is damaged", () => {
  test("is voided by 5003 over the form, which comes back with all it held and the next serial", async () => {
    const { user, bridge, store } = await issuing();
    await user.click(screen.getByRole("checkbox", { name: "塑料包装膜完好" }));

    await user.click(screen.getByRole("button", { name: "覆膜破损，作废这一张" }));
    expect(await screen.findByRole("heading", { level: 1, name: /5003 口令卡作废/ })).toBeTruthy();
    expect(screen.queryByRole("radio", { name: "客户的口令卡" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");
    await user.keyboard("{Enter}");
    await screen.findByRole("dialog");
    await user.keyboard("1002{Tab}secret{Enter}");
    await screen.findByText("✓ 已入账");
    expect(bridge.asked.at(-1)?.input).toMatchObject({
      request: { code: "5003", input: { what: "blank", serial: "030000100001" } },
      grant: "g-1",
    });
    act(() => bridge.tell("workstation.changed", boxOf("030000100002", 11)));
    await user.keyboard("{Enter}");

    expect(await screen.findByRole("heading", { level: 1, name: /5001 口令卡发放/ })).toBeTruthy();
    // P26: the wrapper that was seen was another piece's.
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "塑料包装膜完好" }).checked).toBe(
      false,
    );
    expect(screen.getByText("030000100002")).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: /手中的正是这一张/ }));
    await user.keyboard(" {Tab}{Tab} {Tab} {Tab}{Tab} {Enter}");
    await screen.findByText("将要发生");
    expect(bridge.asked.at(-1)?.input).toMatchObject({
      code: "5001",
      input: {
        swipe: "e-00000001",
        pin: "e-pin000001",
        identity,
        serial: "030000100002",
      },
    });
    expect(store.getState().aside).toBeUndefined();
  });

  test("Esc goes back to the form before anything is voided, and only then home", async () => {
    const { user, store, bridge } = await issuing();
    const before = bridge.asked.length;

    await user.keyboard("{Tab}{Enter}");
    await screen.findByRole("heading", { level: 1, name: /5003/ });
    await user.keyboard("{Escape}");

    await screen.findByRole("heading", { level: 1, name: /5001/ });
    expect(screen.getByText("✓ 已输入")).toBeTruthy();
    expect(bridge.asked).toHaveLength(before);
    await user.keyboard("{Escape}");
    expect(store.getState().leaving).toBeDefined();
    act(() => store.getState().leaveForm());
    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("leaves no two fields of one page with the same id", async () => {
    const { user } = await issuing();

    await user.keyboard("{Tab}{Enter}");
    await screen.findByRole("heading", { level: 1, name: /5003/ });

    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

describe("an empty box", () => {
  test("V07: is filled by 8001 over the form, which then shows the first piece drawn", async () => {
    const { user, bridge } = await issuing();
    act(() => bridge.tell("workstation.changed", boxOf(undefined, 0)));
    expect(screen.getByText("尾箱里没有口令卡了。")).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "领用凭证 8001" }));
    await screen.findByRole("heading", { level: 1, name: /8001 凭证领用/ });
    expect(screen.getByRole("radio", { name: /口令卡/ })).toHaveProperty("checked", true);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "张数" })),
    );
    await user.keyboard("20{Enter}");
    await screen.findByText("将要发生");
    await user.keyboard("{Enter}");
    await screen.findByRole("dialog");
    await user.keyboard("1002{Tab}secret{Enter}");
    await screen.findByText("✓ 已入账");
    act(() => bridge.tell("workstation.changed", boxOf("030000100013", 20)));
    await user.keyboard("{Enter}");

    expect(await screen.findByText("030000100013")).toBeTruthy();
    expect(bridge.asked.at(-1)?.input).toMatchObject({
      request: { code: "8001", input: { kind: "password-card", count: 20 } },
    });
  });
});
