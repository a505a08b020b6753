// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import type { CardSheetView } from "#core/contract/bank-view.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { type SheetBridge, showSheet } from "#renderer/card-sheet/show-sheet.tsx";
import { countingSheet } from "./counting-sheet.ts";

let asked: unknown[];
let paper: HTMLElement;
beforeEach(() => {
  asked = [];
  document.body.innerHTML = '<div id="root"></div>';
  paper = document.body.querySelector<HTMLElement>("#root") ?? document.body;
});

/** A workstation that is printing the card p-1. */
function bridgeWith(sheet: CardSheetView): SheetBridge {
  return {
    // The only channel there is answers cards; the general type cannot say so.
    request: (async (_channel: string, input: { readonly card: string }) => {
      asked.push(input);
      return input.card === "p-1" ? accept(sheet) : refuse({ code: "request.untrusted" });
    }) as SheetBridge["request"],
  };
}

const marks = () => paper.querySelectorAll('[data-mark="demonstration"]').length;

describe("the page that prints a password card", () => {
  test("draws both sides of it, in the asked language and marked as a demonstration", async () => {
    const hash = "#p-1&layout=card&lang=en";

    expect(await showSheet(bridgeWith(countingSheet()), { hash, paper })).toBe(true);

    expect(asked).toEqual([{ card: "p-1" }]);
    expect(paper.querySelectorAll("svg")).toHaveLength(2);
    expect(paper.querySelector('[data-coordinate="B2"]')?.textContent).toBe("109");
    expect(paper.textContent).toContain("Card no. 030000000042");
    expect(paper.textContent).toContain("Good for 1000 uses");
    expect(marks()).toBe(1);
    expect(paper.querySelectorAll(".card-mark")).toHaveLength(2);
    expect(document.documentElement.lang).toBe("en");
    expect(document.title).toBe("030000000042");
  });

  test("sets it in large print, every cell under its letter", async () => {
    const hash = "#p-1&layout=large-print&lang=zh-CN";

    expect(await showSheet(bridgeWith(countingSheet()), { hash, paper })).toBe(true);

    const [head, first] = paper.querySelectorAll("tr");
    expect([...(head?.cells ?? [])].map((cell) => cell.textContent).join("")).toBe("ABCDEFGH");
    expect([...(first?.cells ?? [])].map((cell) => cell.textContent)).toEqual([
      "1",
      "100",
      "101",
      "102",
      "103",
      "104",
      "105",
      "106",
      "107",
    ]);
    expect(paper.querySelectorAll("td.figures")).toHaveLength(80);
    expect(marks()).toBe(1);
  });

  test("stays empty when the workstation will not show the card", async () => {
    const hash = "#p-2&layout=card&lang=en";

    expect(await showSheet(bridgeWith(countingSheet()), { hash, paper })).toBe(false);
    expect(paper.childElementCount).toBe(0);
  });

  test("asks nothing when its address names no card", async () => {
    expect(await showSheet(bridgeWith(countingSheet()), { hash: "#", paper })).toBe(false);
    expect(asked).toEqual([]);
  });
});
