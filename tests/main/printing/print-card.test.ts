import { existsSync, readdirSync, statSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CardPrint, PrintCard } from "#main/config.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let printer: PrintCard;
let live = "";
let other = "";
let dead = "";

beforeAll(async () => {
  const printCard: PrintCard = (print) => printer(print);
  counter = await openWorkstation(await foundedFolder(), "demonstration", { printCard });
  const { cards } = await counter.get("bank.view", undefined);
  const alive = cards.filter(({ isVoid }) => !isVoid).map(({ id }) => id);
  live = alive[0] ?? "";
  other = alive[1] ?? "";
  dead = cards.find(({ isVoid }) => isVoid)?.id ?? "";
});
beforeEach(() => {
  printer = async () => {};
});
afterAll(() => counter.close());

const print = (card: string, layout: "card" | "large-print" = "card") =>
  counter.ask("card.print", { card, layout, language: "en" });
const sheet = (card: string) => counter.ask("card.sheet", { card });
const untrusted = { ok: false, refusal: { code: "request.untrusted" } };

describe("a password card of a demonstration", () => {
  test("goes into a file beside the data folder, each layout into one of its own", async () => {
    const printed: CardPrint[] = [];
    printer = async (asked) => {
      printed.push(asked);
    };
    const { cards } = await counter.get("bank.view", undefined);
    const serial = cards.find(({ id }) => id === live)?.serial;

    const file = `${counter.folder}-cards/${serial}.pdf`;
    const large = `${counter.folder}-cards/${serial}-large-print.pdf`;
    expect(await print(live)).toEqual({ ok: true, value: { file } });
    expect(await print(live, "large-print")).toEqual({ ok: true, value: { file: large } });

    expect(printed).toEqual([
      { card: live, layout: "card", language: "en", file },
      { card: live, layout: "large-print", language: "en", file: large },
    ]);
  });

  test("lies where only its owner may look, and never in the data folder", async () => {
    await print(live);

    expect(statSync(`${counter.folder}-cards`).mode & 0o077).toBe(0);
    expect(readdirSync(counter.folder).filter((name) => /card|pdf/.test(name))).toEqual([]);
  });

  test("shows the page that prints it every cell, and they are those under its film", async () => {
    printer = async ({ card }) => {
      const reply = await sheet(card);
      if (!reply.ok) throw new Error("the page is shown its card");
      const { cells, columns, rows, uses } = reply.value;
      expect({ columns, rows, uses }).toEqual({ columns: 8, rows: 10, uses: 1000 });
      expect(cells).toHaveLength(80);

      const b3 = await counter.get("card.scratch", { card, coordinate: "B3" });
      const h10 = await counter.get("card.scratch", { card, coordinate: "H10" });
      expect(cells[2 * columns + 1]).toBe(b3.digits);
      expect(cells[79]).toBe(h10.digits);
    };

    expect(await print(live)).toMatchObject({ ok: true });
    expect.assertions(5);
  });

  test("is shown as a whole to nobody before it prints, nor afterwards, nor after it failed", async () => {
    expect(await sheet(live)).toEqual(untrusted);
    await print(live);
    expect(await sheet(live)).toEqual(untrusted);

    printer = async () => {
      throw new Error("no disk");
    };
    await expect(print(live)).rejects.toThrow("no disk");
    expect(await sheet(live)).toEqual(untrusted);
  });

  test("opens no other card while it prints", async () => {
    printer = async () => {
      expect(await sheet(other)).toEqual(untrusted);
    };

    await print(live);
    expect.assertions(1);
  });

  test("is not printed a second time while it prints, and is afterwards", async () => {
    const both = await Promise.all([print(live), print(live)]);

    expect(both).toMatchObject([{ ok: true }, { refusal: { code: "request.too-many" } }]);
    expect(await print(live)).toMatchObject({ ok: true });
  });

  test("P20: that is void does not come out any more, nor does one that nobody has", async () => {
    expect(await print(dead)).toMatchObject({ refusal: { code: "password-card.void" } });
    expect(await print("p-99999")).toMatchObject({ refusal: { code: "password-card.unknown" } });
  });

  test("leaves nothing of its cells in notices and log", async () => {
    let cells: readonly string[] = [];
    printer = async ({ card }) => {
      const reply = await sheet(card);
      cells = reply.ok ? reply.value.cells : [];
    };
    const before = counter.notices.length;
    await print(live);

    expect(cells).toHaveLength(80);
    expect(counter.notices.slice(before)).toEqual([]);
    expect(counter.noted.filter((line) => line.includes("card."))).toEqual([]);
  });
});

test("of a live branch comes out of no printer, and is shown to no page", async () => {
  const branch = await openWorkstation(await trialBranch(), "live");
  const notInLive = { ok: false, refusal: { code: "request.not-in-live" } };

  expect(await branch.ask("card.print", { card: "p-1", layout: "card", language: "en" })).toEqual(
    notInLive,
  );
  expect(await branch.ask("card.sheet", { card: "p-1" })).toEqual(notInLive);
  expect(existsSync(`${branch.folder}-cards`)).toBe(false);
  await branch.close();
});
