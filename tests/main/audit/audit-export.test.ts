import { readFileSync, statSync } from "node:fs";
import { compactDecrypt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const passphrase = "told by telephone, not by post";

let counter: TestedWorkstation;
let people: AtCounter;
/** Every whole card, document and phone number that the branch knows. */
let whole: readonly string[];

beforeAll(async () => {
  const folder = await foundedFolder();
  const { journal, ledger, ...others } = await openTestBooks(folder, "demonstration", realDisk);
  whole = [
    ...ledger.books.all("card").map(({ pan }) => pan),
    ...ledger.books
      .all("customer")
      .flatMap(({ documentNumber, phone }) => [documentNumber, phone ?? documentNumber]),
  ];
  closeBooks({ journal, ledger, ...others });
  counter = await openWorkstation(folder, "demonstration", ownMachine());
  people = atCounter(counter);
});
beforeEach(() => people.sit("4001"));
afterAll(() => counter.close());

async function opened(file: string, given = passphrase): Promise<string> {
  const { plaintext } = await compactDecrypt(readFileSync(file, "utf8"), Buffer.from(given), {
    keyManagementAlgorithms: ["PBES2-HS512+A256KW"],
    maxPBES2Count: 600_000,
  });
  return Buffer.from(plaintext).toString("utf8");
}

describe("what a search found as a file (9005)", () => {
  test("U08: every line of the journal, in the form for programs, and no number in full", async () => {
    const { total } = await counter.get("audit.search", { filter: {}, page: 0 });
    const { file, rows } = await counter.get("audit.export", {
      filter: {},
      as: "json-lines",
      passphrase,
    });

    const text = await opened(file);
    const lines = text.trimEnd().split("\n");

    // The export's own look is a line of the journal too.
    expect(rows).toBe(total + 1);
    expect(lines).toHaveLength(rows);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ sequence: rows, entries: ["audit.looked"] });
    expect(whole.length).toBeGreaterThan(100);
    expect(whole.filter((number) => text.includes(number))).toEqual([]);
  });

  test("U08: the form for people has Chinese headings, and every cell in quotes", async () => {
    const { file, rows } = await counter.get("audit.export", {
      filter: { code: "3011" },
      as: "csv",
      passphrase,
    });

    const [heading, ...lines] = (await opened(file)).trimEnd().split("\r\n");

    expect(heading).toMatch(/^\uFEFF"流水号","营业日"/u);
    expect(lines).toHaveLength(rows);
    expect(rows).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^"\d+","\d{4}-\d{2}-\d{2}",.*"3011"/);
  });

  test("opens with the passphrase alone, and lies beside the data folder for its owner only", async () => {
    const asked = { filter: { code: "3012" }, as: "csv", passphrase } as const;
    const { file } = await counter.get("audit.export", asked);

    expect(decodeProtectedHeader(readFileSync(file, "utf8"))).toMatchObject({ cty: "text/csv" });
    expect(file.startsWith(`${counter.folder}-exports/`)).toBe(true);
    expect(statSync(file).mode & 0o077).toBe(0);
    await expect(opened(file, `${passphrase}.`)).rejects.toMatchObject({
      code: "ERR_JWE_DECRYPTION_FAILED",
    });
  });

  test("U08: is a look in the journal; under a passphrase too weak it is neither made nor one", async () => {
    const looks = async () => {
      const filter = { entry: "audit.looked" };
      return (await counter.get("audit.search", { filter, page: 0 })).total;
    };
    const before = await looks();
    const asked = { filter: {}, as: "csv" } as const;

    const weak = await counter.ask("audit.export", { ...asked, passphrase: "aaaaaaaaaaaa" });
    expect(weak.ok).toBe(false);
    expect(await looks()).toBe(before + 1);
    await counter.get("audit.export", { ...asked, passphrase });
    expect(await looks()).toBe(before + 3);
  });
});
