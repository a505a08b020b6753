// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import type { SlipView } from "#core/contract/posting-view.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { type SlipBridge, showSlip } from "#renderer/slips/show-slip.tsx";
import { general } from "./sample-slips.ts";

let asked: unknown[];
let paper: HTMLElement;
beforeEach(() => {
  asked = [];
  document.body.innerHTML = '<div id="root"></div>';
  paper = document.body.querySelector<HTMLElement>("#root") ?? document.body;
});

/** A workstation that keeps exactly one slip. */
function bridgeWith(slip: SlipView): SlipBridge {
  return {
    // The only channel there is answers slips; the general type cannot say so.
    request: (async (_channel: string, input: { readonly slip: string }) => {
      asked.push(input);
      return input.slip === slip.number ? accept(slip) : refuse({ code: "slip.unknown" });
    }) as SlipBridge["request"],
  };
}

describe("the page that prints", () => {
  test("asks for the slip of its address and lays it out in the asked language", async () => {
    const hash = "#900120260318000014&lang=en";

    expect(await showSlip(bridgeWith(general), { hash, paper })).toBe(true);
    expect(asked).toEqual([{ slip: "900120260318000014" }]);
    expect(paper.querySelector("h1")?.textContent).toBe("Transaction slip");
    expect(document.documentElement.lang).toBe("en");
    expect(document.title).toBe("900120260318000014");
  });

  test("stays empty when the workstation will not show the slip", async () => {
    const hash = "#900120260318009999&lang=en";

    expect(await showSlip(bridgeWith(general), { hash, paper })).toBe(false);
    expect(paper.childElementCount).toBe(0);
  });

  test("asks nothing when its address names no slip", async () => {
    expect(await showSlip(bridgeWith(general), { hash: "#&lang=en", paper })).toBe(false);
    expect(asked).toEqual([]);
  });

  test("fails aloud, with nothing to print, when the slip cannot be drawn", async () => {
    const hash = "#900120260318000014&lang=en";
    // Only a damaged book could hold such a line, so the type must be talked over.
    const facts = [{ name: "amount", kind: "unheard-of" }] as unknown as SlipView["facts"];
    const broken = { ...general, facts };

    await expect(showSlip(bridgeWith(broken), { hash, paper })).rejects.toThrow(/unreachable/);
    expect(paper.childElementCount).toBe(0);
  });
});
