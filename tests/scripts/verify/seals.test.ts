import { execFile } from "node:child_process";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { DaySeal } from "#core/day/day-seal.ts";
import { sealCode } from "#main/seals/seal-code.ts";
import { openTestVault } from "#tests/support/books.ts";
import {
  emptyFolder,
  openTestJournal,
  RECORDED_AT,
  record,
} from "#tests/support/journal-folder.ts";
import { verifyFolder } from "../../../scripts/verifier/folder.mjs";
import { readSeal, sealFromText } from "../../../scripts/verifier/seal-code.mjs";
import { compareWithSeals, sealsOf } from "../../../scripts/verifier/seals.mjs";

const run = promisify(execFile);

/** The days of the branch, and the last frame that each of them sealed. */
const DAYS = [
  { date: "2026-03-02", last: 1 },
  { date: "2026-03-03", last: 3 },
  { date: "2026-03-04", last: 4 },
] as const;

interface Signer {
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** Books of five frames, three days of them sealed by their own key. */
async function sealedFolder() {
  const folder = emptyFolder();
  const keys = await openTestVault(folder, "demonstration");
  const journal = await openTestJournal(folder, { keys });
  const bodies = [1, 2, 3, 4, 5].map((sequence) => JSON.stringify({ sequence, entries: [] }));
  record(journal, ...bodies);
  journal.close();
  const hashes = new Map<number, string>();
  const books = verifyFolder(folder, {
    withKey: false,
    onFrame: ({ sequence, hash }) => hashes.set(sequence, hash.toString("hex")),
  });
  const seals = join(folder, "ledger", "seals");
  mkdirSync(seals);
  const pathOf = (date: string) => join(seals, `${date}.seal`);
  const sealedBy = (signing: Signer, over: Partial<DaySeal> = {}) => {
    const codes: string[] = [];
    for (const { date, last } of DAYS) {
      const before = codes.at(-1);
      const seal = DaySeal.parse({
        ...{ version: 1, install: keys.installId, branch: "0200", date, sealedAt: RECORDED_AT },
        first: (DAYS[codes.length - 1]?.last ?? 0) + 1,
        ...{ last, hash: hashes.get(last), figures: { slips: 0, turnover: 0, deposits: 0 } },
        ...(before === undefined ? {} : { previous: sha256(before) }),
        signer: signing.publicKey,
        ...(codes.length === 2 ? over : {}),
      });
      codes.push(sealCode(seal, signing.sign));
    }
    return codes;
  };
  const lay = (codes: readonly string[]) => {
    for (const [at, { date }] of DAYS.entries()) writeFileSync(pathOf(date), `${codes[at]}\n`);
  };
  const codes = sealedBy(keys.signing);
  lay(codes);
  const compare = (code?: string, signer?: string) =>
    compareWithSeals(
      {
        found: sealsOf(folder),
        brought: code === undefined ? undefined : readSeal(code, "the code"),
      },
      { ...books, signer },
      hashes,
    );
  return { folder, codes, own: keys.signing, pathOf, sealedBy, lay, compare };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Somebody with a key of their own. */
function stranger(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    publicKey: publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex"),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}

describe("the seals of a folder, to the verifier", () => {
  test("are as sealed where each follows the one before, with any of them brought", async () => {
    const { codes, own, compare } = await sealedFolder();

    compare();
    for (const code of codes) compare(code, own.publicKey);
  });

  test("of another key are found with the vault's key, and by one that was kept elsewhere", async () => {
    const { codes, own, sealedBy, lay, compare } = await sealedFolder();
    lay(sealedBy(stranger()));

    expect(() => compare(undefined, own.publicKey)).toThrow(
      "seals/2026-03-02.seal: is not signed by the key of this folder's vault",
    );
    expect(() => compare(codes[2])).toThrow(
      "seals/2026-03-02.seal: is signed by another key than the code",
    );
  });

  test("of another key are the code's fault only where the vault's key says so", async () => {
    const { own, sealedBy, compare } = await sealedFolder();

    const [code = ""] = sealedBy(stranger());
    expect(() => compare(code, own.publicKey)).toThrow("the code: is not signed by the key");
  });

  test.each([
    [
      "first",
      0,
      "2026-03-03.seal, frame 1: begins at frame 2: the seal of frames 1 to 1 is missing",
    ],
    [
      "middle",
      1,
      "2026-03-04.seal, frame 2: begins at frame 4: the seal of frames 2 to 3 is missing",
    ],
  ])("show that the %s one was taken away", async (_which, at, problem) => {
    const { codes, pathOf, compare } = await sealedFolder();
    rmSync(pathOf(DAYS[at]?.date ?? ""));

    expect(() => compare()).toThrow(problem);
    // The one that was brought fills its own place.
    compare(codes[at]);
  });

  test("stand under the name of their own day and no other", async () => {
    const { pathOf, compare } = await sealedFolder();
    renameSync(pathOf("2026-03-04"), pathOf("2026-03-05"));

    expect(() => compare()).toThrow("seals/2026-03-05.seal: is the seal of another day");
  });

  test.each([
    [{ previous: "ab".repeat(32) }, "does not name seals/2026-03-03.seal as the seal before it"],
    [{ first: 3 }, "begins within what seals/2026-03-03.seal sealed"],
    [{ branch: "0300" as DaySeal["branch"] }, "is no later day of the same branch"],
    [{ last: 9 }, "the books end at frame 5, but 9 were sealed"],
    [{ hash: "ab".repeat(32) }, "the books differ from what was sealed, in frames 4 to 4"],
    [{ install: "ab".repeat(16) }, "is the seal of another branch's books"],
  ])("with %o in the last are not to be trusted", async (over, problem) => {
    const { own, sealedBy, lay, compare } = await sealedFolder();
    lay(sealedBy(own, over));

    expect(() => compare()).toThrow(problem);
  });

  test("of a day from nowhere do not make a first one that names one before it", async () => {
    const { own, sealedBy, lay, pathOf, compare } = await sealedFolder();
    lay(sealedBy(own, { first: 1 }));
    rmSync(pathOf("2026-03-02"));
    rmSync(pathOf("2026-03-03"));

    expect(() => compare()).toThrow("names a seal before it, which is missing");
  });
});

describe("a code", () => {
  const install = "00112233445566778899aabbccddeeff";
  const b64 = (bytes: Buffer) => bytes.toString("base64url");

  /** A code of a stranger's, signed whatever it says. */
  function codeOf(over: Readonly<Record<string, unknown>>): string {
    const { publicKey, sign: signed } = stranger();
    const claims = {
      ...{
        v: 1,
        i: b64(Buffer.from(install, "hex")),
        b: "0200",
        d: "2026-03-02",
        t: 1,
        f: 1,
        l: 1,
      },
      ...{ h: b64(Buffer.alloc(32)), s: 0, m: 0, o: 0, k: b64(Buffer.from(publicKey, "hex")) },
      ...over,
    };
    const header = b64(Buffer.from('{"alg":"EdDSA","typ":"guitai-day-seal"}'));
    const text = `${header}.${b64(Buffer.from(JSON.stringify(claims)))}`;
    return `${text}.${b64(Buffer.from(signed(Buffer.from(text))))}`;
  }

  test("of nothing but what the program writes is read", () => {
    expect(readSeal(codeOf({}), "the code")).toMatchObject({ date: "2026-03-02", first: 1 });
    expect(readSeal(codeOf({ f: 2, d: "2028-02-29" }), "the code")).toMatchObject({ first: 2 });
  });

  test.each([
    { d: "2026-03-02: frames 1 to 9 are as sealed\n" },
    { d: "2026-02-29" },
    { d: "2026-13-01" },
    { d: "20260302" },
    { b: "020" },
    { b: "02000" },
    { b: "\u001b[2J" },
    { f: 0 },
    { f: -5 },
    { f: 3 },
    { f: 1.5 },
    { l: 1e300 },
    { l: -1 },
    { t: "now" },
    { s: -1 },
    { m: undefined },
    { o: 0.5 },
    { v: 2 },
    { i: "AA" },
    { h: `${"A".repeat(43)}=` },
    { p: "AA" },
    { x: 1 },
  ])("that says %o is no seal, whoever signed it", (over) => {
    expect(() => readSeal(codeOf(over), "the code")).toThrow("is no seal, or not the whole of it");
  });
});

describe("a text with a seal in it", () => {
  const said = async () => {
    const { codes, folder } = await sealedFolder();
    const [first = "", second = ""] = codes;
    return { first, second, folder };
  };

  test("gives the seal, whatever a scanner has read around it", async () => {
    const { first, folder } = await said();
    const seal = readSeal(first, "the code");

    expect(sealFromText(first, "the code")).toEqual(seal);
    expect(sealFromText(`${first}\n02000000000000000017\n`, "the code")).toEqual(seal);
    expect(sealFromText(`CODE-128:02000000000000000017\nQR-Code:${first}\n`, "the code")).toEqual(
      seal,
    );
    expect(sealFromText(`02000000000000000017 ${first}. ${first}`, "the code")).toEqual(seal);
    const words = ["scripts/verify.mjs", folder, "--code", `QR-Code:${first}\nCODE-128:0200`];
    expect((await run(process.execPath, words)).stdout).toContain("day seal   2026-03-02: frames");
  });

  test("gives none where there is none, where two are, or where a part was cut off", async () => {
    const { first, second, folder } = await said();

    expect(() => sealFromText("02000000000000000017", "the code")).toThrow("this is no seal code");
    expect(() => sealFromText(first.split(".").slice(0, 2).join("."), "the code")).toThrow(
      "this is no seal code",
    );
    expect(() => sealFromText(`${first}.02000017`, "the code")).toThrow("this is no seal code");
    expect(() => sealFromText(first.slice(0, -1), "the code")).toThrow("not the whole of it");
    expect(() => sealFromText(`${first}\n${second}`, "the code")).toThrow("these are 2 codes");
    await expect(
      run(process.execPath, ["scripts/verify.mjs", folder, "--code", "02000000000000000017"]),
    ).rejects.toMatchObject({
      code: 1,
      stderr:
        "Not checked: the code: this is no seal code, or not the whole of it. Take the text of the QR code on the slip of 1105.\n",
    });
  });

  test("is found changed where the seal in it was", async () => {
    const { first } = await said();
    const [header = "", payload = "", signature = ""] = first.split(".");
    const changed = `${signature[0] === "A" ? "B" : "A"}${signature.slice(1)}`;

    expect(() => sealFromText(`${header}.${payload}.${changed}\n0200`, "the code")).toThrow(
      "was changed: its signature does not hold",
    );
  });
});

describe("npm run verify with seals", () => {
  test("says whose the signature is with the key, and to compare it without", async () => {
    const { folder, lay, sealedBy } = await sealedFolder();
    const verify = (...more: readonly string[]) =>
      run(process.execPath, ["scripts/verify.mjs", folder, ...more]);

    expect((await verify("--key")).stdout).toContain("(the vault's key)");
    lay(sealedBy(stranger()));
    expect((await verify()).stdout).toContain("(not checked without --key: compare it");
    await expect(verify("--key")).rejects.toMatchObject({
      stderr: expect.stringContaining("is not signed by the key of this folder's vault"),
    });
  });

  test("shows no character of a file that moves the cursor or begins a line", async () => {
    const { folder } = await sealedFolder();
    writeFileSync(join(folder, "a\u001b[2J\nday seal\u202e"), "x");

    await expect(run(process.execPath, ["scripts/verify.mjs", folder])).rejects.toMatchObject({
      stderr:
        "Not to be trusted: a\\u{1b}[2J\\u{a}day seal\\u{202e}: does not belong into a data folder\n",
    });
  });
});
