// @vitest-environment happy-dom
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { FreezeRegister } from "#renderer/screens/freeze/freeze-register.tsx";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { term } from "#renderer/wording/zh-CN/term.ts";
import { type FakeBridge, yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  assistingView,
  orderView,
  stackView,
  waitingView,
} from "#tests/renderer/support/freeze-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView } from "#tests/renderer/support/views.ts";

/** What the desk around it asks. */
const desk = {
  "loss.register": yes({ rows: [], total: 0 }),
  "order.list": yes([]),
  "freeze.ending": yes({ count: 0 }),
  "customer.view": yes(customerView()),
};
const looks = (bridge: FakeBridge) =>
  bridge.asked.filter(({ channel }) => channel === "freeze.register").map(({ input }) => input);
const keyIn = (bar: string, name: RegExp) =>
  within(screen.getByRole("toolbar", { name: bar })).getByRole("button", { name });
const rows = yes({ rows: [orderView(), waitingView()], total: 2 });

describe("6011 the register of orders", () => {
  test("F16: a row says organ, paper, state, target, what is controlled, and the end", async () => {
    renderCounter(<FreezeRegister />, {
      workstation: assistingView(),
      answers: { "freeze.register": rows },
    });

    const row = (await screen.findByText("示范区人民法院")).closest("tr");
    expect(row?.textContent).toContain("（2026）示01执12号");
    expect(row?.textContent).toContain("6,000.00");
    expect(row?.textContent).toContain("剩 357 天");
    expect(screen.getByText("轮候第 1")).toBeTruthy();
  });

  test("a day, a time and what is left each have a line that is not broken", async () => {
    const stop = orderView({ endsAt: Date.UTC(2026, 4, 20, 4, 0, 0), daysLeft: 2 });
    renderCounter(<FreezeRegister />, {
      workstation: assistingView(),
      answers: { "freeze.register": yes({ rows: [stop], total: 1 }) },
    });

    const row = (await screen.findByText("示范区人民法院")).closest("tr");
    const lines = [...(row?.querySelectorAll(".line") ?? [])].map((line) => line.textContent);
    expect(lines).toEqual([
      "0001****0001",
      "2026-05-10",
      "09:30:00",
      "2026-05-20",
      "12:00:00",
      "剩 2 天",
    ]);
  });

  test("a kind of organ is spelled in the register as on the form", async () => {
    const { user } = renderCounter(<FreezeRegister />, {
      workstation: assistingView(),
      answers: {
        "freeze.register": yes({ rows: [orderView({ kind: "emergency-stop" })], total: 1 }),
      },
    });
    await screen.findByText("示范区人民法院");

    await user.keyboard("{ArrowDown}");

    expect(screen.getByText("公安机关（紧急止付）")).toBeTruthy();
    expect(term["freeze-kind.emergency-stop"]).toBe("公安机关（紧急止付）");
  });

  test("Enter on a row opens everything that holds its account", async () => {
    const { user, store } = renderCounter(<FreezeRegister />, {
      workstation: assistingView(),
      answers: { "freeze.register": rows },
    });

    await screen.findByText("示范区人民法院");
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "6011" });
    expect(store.getState().subject).toMatchObject({ account: "a-1" });
  });

  test("Esc on the account leads back to the register with its filter, and to the row", async () => {
    const { user, bridge, store } = renderCounter(<TellerWindow />, {
      workstation: assistingView(),
      answers: { ...desk, "freeze.register": rows, "freeze.stack": yes(stackView()) },
    });
    act(() => store.getState().openScreen("6011"));
    await screen.findByText("示范区人民法院");
    await user.click(screen.getByRole("radio", { name: "全部" }));
    await user.type(screen.getByRole("textbox", { name: /机关、文书号/ }), "示范{Enter}");
    await waitFor(() => expect(looks(bridge)).toHaveLength(2));
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    await screen.findByRole("figure", { name: "时间线" });
    await user.keyboard("{Escape}");

    await waitFor(() => expect(document.activeElement?.textContent).toContain("示范市公安局"));
    expect(screen.getByRole("radio", { name: "全部" })).toHaveProperty("checked", true);
    expect(screen.getByRole("textbox", { name: /机关、文书号/ })).toHaveProperty("value", "示范");
    expect(looks(bridge)[2]).toEqual({ filter: { show: "all", days: 7, text: "示范" }, page: 0 });
    await user.keyboard("{Escape}");
    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("Esc on what is done with an order leads back to its account, and on", async () => {
    const { user, store } = renderCounter(<TellerWindow />, {
      workstation: assistingView(),
      answers: { ...desk, "freeze.register": rows, "freeze.stack": yes(stackView()) },
    });
    act(() => store.getState().openScreen("6011"));
    await screen.findByText("示范区人民法院");
    await user.keyboard("{ArrowDown}{Enter}");
    await screen.findByRole("figure", { name: "时间线" });
    await user.click(keyIn("可以办理", /6004/));
    await screen.findByRole("region", { name: "所办的冻结" });

    await user.keyboard("{Escape}");
    await screen.findByRole("figure", { name: "时间线" });
    await user.click(keyIn("返回登记簿", /6011/));

    expect(await screen.findByRole("row", { name: /示范市公安局/ })).toBeTruthy();
  });

  test("U07: the arrows choose and look at nothing; Enter looks once, and the focus stays", async () => {
    const { user, bridge } = renderCounter(<FreezeRegister />, {
      workstation: assistingView(),
      answers: { "freeze.register": rows },
    });
    await screen.findByText("示范区人民法院");
    const inForce = screen.getByRole("radio", { name: "生效" });
    act(() => inForce.focus());

    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}");
    expect(screen.getByRole("radio", { name: "已结束" })).toHaveProperty("checked", true);
    expect(looks(bridge)).toHaveLength(1);
    await user.keyboard("{Enter}");

    await waitFor(() => expect(looks(bridge)).toHaveLength(2));
    expect(looks(bridge)[1]).toMatchObject({ filter: { show: "ended" } });
    await screen.findByText("示范区人民法院");
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "已结束" }));
  });

  test("what ends within so many days is asked for by the day", async () => {
    const { user, bridge } = renderCounter(<FreezeRegister />, {
      workstation: assistingView(),
      answers: { "freeze.register": rows },
    });

    await screen.findByText("示范区人民法院");
    await user.click(screen.getByRole("radio", { name: "即将到期" }));
    const days = await screen.findByRole("textbox", { name: "几天内到期" });
    await user.clear(days);
    await user.type(days, "30{Enter}");

    await waitFor(() =>
      expect(bridge.asked.at(-1)?.input).toEqual({
        filter: { show: "ending", days: 30, text: "" },
        page: 0,
      }),
    );
  });

  test("367 days are refused in words, 366 are asked for", async () => {
    const { user, bridge } = renderCounter(<FreezeRegister />, {
      workstation: assistingView(),
      answers: { "freeze.register": rows },
    });

    await user.click(await screen.findByRole("radio", { name: "即将到期" }));
    const days = await screen.findByRole("textbox", { name: "几天内到期" });
    const before = bridge.asked.length;
    await user.clear(days);
    await user.type(days, "367{Enter}");
    expect(screen.getByRole("alert").textContent).toContain("0 至 366");
    expect(bridge.asked).toHaveLength(before);
    await user.clear(days);
    await user.type(days, "366{Enter}");

    expect(bridge.asked.at(-1)?.input).toMatchObject({ filter: { days: 366 } });
  });

  test("U07: a look is journalled, and the journal having moved is no reason to look again", async () => {
    const { bridge } = renderCounter(<FreezeRegister />, {
      workstation: assistingView(),
      answers: { "freeze.register": rows },
    });

    await screen.findByText("示范区人民法院");
    act(() => bridge.tell("books.changed", { sequence: 18, customers: [] }));
    await screen.findByText("示范区人民法院");

    expect(bridge.asked).toHaveLength(1);
  });

  test("what is shown is exported, and the file is named", async () => {
    const { user, bridge } = renderCounter(<FreezeRegister />, {
      workstation: assistingView(),
      answers: {
        "freeze.register": rows,
        "freeze.export": yes({ file: "/data/freezes.csv.jwe", rows: 2 }),
      },
    });

    await user.click(await screen.findByRole("button", { name: "导出 CSV" }));
    await user.keyboard("told by telephone{Tab}told by telephone{Enter}");

    expect(await screen.findByText("已导出 2 条：/data/freezes.csv.jwe")).toBeTruthy();
    expect(bridge.asked.at(-1)).toEqual({
      channel: "freeze.export",
      input: {
        filter: { show: "in-force", days: 7, text: "" },
        as: "csv",
        passphrase: "told by telephone",
      },
    });
  });

  test("the audit looks at an order and is offered nothing to do with it", async () => {
    const { user } = renderCounter(<FreezeRegister />, {
      workstation: assistingView("sees"),
      answers: { "freeze.register": rows },
    });

    await screen.findByText("示范区人民法院");
    await user.keyboard("{ArrowDown}");

    expect(screen.getByText("这道冻结现在没有可办理的业务。")).toBeTruthy();
  });

  test("a teller without the duty asks nothing and is shown nothing", () => {
    const { bridge } = renderCounter(<FreezeRegister />, { workstation: assistingView("none") });

    expect(screen.getByRole("alert")).toBeTruthy();
    expect(bridge.asked).toEqual([]);
  });
});
