import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ElectronApplication } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { journeyPlace } from "#tests/support/journey.ts";
import { signOn } from "../../scripts/tour/acts.ts";
import { noPictures } from "../../scripts/tour/album.ts";
import { playCardStory } from "../../scripts/tour/card-story.ts";
import type { Counter } from "../../scripts/tour/counter.ts";

const place = journeyPlace("cells-stay-home");
const coordinates = Array.from({ length: 10 }, (_, row) =>
  [..."ABCDEFGH"].map((column) => `${column}${row + 1}`),
).flat();

// The tour's whole story of the password card, with cells of twelve digits so that no other number
// is one by chance. Everything that the main process says to the teller's window is written down.
describe("P02: in the real program no cell leaves the customer's window", () => {
  let counter: Counter;
  let said: string;
  let cells: readonly string[];
  const folder = place.folder("books");

  beforeAll(async () => {
    const words = ["--demonstration", folder, "--password-card-grid", "8x10x12x2"];
    counter = await place.start(...words, "--language", "zh-CN");
    await listen(counter.program);
    await signOn(counter, "1001");
    await playCardStory(counter, noPictures, async () => {});
    cells = await scratchAll(counter);
    said = await heard(counter.program);
  });

  test("three cards were scratched to the last cell, so there is something to look for", () => {
    expect(cells.length).toBeGreaterThanOrEqual(3 * 80);
    expect(cells.every((cell) => /^\d{12}$/.test(cell))).toBe(true);
    expect(said.length).toBeGreaterThan(100_000);
  });

  test("nothing that the teller's window was told holds one", () => {
    expect(cells.filter((cell) => said.includes(cell))).toEqual([]);
  });

  test("no file of the data folder, of the log or of the shop's folder holds one", () => {
    const written = bytesBelow(join(folder, "..")).map((bytes) => bytes.toString("latin1"));

    expect(written.length).toBeGreaterThan(5);
    expect(cells.filter((cell) => written.some((text) => text.includes(cell)))).toEqual([]);
  });

  test("a cell that somebody lets slip to the teller's window is found", async () => {
    const [slipped = ""] = cells;

    await counter.ask("slip.list", { text: slipped, page: 0 });

    expect(await heard(counter.program)).toContain(slipped);
  });
});

/** Writes down, inside the main process, what goes to the teller's window and what comes from it. */
function listen(program: ElectronApplication): Promise<void> {
  return program.evaluate(({ ipcMain, webContents }) => {
    const heard: string[] = [];
    Reflect.set(globalThis, "heard", heard);
    const isTeller = (url: string) => url.startsWith("app://teller/");
    const handlers: Map<
      string,
      (event: { sender: Electron.WebContents }, ...rest: unknown[]) => unknown
    > = Reflect.get(ipcMain, "_invokeHandlers");
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (event, ...rest) => {
        const answer = await handler(event, ...rest);
        if (isTeller(event.sender.getURL())) heard.push(JSON.stringify([channel, rest, answer]));
        return answer;
      });
    }
    for (const contents of webContents.getAllWebContents()) {
      const send = contents.send.bind(contents);
      contents.send = (channel, ...rest) => {
        if (isTeller(contents.getURL())) heard.push(JSON.stringify([channel, rest]));
        send(channel, ...rest);
      };
    }
  });
}

function heard(program: ElectronApplication): Promise<string> {
  return program.evaluate(() => (Reflect.get(globalThis, "heard") as string[]).join("\n"));
}

/** Every cell of the cards of the story, scratched one by one in the customer's own window. */
async function scratchAll({ customer }: Counter): Promise<readonly string[]> {
  return customer.evaluate(async (places) => {
    const bank = Reflect.get(window, "guitai");
    const { value } = await bank.request("bank.view", undefined);
    const found: string[] = [];
    for (const card of value.cards) {
      if (card.name !== "赵若虚" && card.name !== "赵童话") continue;
      for (const coordinate of places) {
        let reply = await bank.request("card.scratch", { card: card.id, coordinate });
        while (!reply.ok && reply.refusal.code === "request.too-many") {
          await new Promise((resolve) => setTimeout(resolve, 100));
          reply = await bank.request("card.scratch", { card: card.id, coordinate });
        }
        found.push(reply.value.digits);
      }
    }
    return found;
  }, coordinates);
}

function bytesBelow(folder: string): readonly Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}
