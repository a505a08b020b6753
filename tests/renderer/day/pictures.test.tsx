// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { DayPictures } from "#renderer/day/pictures.tsx";
import { settleAt } from "#renderer/day/settle-at.ts";
import { ToSettle } from "#renderer/day/to-settle.tsx";
import { dayView } from "#tests/renderer/support/day-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

const figure = (name: string) =>
  [...document.querySelectorAll("figure")].find(
    (one) => one.querySelector("figcaption")?.textContent === name,
  ) ?? document.createElement("figure");
const widths = (name: string) =>
  [...figure(name).querySelectorAll("rect.bar-part")].map((part) => part.getAttribute("width"));

describe("the day as pictures", () => {
  test("C02: the fullest box fills its line, the others are in proportion, the words say it too", () => {
    renderCounter(<DayPictures day={dayView()} />, { language: "en" });

    expect(widths("Cash by box")).toEqual([String((1_234_56 / 5_000_00) * 100), "100"]);
    expect(within(figure("Cash by box")).getByText("1,234.56")).toBeTruthy();
    expect(within(figure("Cash by box")).getByText("5,000.00")).toBeTruthy();
  });

  test("C02: denominations of all boxes that were counted today are one", () => {
    const counts = [
      { box: "0101", status: "balanced", cash: { "note-10000": 2 } },
      { box: "vault", status: "balanced", cash: { "note-10000": 3 } },
    ];
    renderCounter(<DayPictures day={dayView({ counts })} />, { language: "en" });

    expect(figure("Cash by denomination, as counted").textContent).toContain("5 · 500.00");
  });

  test("C02: where nothing was counted there is no such picture", () => {
    renderCounter(<DayPictures day={dayView()} />, { language: "en" });

    expect(document.querySelectorAll("figure")).toHaveLength(2);
  });
});

describe("what is still open", () => {
  const items = [
    { what: "stock-uncounted", whose: "0101", which: "card" },
    { what: "teller-on", whose: "0102" },
  ] as const;

  test("C03: each leads to where it is settled, and somebody else signs off alone", async () => {
    const { user, store } = renderCounter(<ToSettle items={items} title="Still open: 2" />, {
      language: "en",
    });

    const list = screen.getByRole("region", { name: "Still open: 2" });
    expect(within(list).getAllByRole("listitem")).toHaveLength(2);
    await user.click(within(list).getByRole("button"));

    expect(store.getState().place).toMatchObject({ at: "screen", code: "8005" });
  });

  test.each([
    ["box-open", "1101"],
    ["cash-uncounted", "1103"],
    ["cash-difference", "1104"],
    ["stock-uncounted", "8005"],
    ["stock-difference", "8004"],
    ["request-parked", "9004"],
    ["slip-unprinted", "9003"],
    ["teller-on", undefined],
  ] as const)("C03: %s is settled at %s", (what, code) => {
    expect(settleAt({ what, whose: "0101" }, { teller: "0101", role: "teller" })?.code).toBe(code);
  });

  test.each([
    ["box-open", "supervisor", "1101"],
    ["cash-uncounted", "branch-head", "1103"],
    ["cash-difference", "supervisor", "1104"],
    ["cash-difference", "teller", undefined],
    ["stock-uncounted", "supervisor", "8005"],
    ["stock-uncounted", "teller", undefined],
    ["stock-difference", "branch-head", "8004"],
    ["request-parked", "teller", "9004"],
    ["slip-unprinted", "teller", "9003"],
  ] as const)("D02: %s of somebody else leads a %s to %s", (what, role, code) => {
    expect(settleAt({ what, whose: "0101" }, { teller: "0102", role })?.code).toBe(code);
  });

  test("C03: the vault is everybody's to settle, and a slip is opened by its number", () => {
    const looker = { teller: "0102", role: "teller" };
    const which = "00012026051800001";

    expect(settleAt({ what: "cash-uncounted", whose: "vault" }, looker)?.code).toBe("1103");
    expect(settleAt({ what: "slip-unprinted", whose: "0101", which }, looker)).toEqual({
      code: "9003",
      subject: { find: which },
    });
  });
});
