// @vitest-environment happy-dom
import { act, createEvent, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { assistingView, orderView, stackView } from "#tests/renderer/support/freeze-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, workstationView } from "#tests/renderer/support/views.ts";
import { choose, fillPapers, type } from "../screens/freeze/fill-papers.ts";

const answers: Answers = {
  "loss.register": yes({ rows: [], total: 0 }),
  "order.list": yes([]),
  "freeze.ending": yes({ count: 0 }),
  "freeze.stack": yes(stackView()),
  "customer.view": yes(customerView()),
  "transaction.preview": yes(previewView()),
};

/** 6001 with its paper filled in. */
async function registration() {
  const counter = renderCounter(<TellerWindow />, {
    workstation: assistingView(),
    customer: customerView(),
    answers,
  });
  act(() => counter.store.getState().openScreen("6001"));
  await screen.findByRole("heading", { level: 1, name: /6001/ });
  await choose(counter.user, "人民法院");
  await fillPapers(counter.user);
  return counter;
}

const asked = () => screen.queryByRole("dialog", { name: "放弃这张表单？" });

/** What the browser makes of Esc in a dialog of its own; happy-dom does not. */
function pressEscape(dialog: HTMLElement): void {
  fireEvent(dialog, createEvent("cancel", dialog, { cancelable: true }));
}

describe("leaving a form that was begun", () => {
  test("Esc asks first; Esc once more stays, with all that was typed", async () => {
    const { user, store } = await registration();

    await user.keyboard("{Escape}");
    pressEscape(await screen.findByRole("dialog", { name: "放弃这张表单？" }));

    expect(asked()).toBeNull();
    expect(store.getState().place).toEqual({ at: "screen", code: "6001" });
    expect(screen.getByRole("textbox", { name: "文书号" })).toHaveProperty(
      "value",
      "(2026)示01执12号",
    );
  });

  test("Enter in the question leaves it", async () => {
    const { user, store } = await registration();

    await user.keyboard("{Escape}");
    await screen.findByRole("dialog", { name: "放弃这张表单？" });
    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "home" });
    expect(asked()).toBeNull();
  });

  test.each(["4001", "1002"])("entering %s asks as well", async (code) => {
    const { user, store } = await registration();

    await user.keyboard("{F2}");
    await user.keyboard(`${code}{Enter}`);

    expect(await screen.findByRole("dialog", { name: "放弃这张表单？" })).toBeTruthy();
    expect(store.getState().place).toEqual({ at: "screen", code: "6001" });
  });

  test("nobody is asked about a form into which nothing was put", async () => {
    const { user, store } = renderCounter(<TellerWindow />, {
      workstation: assistingView(),
      customer: customerView(),
      answers,
    });
    act(() => store.getState().openScreen("6001"));
    await screen.findByRole("heading", { level: 1, name: /6001/ });

    await user.keyboard("{Escape}");

    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("Esc in the preview is a step back into the form, unasked", async () => {
    const { user, store } = await previewed();
    await user.keyboard("{Escape}");

    expect(asked()).toBeNull();
    expect(store.getState().transaction.step).toBe("filling");
  });
});

/** 6004 filled in and previewed. */
async function previewed() {
  const counter = renderCounter(<TellerWindow />, {
    workstation: assistingView(),
    customer: customerView(),
    answers: { ...answers, "freeze.stack": yes(stackView({ orders: [orderView()] })) },
  });
  act(() => counter.store.getState().openScreen("6004", { order: "f-1", account: "a-1" }));
  await screen.findByRole("region", { name: "所办的冻结" });
  await fillPapers(counter.user);
  await counter.user.click(screen.getByRole("button", { name: "下一步" }));
  await screen.findByText("将要发生");
  return counter;
}

/** Locks the counter, and lets somebody with a session go on. */
async function lockAndResume(
  { bridge }: Awaited<ReturnType<typeof registration>>,
  next = assistingView(),
): Promise<void> {
  const { session } = assistingView();
  act(() =>
    bridge.tell(
      "workstation.changed",
      workstationView({ session: { ...session, status: "locked" } }),
    ),
  );
  await screen.findByRole("heading", { name: "柜台已锁定" });
  act(() => bridge.tell("workstation.changed", next));
}

describe("a lock while a form is half filled in", () => {
  test("D07: nothing of it is in the page, and all that was typed is there again", async () => {
    const counter = await registration();
    await type(counter.user, "期限（个月）", "11");
    await lockAndResume(counter);

    await screen.findByRole("heading", { level: 1, name: /6001/ });
    const value = (name: string) => screen.getByRole("textbox", { name });
    expect(value("机关名称（照文书）")).toHaveProperty("value", "示范区人民法院");
    expect(value("第 2 名：证件号")).toHaveProperty("value", "FY-0002");
    expect(await screen.findByRole("textbox", { name: "期限（个月）" })).toHaveProperty(
      "value",
      "11",
    );
    expect(screen.getByRole("checkbox", { name: /裁定书/ })).toHaveProperty("checked", true);
  });

  test("F10: the time of delivery stays to the second", async () => {
    const counter = await registration();
    await lockAndResume(counter);

    const date = await screen.findByRole("textbox", { name: "送达日期" });
    expect(date).toHaveProperty("value", "2026-05-18");
    expect(screen.getByRole("textbox", { name: "送达时刻" })).toHaveProperty("value", "11:58:07");
  });

  test("F10: a time that was not whole yet is asked for, never taken to be now", async () => {
    const counter = await registration();
    await type(counter.user, "送达时刻", "11:5");
    await lockAndResume(counter);

    const time = await screen.findByRole("textbox", { name: "送达时刻" });
    expect(time).toHaveProperty("value", "");
  });

  test("it still counts as begun: Esc asks", async () => {
    const counter = await registration();
    await lockAndResume(counter);
    await screen.findByRole("heading", { level: 1, name: /6001/ });

    await counter.user.keyboard("{Escape}");

    expect(await screen.findByRole("dialog", { name: "放弃这张表单？" })).toBeTruthy();
  });

  test("another teller finds nothing of it", async () => {
    const counter = await registration();
    const other = workstationView({
      session: {
        status: "signed-on",
        teller: "0103",
        name: "钱进",
        role: "teller",
        assistance: "assists",
      },
    });
    await lockAndResume(counter, other);

    const organ = await screen.findByRole("textbox", { name: "机关名称（照文书）" });
    expect(organ).toHaveProperty("value", "");
  });

  test("it is kept for one form and forgotten with it", async () => {
    const counter = await registration();
    await lockAndResume(counter);
    await screen.findByRole("heading", { level: 1, name: /6001/ });
    act(() => counter.store.getState().openScreen("6001"));

    await waitFor(() =>
      expect(screen.getByRole("textbox", { name: "机关名称（照文书）" })).toHaveProperty(
        "value",
        "",
      ),
    );
  });
});
