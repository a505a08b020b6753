// @vitest-environment happy-dom
import { act, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CardReader } from "#renderer/screens/reader/card-reader.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { readerDeskView, traceLine } from "#tests/renderer/support/reader-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

async function openTrace(trace: readonly unknown[] = [traceLine()]) {
  const counter = renderCounter(<CardReader />, {
    answers: { "reader.view": yes(readerDeskView({ trace })) },
  });
  const log = await screen.findByRole("log", { name: "线上的往来" });
  const rows = () =>
    within(log)
      .getAllByRole("row")
      .slice(1)
      .map(({ textContent }) => textContent);
  return { ...counter, log, rows };
}

const heard = traceLine({ number: 2, atMs: 1_211, way: "heard", what: "present", shown: "1B 79" });

describe("3015 the live trace", () => {
  test("shows time, direction, what in words, and the bytes, the newest at the bottom", async () => {
    const { bridge, rows } = await openTrace();

    act(() => bridge.tell("reader.traced", heard));
    act(() =>
      bridge.tell(
        "reader.traced",
        traceLine({ number: 3, way: "noise", what: "noise", shown: "" }),
      ),
    );
    act(() =>
      bridge.tell(
        "reader.traced",
        traceLine({ number: 4, way: "state", what: "lost", shown: "in-use" }),
      ),
    );

    expect(rows()).toEqual([
      "1.204→ 发出检测通信1B 65",
      "1.211← 收到在线1B 79",
      "1.204· 杂音没有人问的字节",
      "1.204■ 状态断开：被其他程序占用",
    ]);
  });

  test("a state shows what its reader says of itself, and a reason without words as it is", async () => {
    const { rows } = await openTrace([
      traceLine({ way: "state", what: "ready", shown: "MSR605 REVU1.00" }),
      traceLine({ number: 2, way: "state", what: "lost", shown: "brand-new" }),
    ]);

    expect(rows()).toEqual(["1.204■ 状态就绪MSR605 REVU1.00", "1.204■ 状态断开brand-new"]);
  });

  test("lines left out of a flood are counted where they are missing", async () => {
    const { rows } = await openTrace([traceLine({ number: 5 }), traceLine({ number: 9 })]);

    expect(rows()).toEqual([
      "1.204→ 发出检测通信1B 65",
      "⋯ 来得太快，略去 3 条",
      "1.204→ 发出检测通信1B 65",
    ]);
  });

  test("what has no words is shown as the code it is", async () => {
    const { rows } = await openTrace([traceLine({ what: "brand-new" })]);

    expect(rows()).toEqual(["1.204→ 发出brand-new1B 65"]);
  });

  test("is not spoken line by line, and is reached by Tab", async () => {
    const { log } = await openTrace();

    expect(log.getAttribute("aria-live")).toBe("off");
    expect(log.tabIndex).toBe(0);
  });

  test("Ctrl+D holds it still and counts what comes, and lets it go on", async () => {
    const { bridge, user, rows } = await openTrace();

    await user.keyboard("{Control>}d{/Control}");
    act(() => bridge.tell("reader.traced", heard));
    expect(rows()).toHaveLength(1);
    expect(screen.getByText(/已暂停，又来了 1 条/)).toBeTruthy();

    await user.keyboard("{Control>}d{/Control}");
    expect(rows()).toHaveLength(2);
    expect(screen.queryByText(/已暂停/)).toBeNull();
  });

  test("a trace of nothing says so", async () => {
    await openTrace([]);

    expect(screen.getByText("还没有往来。")).toBeTruthy();
  });
});
