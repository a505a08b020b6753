import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { compactDecrypt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";
import { type AtFreezeDesk, atFreezeDesk, type court } from "./at-freeze-desk.ts";

let counter: TestedWorkstation;
let desk: AtFreezeDesk;
let registers: string;

beforeAll(async () => {
  counter = await openWorkstation(await foundedFolder(), "demonstration", ownMachine());
  desk = atFreezeDesk(counter);
  registers = join(dirname(counter.folder), `${basename(counter.folder)}-exports`);
  await desk.sit("1002");
});
beforeEach(() => desk.sit("1002"));
afterAll(() => counter.close());

type Show = "in-force" | "waiting" | "ending" | "ended" | "all";
const found = async (show: Show, over: { text?: string; days?: number; kind?: "court" } = {}) =>
  (
    await counter.get("freeze.register", {
      filter: { show, days: 0, text: "", ...over },
      page: 0,
    })
  ).rows;

describe("the register of orders (6011, F15, F16)", () => {
  test("shows what is in force, what waits and what ends within some days", async () => {
    const waiting = await found("waiting");

    expect((await found("in-force")).every(({ status }) => status === "active")).toBe(true);
    expect(waiting).toMatchObject([{ customer: "c-44", kind: "police", queue: 1, controlled: 0 }]);
    expect((await found("ending", { days: 0 })).map(({ customer }) => customer)).toEqual([]);
    expect((await found("ending", { days: 1 })).map((row) => [row.customer, row.daysLeft])).toEqual(
      [
        ["c-50", 1],
        ["c-56", 1],
      ],
    );
  });

  test("F11: those that end soon are counted for the home page, which is no look", async () => {
    await counter.get("freeze.ending", { days: 1 });
    const before = await desk.sequence();

    expect(await counter.get("freeze.ending", { days: 0 })).toEqual({ count: 0 });
    expect(await counter.get("freeze.ending", { days: 1 })).toEqual({ count: 2 });
    expect(await desk.sequence()).toBe(before);
  });

  test("is searched by organ, document, holder and account, and by kind", async () => {
    const [row] = await found("waiting");

    expect((await found("all", { text: "演示证监局" })).map((one) => one.customer)).toEqual([
      "c-57",
    ]);
    // The number of its renewal, with the brackets of another keyboard.
    expect(
      (await found("all", { text: "(演) 证字第0000006号" })).map((one) => one.customer),
    ).toEqual(["c-57"]);
    expect(await found("waiting", { text: "曾范" })).toHaveLength(1);
    expect(await found("waiting", { text: row?.accountNumber.slice(-4) ?? "" })).toHaveLength(1);
    expect((await found("all", { kind: "court" })).every(({ kind }) => kind === "court")).toBe(
      true,
    );
    expect(await found("all", { text: "没有" })).toEqual([]);
  });

  test("says of every order what may be done with it, as the rules would decide", async () => {
    const by = (customer: string, kind: string) =>
      found("all").then((rows) =>
        rows.find((row) => row.customer === customer && row.kind === kind),
      );

    expect((await by("c-44", "court"))?.possible).toEqual(["6002", "6004", "6006"]);
    expect((await by("c-44", "police"))?.possible).toEqual(["6005"]);
    // F12: a renewal is still to come.
    expect((await by("c-57", "csrc"))?.possible).toEqual(["6004"]);
    expect((await by("c-50", "emergency-stop"))?.possible).toEqual(["6004", "6007"]);
    expect((await by("c-56", "administrative"))?.possible).toEqual(["6002", "6004"]);
    // And why the others may not.
    expect((await by("c-57", "csrc"))?.impossible).toEqual([
      { code: "6002", refusal: "freeze.renewal-pending" },
      { code: "6005", refusal: "freeze.not-waiting" },
      { code: "6006", refusal: "freeze.deducts-not" },
      { code: "6007", refusal: "freeze.use-instead" },
    ]);
  });

  test("asking what may be done commits nothing but the look", async () => {
    const before = await desk.sequence();
    await found("all");

    expect(await desk.sequence()).toBe(before + 1);
    expect(await desk.lastLine()).toEqual({
      code: "6011",
      teller: "1002",
      entries: ["freeze.looked-at"],
    });
  });
});

describe("the stack of an account", () => {
  test("3.5: its slices add up to the balance, and the other holds say where they end", async () => {
    const covered = await desk.stack("c-44");
    const stolen = await desk.stack("c-53");
    const controlled = await desk.stack("c-21");

    expect(covered.slices.reduce((sum, { amount }) => sum + amount, 0)).toBe(covered.balance);
    expect(covered.slices).toHaveLength(1);
    expect(covered.available).toBe(0);
    expect(stolen.holds).toMatchObject([{ source: "customer", possible: ["6008"] }]);
    expect(controlled.holds).toMatchObject([{ source: "bank", possible: ["6009"] }]);
    expect((await desk.stack("c-23")).holds).toMatchObject([{ possible: ["6010"] }]);
    expect((await desk.stack("c-18")).holds).toMatchObject([{ source: "loss", possible: [] }]);
  });

  test("of no account is refused", async () => {
    expect(await counter.ask("freeze.stack", { account: "a-99999" })).toEqual({
      ok: false,
      refusal: { code: "account.unknown" },
    });
  });
});

describe("the register as a file", () => {
  const filter = { show: "all", days: 0, text: "" } as const;
  const passphrase = "told by telephone";

  /** An export, and what is in it to whoever was told the passphrase. */
  async function exported(as: "csv" | "json-lines") {
    const { file, rows } = await counter.get("freeze.export", { filter, as, passphrase });
    const { plaintext } = await compactDecrypt(readFileSync(file), Buffer.from(passphrase), {
      keyManagementAlgorithms: ["PBES2-HS512+A256KW"],
      maxPBES2Count: 600_000,
    });
    // A decoder by habit drops the very mark that tells spreadsheets of UTF-8.
    return { file, rows, text: Buffer.from(plaintext).toString("utf8") };
  }

  test("is not made under a passphrase that is soon guessed, and that is no look", async () => {
    const before = await desk.sequence();

    const answer = await counter.ask("freeze.export", { filter, as: "csv", passphrase: "short" });

    expect(answer).toMatchObject({ refusal: { code: "vault.passphrase-weak", weakness: "short" } });
    expect(await desk.sequence()).toBe(before);
  });

  test("lies beside the data folder, is whole, and only its owner may read it", async () => {
    const { file, rows, text } = await exported("csv");

    expect(dirname(file)).toBe(registers);
    expect(basename(file)).toMatch(/^freeze-register-\d{14}-\d+\.csv\.jwe$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(text.startsWith('\uFEFF"冻结序号","状态","措施代码"')).toBe(true);
    expect(text.trimEnd().split("\r\n")).toHaveLength(rows + 1);
    expect(readdirSync(registers).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("as JSON Lines has the same orders, one a line", async () => {
    const { rows, text } = await exported("json-lines");
    const lines = text.trimEnd().split("\n");

    expect(lines).toHaveLength(rows);
    expect(lines.map((line) => JSON.parse(line).order)).toEqual(
      (await found("all")).map(({ id }) => id),
    );
  });

  test("holds no formula: an officer called =1+1 stays words", async () => {
    const request = await desk.order("c-32", "=HYPERLINK(1)", 100_00);
    const input = request.input as { readonly papers: typeof court };
    const [one, other] = input.papers.officers;
    const officers = [{ ...one, name: "=1+1" }, other];
    await desk.approved({
      ...request,
      input: { ...input, papers: { ...input.papers, officers } },
    });
    const { text } = await exported("csv");

    expect(text).toContain(`"'=HYPERLINK(1)","'=1+1"`);
  });
});
