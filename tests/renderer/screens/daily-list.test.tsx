// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { DailyList } from "#renderer/screens/audit/daily-list.tsx";
import { dailyList, journalLine } from "#tests/renderer/support/day-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

describe("9010 the supervisor's daily list", () => {
  test.each([
    ["zh-CN", "显示完整号码 2", "渠道开通与协议: 没有"],
    ["en", "Numbers shown in full 2", "Channels opened, agreements: none"],
  ] as const)(
    "R23: in %s has every group with its number, and says where there is none",
    async (language, head, none) => {
      const answers = { "daily.list": yes(dailyList()) };
      const { bridge } = renderCounter(<DailyList />, { language, answers });

      expect((await screen.findByRole("heading", { level: 2 })).textContent).toBe(head);
      expect(document.querySelector("p.nothing")?.textContent).toBe(none);
      expect(bridge.asked).toEqual([{ channel: "daily.list", input: { date: "2026-05-18" } }]);
    },
  );

  test("by keys alone another day is asked for, and what is no day is not", async () => {
    const { user, bridge } = renderCounter(<DailyList />, {
      answers: { "daily.list": yes(dailyList()) },
    });
    await screen.findByRole("row", { name: /4712/ });
    expect(document.activeElement?.id).toBe("daily-date");

    await user.keyboard("{Control>}a{/Control}2026-02-30{Enter}");
    expect(document.querySelector("#daily-date")?.getAttribute("aria-invalid")).toBe("true");
    expect(bridge.asked).toHaveLength(1);
    await user.clear(document.activeElement ?? document.body);
    await user.keyboard("2026-05-17{Enter}");

    await waitFor(() => expect(bridge.asked).toHaveLength(2));
    expect(bridge.asked.at(-1)?.input).toEqual({ date: "2026-05-17" });
  });

  test("U08: the arrows go from line to line, and the chosen one is told in full below", async () => {
    const { user } = renderCounter(<DailyList />, {
      language: "en",
      answers: { "daily.list": yes(dailyList()) },
    });
    (await screen.findByRole("row", { name: /4712/ })).focus();

    await user.keyboard("{ArrowDown}");

    const row = screen.getByRole("row", { name: /4709/ });
    expect(document.activeElement).toBe(row);
    expect(row.getAttribute("aria-current")).toBe("true");
    expect(screen.getByRole("row", { name: /4712/ }).getAttribute("aria-current")).toBeNull();
  });

  test("more than one page has is said, with the way to the rest", async () => {
    const rows = [journalLine({ entries: ["slip.reprinted"] })];
    renderCounter(<DailyList />, {
      language: "en",
      answers: {
        "daily.list": yes(dailyList({ groups: [{ watch: "reprinted", total: 51, rows }] })),
      },
    });

    expect(await screen.findByText("The latest 1; search for the others (9005).")).toBeTruthy();
  });

  test("D02: whoever may not look is told so", async () => {
    renderCounter(<DailyList />, {
      answers: {
        "daily.list": {
          ok: false,
          refusal: { code: "teller.role", role: "teller", may: ["supervisor"] },
        },
      },
    });

    expect(await screen.findByRole("alert")).toBeTruthy();
  });
});
