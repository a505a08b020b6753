// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { DayView } from "#core/contract/day-view.ts";
import { MyDay } from "#renderer/home/my-day.tsx";
import { dayView, stockDay } from "#tests/renderer/support/day-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { workstationView } from "#tests/renderer/support/views.ts";

function show(day: DayView, session: object = {}) {
  const { session: teller } = workstationView();
  return renderCounter(<MyDay due={undefined} />, {
    language: "en",
    workstation: workstationView({ session: { ...teller, ...session } }),
    answers: { "day.view": yes(day) },
  });
}
const tile = (name: RegExp) => screen.findByRole("button", { name });

describe("my day", () => {
  test("C01, V05: a teller sees the own box and the own pieces, and of nobody else's", async () => {
    show(dayView());

    expect((await tile(/1103/)).textContent).toContain("1,234.56");
    expect((await tile(/8001/)).textContent).toContain("40");
    expect(document.body.textContent).not.toContain("5,000.00");
    expect(screen.getByRole("heading").textContent).toBe("My day · 2026-05-18 open");
  });

  test.each(["closed", "balanced", "difference"] as const)(
    "C01: a box that is %s calls, and leads to where boxes are opened",
    async (box) => {
      const { user, store } = show(dayView({ box }));

      const button = await tile(/1101/);
      expect(button.className).toContain("calling");
      await user.click(button);

      expect(store.getState().place).toMatchObject({ at: "screen", code: "1101" });
    },
  );

  test("V05: fewer than five pieces call for more; five do not", async () => {
    show(dayView({ figures: [stockDay("card", 5), stockDay("usb-key", 4)] }));

    expect((await tile(/^5.*8001/)).className).toBe("tile");
    expect((await tile(/^4.*8001/)).className).toBe("tile calling");
  });

  test("9004, C04: what waits and what was not printed is counted, each the way to its list", async () => {
    const mine = [{ what: "slip-unprinted", whose: "0101", which: "00012026051800001" }];
    const { user, store } = show(dayView({ parked: 2, mine }));

    expect((await tile(/9003/)).textContent).toContain("1");
    const waiting = await tile(/9004/);
    expect(waiting.textContent).toContain("2");
    waiting.focus();
    await user.keyboard("{Enter}");

    expect(store.getState().place).toMatchObject({ at: "screen", code: "9004" });
  });

  test("C03: a supervisor sees what keeps the day from ending instead of a box", async () => {
    const toEnd = [{ what: "box-open", whose: "0101" }];
    show(dayView({ toEnd, box: undefined }), { teller: "0201", role: "supervisor" });

    expect((await tile(/1105/)).textContent).toContain("1");
    expect(screen.queryByRole("button", { name: /1101|1103/ })).toBeNull();
  });

  test("D02: a page that the table keeps from somebody has no number there", async () => {
    show(dayView({ parked: 2 }), { role: "auditor", mayNot: ["9004", "1105"] });

    await waitFor(() => expect(screen.getByRole("heading")).toBeTruthy());
    expect(screen.queryByRole("button", { name: /9004|1105/ })).toBeNull();
  });

  test("nothing is shown before the day is known", () => {
    renderCounter(<MyDay due={undefined} />, {});

    expect(screen.queryByRole("heading")).toBeNull();
  });
});
