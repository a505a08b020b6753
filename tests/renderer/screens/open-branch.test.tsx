// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { OpenBranch } from "#renderer/screens/day/open-branch.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { previewView, workstationView } from "#tests/renderer/support/views.ts";

const on = (status?: string) =>
  workstationView(status ? { day: { date: "2026-05-18", status } } : {});

describe("1004 the branch's day", () => {
  test.each([
    [undefined, "open", "The branch has no business day yet."],
    ["closed", "open", "The business day 2026-05-18 is over and the branch closed."],
    ["open", "close", "Business day 2026-05-18, open."],
    ["balanced", "close", "Business day 2026-05-18, balanced and not closed yet."],
  ] as const)(
    "C03: with the day %s what comes next is to %s, and Enter asks for it",
    async (status, action, said) => {
      const { user, bridge } = renderCounter(<OpenBranch />, {
        language: "en",
        workstation: on(status),
        answers: { "transaction.preview": yes(previewView({ level: "A3" })) },
      });
      expect(screen.getByText(said)).toBeTruthy();

      await user.click(screen.getByRole("radio", { checked: true }));
      await user.keyboard("{Enter}");
      await screen.findByRole("region", { name: /will happen/i });

      expect(bridge.asked.find(({ channel }) => channel === "transaction.preview")?.input).toEqual({
        code: "1004",
        input: { action },
      });
    },
  );
});
