import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LossCaseView } from "#core/contract/customer-view.ts";
import { known } from "#core/kernel/assert.ts";
import { type Asked, type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { emptyFolder } from "#tests/support/journal-folder.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const run = promisify(execFile);
const passphrase = "told by telephone, not by post";

let counter: TestedWorkstation;
let people: AtCounter;
let lossCase: LossCaseView;
let request: Asked;

beforeEach(async () => {
  counter = await openWorkstation(await foundedFolder());
  people = atCounter(counter);
  await people.sit("2001");
  const { rows } = await counter.get("loss.register", { show: "all", text: "", page: 0 });
  lossCase = known(
    rows.find(({ slip }) => slip !== undefined),
    "the demonstration has a formal report",
  );
  request = { code: "9005", input: { lossCase: lossCase.number, reason: "法院调取" } };
});
afterEach(() => counter.close());

/** Posts 9005 with the branch head's word. */
async function allowed(): Promise<number> {
  const receipt = await people.done(request, { grant: await people.grant(request, "3001") });
  return receipt.sequence;
}

/** Writes the pack and opens it with the script, as whoever receives it does. */
async function opened() {
  const authorised = await allowed();
  const written = await counter.get("evidence-pack.write", { authorised, passphrase });
  const out = join(emptyFolder(), "pack.json");
  await run(process.execPath, ["scripts/open-export.mjs", written.file, out], {
    env: { ...process.env, GUITAI_PASSPHRASE: passphrase },
  });
  return { authorised, written, out, pack: JSON.parse(readFileSync(out, "utf8")) };
}

async function verify(...words: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ["scripts/verify.mjs", ...words]);
  return stdout;
}

async function finding(...words: readonly string[]): Promise<string> {
  return verify(...words).then(
    () => "",
    (failure) => String(failure.stderr),
  );
}

describe("9005 审计取证", () => {
  test("shows what the file will hold, and asks for a second person's word", async () => {
    const preview = await people.preview(request);

    expect(preview).toMatchObject({ ok: true, value: { level: "A2" } });
    const facts = preview.ok ? preview.value.outcome.facts : [];
    const counts = facts.filter(({ name }) => name.startsWith("case")).map(({ name }) => name);
    expect(counts).toEqual(["casePostings", "caseSlips", "caseApprovals"]);
  });

  test("is for supervisor and branch head, and of a case that there is", async () => {
    const unknown = { code: "9005", input: { lossCase: "99999999999999", reason: "查" } } as const;
    expect(await people.preview(unknown)).toMatchObject({ refusal: { code: "loss.unknown" } });

    await people.sit("1001");
    expect(await people.preview(request)).toMatchObject({ refusal: { code: "teller.role" } });
  });

  test("one signed file holds the case's batches in full, slips, words for it, and the chain", async () => {
    const { authorised, written, pack } = await opened();

    expect(dirname(written.file)).toBe(`${counter.folder}-exports`);
    expect(statSync(written.file).mode & 0o777).toBe(0o600);
    expect(pack).toMatchObject({
      format: "guitai-evidence-pack",
      kind: "demonstration",
      lossCase: { number: lossCase.number },
      made: { by: "2001", approvers: ["3001"], reason: "法院调取", authorised },
      verified: { result: "whole", frames: authorised, head: { sequence: authorised } },
    });
    const types = pack.frames.flatMap((frame: { body: { entries: { type: string }[] } }) =>
      frame.body.entries.map(({ type }) => type),
    );
    expect(types).toContain("loss.reported");
    expect(types).toContain("authorisation.given");
    expect(pack.frames.at(-1)).toMatchObject({ sequence: authorised, why: "case" });
    expect(pack.slips.map(({ number }: { number: string }) => number)).toContain(lossCase.slip);
    expect(written.entries).toBe(pack.frames.length);
    expect(await people.lastLine()).toEqual({
      code: "9005",
      teller: "2001",
      entries: ["evidence.packed"],
    });
  });

  test("the hash in the answer is that of the file as it is opened", async () => {
    const { written, out } = await opened();

    expect(createHash("sha256").update(readFileSync(out)).digest("hex")).toBe(written.sha256);
  });

  test("what leaves the branch says nothing to whoever has no passphrase", async () => {
    const { written } = await opened();

    const text = readFileSync(written.file, "utf8");
    const header = JSON.parse(Buffer.from(text.split(".")[0] ?? "", "base64url").toString());
    expect(header).toMatchObject({
      alg: "PBES2-HS512+A256KW",
      enc: "A256GCM",
      cty: "application/json",
      p2c: 600_000,
    });
    expect(text).not.toContain(lossCase.number);
    const wrong = run(process.execPath, ["scripts/open-export.mjs", written.file, "/tmp/nowhere"], {
      env: { ...process.env, GUITAI_PASSPHRASE: `${passphrase}!` },
    });
    await expect(wrong).rejects.toMatchObject({ stderr: expect.stringContaining("passphrase") });
  });

  test("what a posting allows is written once, by whoever posted it, under a good passphrase", async () => {
    const authorised = await allowed();
    const ask = (words = passphrase) =>
      counter.ask("evidence-pack.write", { authorised, passphrase: words });

    expect(await ask("elevenchars")).toMatchObject({
      refusal: { code: "vault.passphrase-weak", weakness: "short" },
    });
    await people.sit("3001");
    expect(await ask()).toMatchObject({ refusal: { code: "evidence-pack.not-authorised" } });
    await people.sit("2001");
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toMatchObject({ refusal: { code: "evidence-pack.made-already" } });
    expect(readdirSync(`${counter.folder}-exports`)).toHaveLength(1);
  });

  test("a posting of something else allows nothing, and two are not made at a time", async () => {
    const authorised = await allowed();
    const other = await counter.ask("evidence-pack.write", {
      authorised: authorised - 1,
      passphrase,
    });
    const first = counter.ask("evidence-pack.write", { authorised, passphrase });
    const second = await counter.ask("evidence-pack.write", { authorised, passphrase });

    expect(other).toMatchObject({ refusal: { code: "evidence-pack.not-authorised" } });
    expect(second).toMatchObject({ refusal: { code: "evidence-pack.busy" } });
    expect(await first).toMatchObject({ ok: true });
  });

  test("a pack is made with every key that the journal was written with", async () => {
    await people.sit("3001");
    await counter.get("vault.rotate-key", { passphrase: "" });
    await people.sit("2001");

    const { pack } = await opened();

    expect(pack.frames.length).toBeGreaterThan(2);
  });
});

describe("verify --evidence", () => {
  test("says by the signature alone, and against the books, that the pack is right", async () => {
    const { out, written } = await opened();
    await counter.close();

    const alone = await verify("--evidence", out);
    const against = await verify(counter.folder, "--evidence", out);
    const withKey = await verify(counter.folder, "--evidence", out, "--key");

    expect(alone).toContain("The pack is as it was signed");
    expect(alone).toContain(written.sha256);
    expect(against).toContain("every frame stands in the chain; contents not compared");
    expect(withKey).toContain(`${written.entries} contents are the same`);
  });

  test("names a pack that was changed, and one that is still encrypted", async () => {
    const { out, written } = await opened();
    writeFileSync(out, readFileSync(out, "utf8").replace("法院调取", "公安调取"));

    expect(await finding("--evidence", out)).toContain("its signature does not hold");
    expect(await finding("--evidence", written.file)).toContain("npm run open-export");
  });

  test("names evidence of another branch's books", async () => {
    const { out } = await opened();
    const other = await openWorkstation();
    await other.close();

    expect(await finding(other.folder, "--evidence", out)).toContain("another branch's books");
  });
});
