// @vitest-environment happy-dom
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, swipeView, workstationView } from "#tests/renderer/support/views.ts";

const answers = {
  "loss.register": yes({ rows: [], total: 0 }),
  "order.list": yes([]),
  "customer.view": yes(customerView()),
} as const;

describe("the desk by keyboard", () => {
  test("digits typed into nothing go to the code box, and Enter opens the screen", async () => {
    const { user, store } = renderCounter(<TellerWindow />, { answers });

    await user.keyboard("4001{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "4001" });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("4001 口头挂失");
  });

  test("an unknown code is said aloud, and the teller stays", async () => {
    const { user, store } = renderCounter(<TellerWindow />, { answers });

    await user.keyboard("9999{Enter}");

    expect(screen.getByRole("alert").textContent).toContain("没有交易码 9999");
    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("Esc goes home from the first step, and closes what lies on top before", async () => {
    const { user, store } = renderCounter(<TellerWindow />, { answers });
    await user.keyboard("4001{Enter}{F1}");
    expect(screen.getByRole("dialog", { name: "帮助" }).textContent).toContain("口头挂失立即止付");

    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(store.getState().place).toEqual({ at: "screen", code: "4001" });

    await user.keyboard("{Escape}");
    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("Ctrl+K finds a transaction by the initials of its pinyin", async () => {
    const { user, store } = renderCounter(<TellerWindow />, { answers });

    await user.keyboard("{Control>}k{/Control}");
    const palette = screen.getByRole("dialog", { name: "查找交易" });
    await user.type(within(palette).getByRole("combobox"), "ktgs{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "4001" });
  });

  test("Ctrl+Shift+L changes every word at once, and back", async () => {
    const { user } = renderCounter(<TellerWindow />, { answers });

    await user.keyboard("{Control>}{Shift>}L{/Shift}{/Control}");
    expect(
      await screen.findByRole("heading", { name: "Swipe a card, or type a transaction code" }),
    ).toBeTruthy();

    await user.keyboard("{Control>}{Shift>}L{/Shift}{/Control}");
    expect(await screen.findByRole("heading", { name: "请刷卡，或输入交易码" })).toBeTruthy();
  });

  test("an empty day is said to be empty", async () => {
    renderCounter(<TellerWindow />, { answers });

    expect(await screen.findByText("没有到期待办的挂失案。")).toBeTruthy();
    expect(screen.getByText("没有在途或待领的新卡。")).toBeTruthy();
  });
});

describe("what a swipe says", () => {
  test("L14: a card to be retained is an alert with the way to 3009", async () => {
    const { bridge } = renderCounter(<TellerWindow />, { answers });

    bridge.tell("card.swiped", swipeView({ verdict: "counterfeit", retain: true }));

    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("疑为伪卡");
    expect(within(alert).getByRole("button", { name: "登记没收 3009" })).toBeTruthy();
  });

  test("T34: a card that was retained already is an alert with the way to 3014", async () => {
    const { bridge } = renderCounter(<TellerWindow />, { answers });

    bridge.tell("card.swiped", swipeView({ verdict: "retained", retain: true }));

    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("这张卡已登记没收");
    expect(within(alert).getByRole("button", { name: "旧卡消磁 3014" })).toBeTruthy();
    expect(within(alert).queryByRole("button", { name: "登记没收 3009" })).toBeNull();
  });

  test("an unreadable stripe names the field", async () => {
    const { bridge } = renderCounter(<TellerWindow />, { answers });

    bridge.tell("card.swiped", {
      status: "unreadable",
      refusal: { code: "track.field", track: 2, field: "expiry", reason: "month" },
      at: workstationView().now,
    });

    expect((await screen.findByRole("alert")).textContent).toContain("“失效日期”栏：月份不对");
  });
});

describe("D07: leaving the desk", () => {
  test("takes everything of the customer out of the page, not only out of sight", async () => {
    const { store } = renderCounter(<TellerWindow />, { answers, customer: customerView() });
    expect(screen.getByText("*三", { exact: false })).toBeTruthy();

    store.getState().tellWorkstation(
      workstationView({
        session: { status: "locked", teller: "0101", name: "王芳", role: "teller" },
      }),
    );

    await screen.findByRole("heading", { name: "柜台已锁定" });
    expect(document.body.textContent).not.toContain("110101");
    expect(screen.queryByRole("main")?.className).toBe("gate");
  });

  test("Ctrl+L asks for the lock", async () => {
    const { user, bridge } = renderCounter(<TellerWindow />, { answers });

    await user.keyboard("{Control>}l{/Control}");

    await waitFor(() =>
      expect(bridge.asked).toContainEqual({ channel: "session.lock", input: { idle: false } }),
    );
  });
});

describe("a demonstration", () => {
  test("is marked over every screen, a live branch is not", async () => {
    const { store } = renderCounter(<TellerWindow />, {
      answers,
      workstation: workstationView({ kind: "demonstration" }),
    });
    expect(screen.getAllByTestId("watermark")).toHaveLength(1);

    store.getState().tellWorkstation(workstationView());

    await waitFor(() => expect(screen.queryByTestId("watermark")).toBeNull());
  });

  test("F9 opens the presenter's desk, where Enter swipes the chosen card", async () => {
    const { user, bridge } = renderCounter(<TellerWindow />, {
      workstation: workstationView({ kind: "demonstration" }),
      answers: {
        ...answers,
        "demonstration.tray": yes({
          cards: [
            { id: "p-1", label: "张三的卡", kind: "customer" },
            { id: "p-2", label: "空白卡", kind: "blank" },
          ],
          documents: [],
          expects: "swipe",
          isPlugged: true,
        }),
        "demonstration.swipe": yes("done"),
      },
    });

    await user.keyboard("{F9}");
    await screen.findByRole("button", { name: /张三的卡 ?客户卡/ });
    await user.keyboard("{ArrowDown}{Enter}");

    expect(bridge.asked).toContainEqual({
      channel: "demonstration.swipe",
      input: { card: "p-2", badly: false },
    });
  });

  describe("the reader's cable at the presenter's desk", () => {
    const tray = { cards: [], documents: [], expects: "nothing" } as const;

    async function presented(isPlugged: boolean) {
      const opened = renderCounter(<TellerWindow />, {
        workstation: workstationView({
          kind: "demonstration",
          reader: { status: "ready", simulated: true, recording: false },
        }),
        answers: {
          ...answers,
          "demonstration.tray": yes({ ...tray, isPlugged }),
          "demonstration.plug": yes("done"),
        },
      });
      await opened.user.keyboard("{F9}");
      await screen.findByText(isPlugged ? "读卡器空闲" : "读卡器的线拔下了");
      return opened;
    }

    test("is pulled out by keyboard", async () => {
      const { user, bridge } = await presented(true);

      screen.getByRole("button", { name: "拔下读卡器的线" }).focus();
      await user.keyboard("{Enter}");

      expect(bridge.asked).toContainEqual({ channel: "demonstration.plug", input: { in: false } });
    });

    test("is put in again by keyboard", async () => {
      const { user, bridge } = await presented(false);

      screen.getByRole("button", { name: "重新接上读卡器" }).focus();
      await user.keyboard("{Enter}");

      expect(bridge.asked).toContainEqual({ channel: "demonstration.plug", input: { in: true } });
    });

    test("is none where a real port is set: no card can be swiped there, and it says so", async () => {
      const { user, bridge } = renderCounter(<TellerWindow />, {
        workstation: workstationView({
          kind: "demonstration",
          reader: { status: "ready", simulated: false, recording: false },
        }),
        answers: {
          ...answers,
          "demonstration.tray": yes({
            ...tray,
            cards: [{ id: "p-1", label: "in-use", kind: "customer" }],
            isPlugged: true,
          } as never),
        },
      });
      await user.keyboard("{F9}");

      expect(await screen.findByText(/这里的卡片不能在那台读卡器上刷/)).toBeTruthy();
      expect(screen.queryByText(/按 Enter 刷卡/)).toBeNull();
      expect(screen.queryByRole("button", { name: "拔下读卡器的线" })).toBeNull();
      await user.click(screen.getByRole("button", { name: /^在用的卡/ }));
      expect(bridge.asked.map(({ channel }) => channel)).not.toContain("demonstration.swipe");
    });
  });

  describe("F9 once more", () => {
    const tray = { cards: [{ id: "p-1", label: "in-use", kind: "customer" }], documents: [] };

    /** The presenter's desk for the second time: its list is there from the start. */
    async function presented() {
      const opened = renderCounter(<TellerWindow />, {
        workstation: workstationView({ kind: "demonstration" }),
        answers: { ...answers, "demonstration.tray": yes({ ...tray, expects: "swipe" } as never) },
      });
      const { user } = opened;
      await user.keyboard("{F9}");
      await screen.findByRole("button", { name: /^在用的卡/ });
      await user.keyboard("{F9}");
      return opened;
    }

    test("gives the focus back to what had it before", async () => {
      const { user } = await presented();
      const [before] = screen.getAllByRole("button", { name: /^4001/ });
      before?.focus();

      await user.keyboard("{F9}");
      expect(document.activeElement?.textContent).toContain("在用的卡");
      await user.keyboard("{F9}");

      expect(document.activeElement).toBe(before);
    });

    test("leads to the code box where that is gone meanwhile", async () => {
      const { user, store } = await presented();
      screen.getAllByRole("button", { name: /^4001/ }).at(-1)?.focus();
      await user.keyboard("{F9}");
      act(() => store.getState().openScreen("9001"));

      screen.getByRole("button", { name: /^在用的卡/ }).focus();
      await user.keyboard("{F9}");

      expect(document.activeElement?.id).toBe("transaction-code");
    });

    test("leaves the focus to what the teller has gone on with", async () => {
      const { user } = await presented();
      await user.keyboard("{F9}{F2}{F9}");

      expect(document.activeElement?.id).toBe("transaction-code");
      expect(screen.queryByRole("heading", { name: "演示台" })).toBeNull();
    });
  });

  test("F9 opens nothing in a live branch", async () => {
    const { user } = renderCounter(<TellerWindow />, { answers });

    await user.keyboard("{F9}");

    expect(screen.queryByRole("heading", { name: "演示台" })).toBeNull();
  });
});
