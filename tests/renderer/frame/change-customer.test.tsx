// @vitest-environment happy-dom
import { act, createEvent, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { DocumentView } from "#core/contract/swipe-view.ts";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { bankCustomer, shownDocument } from "#tests/renderer/support/desk-views.ts";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, swipeView } from "#tests/renderer/support/views.ts";

const theirs = { ref: "e-00000002", customer: "c-2", card: "k-2" };
const others = swipeView(theirs);
const othersDocument = DocumentView.parse({
  ref: "e-document2",
  kind: "resident-id",
  number: "110101********0026",
  name: "李四",
  expired: false,
  customer: "c-2",
});
const answers: Answers = {
  "loss.register": yes({ rows: [], total: 0 }),
  "order.list": yes([]),
  "customer.view": ({ customer }) => yes(customerView({ id: customer })),
};

/** 5001 for c-1, whose card the form has taken. */
async function halfFilled() {
  const counter = renderCounter(<TellerWindow />, { customer: bankCustomer(), answers });
  act(() => counter.store.getState().openScreen("5001"));
  await screen.findByRole("button", { name: "刷卡: 请刷卡" });
  act(() => counter.bridge.tell("card.swiped", swipeView()));
  await screen.findByRole("button", { name: "刷卡: 重新刷卡" });
  return counter;
}

describe("another customer's card while a form is half filled in", () => {
  test("is asked about; Esc stays with the form and all that is in it", async () => {
    const { bridge, store } = await halfFilled();
    act(() => bridge.tell("card.swiped", others));
    const asked = await screen.findByRole("dialog", { name: "换成另一位客户？" });
    expect(asked.textContent).toContain("未完成的表单将清除。");

    // What the browser makes of Esc in a dialog of its own; happy-dom does not.
    fireEvent(asked, createEvent("cancel", asked, { cancelable: true }));

    expect(screen.queryByRole("dialog")).toBeNull();
    expect(store.getState().place).toEqual({ at: "screen", code: "5001" });
    expect(store.getState().customer?.id).toBe("c-1");
    expect(screen.getByRole("button", { name: "刷卡: 重新刷卡" })).toBeTruthy();
  });

  test("is changed to on Enter, with the swipe for whatever comes next", async () => {
    const { user, bridge, store } = await halfFilled();
    act(() => bridge.tell("card.swiped", others));
    await screen.findByRole("dialog");

    await user.keyboard("{Enter}");

    await waitFor(() => expect(store.getState().place).toEqual({ at: "screen", code: "9002" }));
    expect(store.getState().customer?.id).toBe("c-2");
    expect(store.getState().swipe?.ref).toBe("e-00000002");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("L14: that must be retained is said aloud, and the form stays", async () => {
    const { bridge, store } = await halfFilled();

    act(() =>
      bridge.tell("card.swiped", swipeView({ ...theirs, verdict: "replaced", retain: true })),
    );

    expect((await screen.findByRole("alert")).textContent).toContain("没收此卡");
    expect(store.getState().place).toEqual({ at: "screen", code: "5001" });
  });
});

describe("what else comes while a form is half filled in", () => {
  test("another customer's document is asked about", async () => {
    const { user, bridge, store } = await halfFilled();
    act(() => bridge.tell("document.shown", shownDocument));
    act(() => bridge.tell("document.shown", othersDocument));
    await screen.findByRole("dialog", { name: "换成另一位客户？" });

    await user.keyboard("{Enter}");

    await waitFor(() => expect(store.getState().customer?.id).toBe("c-2"));
  });

  test("the same customer's card again takes nobody anywhere, and is said to be of no use", async () => {
    const { bridge, store } = await halfFilled();

    act(() => bridge.tell("card.swiped", swipeView({ ref: "e-00000003" })));

    expect((await screen.findByRole("alert")).textContent).toContain("表单没有等待刷卡");
    expect(store.getState().place).toEqual({ at: "screen", code: "5001" });
  });
});

describe("a form into which nothing was put", () => {
  test("is left at once for whoever lays a document on the reader", async () => {
    const { bridge, store } = renderCounter(<TellerWindow />, {
      customer: bankCustomer(),
      answers,
    });
    act(() => store.getState().openScreen("8001"));
    await screen.findByRole("heading", { level: 1, name: /8001/ });

    act(() => bridge.tell("document.shown", othersDocument));

    await waitFor(() => expect(store.getState().place).toEqual({ at: "screen", code: "9002" }));
  });
});
