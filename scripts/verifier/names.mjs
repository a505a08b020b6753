// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Finding, firstWritten } from "./bytes.mjs";

const LEFT_BY_CRASH =
  "is half a file that a crash left, and was not looked into; the next start takes it away";

/** What a file is called until it is whole: a crash leaves it, and the next start takes it away. */
const HALF_MADE = /^(?:vault\.json\.[0-9a-f]{16}|HEAD|reserve\.bin|seg-\d{8}\.wal)\.tmp$/;

/**
 * Names every file that does not belong here; returns the segments in order, and what is only noted.
 * @param {string} folder
 * @param {string} ledger
 */
export function checkNames(folder, ledger) {
  /** @type {string[]} */
  const notes = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const isHalfMade = entry.isFile() && HALF_MADE.test(entry.name) && /^vault/.test(entry.name);
    if (isHalfMade) notes.push(`${entry.name} ${LEFT_BY_CRASH}`);
    const isKnown =
      isHalfMade ||
      (entry.name === "vault.json" && entry.isFile()) ||
      (entry.name === "ledger" && entry.isDirectory());
    if (!isKnown) throw new Finding("does not belong into a data folder", { file: entry.name });
  }
  for (const file of ["vault.json", "ledger", "ledger/HEAD"]) {
    if (!existsSync(join(folder, file))) throw new Finding("is missing", { file });
  }

  const segments = [];
  for (const entry of readdirSync(ledger, { withFileTypes: true })) {
    const { name: file } = entry;
    if (entry.isDirectory() && file === "seals") {
      notes.push(...checkSeals(join(ledger, file)));
    } else if (!entry.isFile()) {
      throw new Finding("does not belong into a ledger", { file });
    } else if (/^seg-\d{8}\.wal$/.test(file)) {
      segments.push(file);
    } else if (/^snap-\d+\.db(?:\.tmp)?$/.test(file)) {
      notes.push(`${file} is a copy made from the journal, and was not looked into`);
    } else if (HALF_MADE.test(file) && !file.startsWith("vault")) {
      notes.push(`${file} ${LEFT_BY_CRASH}`);
    } else if (file !== "HEAD") {
      checkOther(file, readFileSync(join(ledger, file)));
    }
  }
  if (segments.length === 0) throw new Finding("is missing", { file: "seg-00000001.wal" });
  return { names: segments.sort(), notes };
}

/**
 * Seals are signed by themselves and checked against the chain where they are given.
 * @param {string} folder
 * @returns {readonly string[]} notes
 */
function checkSeals(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = `seals/${entry.name}`;
    const name = /^\d{4}-\d\d-\d\d\.seal(?<rest>|\.part|\.set-aside-[0-9a-f]{64})$/;
    const rest = entry.isFile() ? name.exec(entry.name)?.groups?.rest : undefined;
    if (rest === undefined) throw new Finding("does not belong to the seals", { file });
    if (rest === "") return [];
    if (rest === ".part") return [`${file} ${LEFT_BY_CRASH}`];
    return [`${file} lay in a seal's place and was set aside; it was not looked into`];
  });
}

/**
 * @param {string} file
 * @param {Buffer} bytes
 */
function checkOther(file, bytes) {
  const [, named] = /^seg-\d{8}\.wal\.set-aside-([0-9a-f]{64})$/.exec(file) ?? [];
  if (named !== undefined) {
    const found = createHash("sha256").update(bytes).digest("hex");
    if (found !== named) throw new Finding("changed after it was set aside", { file });
  } else if (file === "reserve.bin") {
    const written = firstWritten(bytes, 0);
    if (written >= 0) throw new Finding("holds more than zeros", { file, offset: written });
  } else if (file !== "lock" || bytes.length !== 0) {
    throw new Finding("does not belong into a ledger", { file });
  }
}
