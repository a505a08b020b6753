// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { SignOff } from "#renderer/screens/day/sign-off.tsx";
import { dayView } from "#tests/renderer/support/day-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

const slip = (which: string) => ({ what: "slip-unprinted", whose: "0101", which });
const open = dayView({
  mine: [
    slip("00012026051800001"),
    slip("00012026051800002"),
    { what: "cash-difference", whose: "0101" },
  ],
});

describe("1002 signing off", () => {
  test("C04: with nothing open Enter is the way out", async () => {
    const { user, bridge } = renderCounter(<SignOff />, {
      answers: { "day.view": yes(dayView()), "session.sign-off": yes("done") },
    });
    await screen.findByText(/✓/);

    await waitFor(() => expect(document.activeElement?.tagName).toBe("BUTTON"));
    await user.keyboard("{Enter}");

    expect(bridge.asked.map(({ channel }) => channel)).toContain("session.sign-off");
  });

  test("C04: what is open is listed, and there is no way out before it is settled", async () => {
    renderCounter(<SignOff />, { language: "en", answers: { "day.view": yes(open) } });

    const list = await screen.findByRole("region", { name: "Still open before signing off: 3" });

    expect(list.querySelectorAll("li")).toHaveLength(3);
    expect(list.textContent).toContain("00012026051800001");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Sign off" }).disabled).toBe(true);
  });

  test("C04: a difference leads to where it is booked", async () => {
    const { user, store } = renderCounter(<SignOff />, {
      language: "en",
      answers: { "day.view": yes(open) },
    });

    await user.click(await screen.findByRole("button", { name: /1104/ }));

    expect(store.getState().place).toMatchObject({ at: "screen", code: "1104" });
  });

  test("C04: all slips are saved by one key, each once, in the language of the window", async () => {
    const { user, bridge } = renderCounter(<SignOff />, {
      language: "en",
      answers: { "day.view": yes(open), "slip.print": yes({}) },
    });
    await screen.findByRole("button", { name: "Save all 2 slips as PDF" });

    await waitFor(() => expect(document.activeElement?.textContent).toContain("Save all"));
    await user.keyboard("{Enter}");

    await waitFor(() =>
      expect(bridge.asked.filter(({ channel }) => channel === "slip.print")).toEqual([
        {
          channel: "slip.print",
          input: { slip: "00012026051800001", to: "pdf", language: "en" },
        },
        {
          channel: "slip.print",
          input: { slip: "00012026051800002", to: "pdf", language: "en" },
        },
      ]),
    );
  });
});
