import { execFile } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sealFromCode } from "#main/seals/seal-code.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { settleDay } from "#tests/support/day-end.ts";
import {
  emptyPlace,
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const request = { code: "1105", input: {} } as const;
const run = promisify(execFile);

let counter: TestedWorkstation;
let people: AtCounter;

beforeEach(async () => {
  counter = await openWorkstation(await foundedFolder());
  people = atCounter(counter);
  await people.signOn();
});
afterEach(() => counter.close());

/** Settles and seals the day; answers its code as the slip's QR code bears it. */
async function sealDay(): Promise<string> {
  await settleDay(counter, people);
  const receipt = await people.done(request, { grant: await people.grant(request, "2002") });
  const slip = await counter.get("slip.view", { slip: receipt.slip ?? "" });
  const code = slip.facts.find(({ name }) => name === "sealCode");
  return code?.kind === "qr" ? code.text : "";
}

async function verify(folder: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ["scripts/verify.mjs", folder, ...words]);
  return stdout;
}

/** What the verifier says against a folder. */
async function finding(folder: string, ...words: readonly string[]): Promise<string> {
  const failed = await verify(folder, ...words).then(
    () => "",
    (failure) => String(failure.stderr),
  );
  return failed.trim();
}

describe("1105 at the counter", () => {
  test("C03: the slip bears the code, the file the same, and both speak of the last frame", async () => {
    const code = await sealDay();

    const seals = join(counter.folder, "ledger", "seals");
    const [name = ""] = readdirSync(seals);
    expect(readFileSync(join(seals, name), "utf8")).toBe(`${code}\n`);
    const seal = sealFromCode(code);
    expect(seal?.date).toBe(name.slice(0, 10));
    // The frame after the last sealed one is the seal's own; looking at the slip adds none.
    expect(seal?.last).toBe((await people.sequence()) - 1);
  });

  test("a seal's file that was lost is laid down again at the next start", async () => {
    const code = await sealDay();
    await counter.close();
    rmSync(join(counter.folder, "ledger", "seals"), { recursive: true });

    counter = await openWorkstation(counter.folder);

    const seals = join(counter.folder, "ledger", "seals");
    const [name = ""] = readdirSync(seals);
    expect(readFileSync(join(seals, name), "utf8").trim()).toBe(code);
  });
});

describe("npm run verify with a seal", () => {
  test("accepts the books with the code of the slip, without any key", async () => {
    const code = await sealDay();
    await counter.close();

    const said = await verify(counter.folder, "--code", code);

    expect(said).toContain("are as sealed");
    expect(said).toContain("The folder is as it was written.");
  });

  test("notes with the key a seal of the journal whose file was taken away", async () => {
    await sealDay();
    await counter.close();
    const noted = /^note .*the seal of \d{4}-\d\d-\d\d has no file/m;
    expect(await verify(counter.folder, "--key")).not.toMatch(noted);

    rmSync(join(counter.folder, "ledger", "seals"), { recursive: true });

    expect(await verify(counter.folder, "--key")).toMatch(noted);
  });

  test("finds books that were put back as a whole to before the seal", async () => {
    await counter.close();
    const older = emptyPlace();
    cpSync(counter.folder, older, { recursive: true });
    counter = await openWorkstation(counter.folder);
    people = atCounter(counter);
    await people.signOn();
    const code = await sealDay();

    expect(await verify(older)).toContain("The folder is as it was written.");
    expect(await finding(older, "--code", code)).toMatch(
      /the books end at frame \d+, but \d+ were/,
    );
  });

  test("finds books that went on otherwise after they were put back", async () => {
    await counter.close();
    const older = emptyPlace();
    cpSync(counter.folder, older, { recursive: true });
    counter = await openWorkstation(counter.folder);
    people = atCounter(counter);
    await people.signOn();
    const code = await sealDay();
    const file = join(emptyPlace(), "..", "kept.seal");
    writeFileSync(file, code);
    await counter.close();

    counter = await openWorkstation(older);
    people = atCounter(counter);
    await people.signOn();
    // Other things were done, and more of them than were sealed.
    for (let turn = 0; turn < 40; turn += 1) {
      await counter.ask("session.lock", { idle: false });
      await counter.get("session.resume", { password: "Guitai-demo-1001" });
    }

    await counter.close();
    expect(await finding(older, "--seal", file)).toMatch(/the books differ from what was sealed/);
  });

  test("refuses a seal of other books, one with a changed character, and half of one", async () => {
    const code = await sealDay();
    const other = await openWorkstation();
    await other.close();

    expect(await finding(other.folder, "--code", code)).toContain("another branch's books");
    const at = code.indexOf(".") + 20;
    const changed = `${code.slice(0, at)}${code[at] === "A" ? "B" : "A"}${code.slice(at + 1)}`;
    expect(await finding(counter.folder, "--code", changed)).toMatch(/no seal|was changed/);
    expect(await finding(counter.folder, "--code", code.slice(0, 200))).toContain("not the whole");
  });
});
