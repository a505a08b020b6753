// @ts-check

import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { printable } from "./verifier/bytes.mjs";
import { compareWithFolder, readEvidence, sequencesOf } from "./verifier/evidence.mjs";
import { needsPassphrase, verifyFolder } from "./verifier/folder.mjs";
import { readPassphrase } from "./verifier/passphrase.mjs";
import { runCommand } from "./verifier/run-command.mjs";
import { sealFromFile, sealFromText } from "./verifier/seal-code.mjs";
import { compareWithSeals, sealIn, sealsOf, withBrought } from "./verifier/seals.mjs";

const USAGE = `npm run verify -- DIR [--seal FILE | --code CODE] [--evidence FILE] [--key] [--balances]
npm run verify -- --evidence FILE

Checks every byte of a data folder: the vault's file, HEAD, all segments, the chain of all frames,
and the day-end seals that lie in it. Changes nothing.

  --seal      also compares the books with a day-end seal that was kept elsewhere: a file …
  --code      … or the text of the QR code on the slip, with whatever was read around it. Only this finds books that were cut, built
              anew or put back to an older state as a whole; it takes no key
  --key       also checks with the keys of the folder's vault who wrote every frame, the first blocks
              of the segments, HEAD and the seals, opens the contents and checks that the postings of
              every command sum to zero; a live branch's passphrase is asked for, or taken from
              GUITAI_PASSPHRASE
  --evidence  also compares an evidence pack in clear with the books: its frames must stand there in
              the chain, with --key with the same contents. Without DIR its signature alone is checked
  --balances  lists the balance of every account that was posted to, in fen
`;

const OPTIONS = /** @type {const} */ ({
  key: { type: "boolean", default: false },
  balances: { type: "boolean", default: false },
  seal: { type: "string" },
  code: { type: "string" },
  evidence: { type: "string" },
});

/** @typedef {import("./verifier/folder.mjs").Summary} Summary */

/** @param {readonly string[]} given */
async function main(given) {
  const { values, positionals } = parseArgs({
    args: [...given],
    options: OPTIONS,
    allowPositionals: true,
  });
  const [folder] = positionals;
  const isTwice = values.seal !== undefined && values.code !== undefined;
  if (folder === undefined && positionals.length === 0 && isEvidenceAlone(values)) {
    printEvidence(readEvidence(String(values.evidence)));
    print("The pack is as it was signed. It was not compared with any books.");
    return 0;
  }
  if (folder === undefined || positionals.length > 1 || isTwice) {
    console.error(USAGE);
    return 1;
  }
  mustBeFolder(folder);
  const evidence = values.evidence === undefined ? undefined : readEvidence(values.evidence);
  const wanted = evidence ? sequencesOf(evidence) : new Set();
  /** @type {import("./verifier/evidence.mjs").Found} */
  const inFolder = new Map();
  const withKey = values.key === true;
  const passphrase = withKey && needsPassphrase(folder) ? await readPassphrase() : undefined;
  const brought = broughtSeal(values);
  const seals = { found: sealsOf(folder), brought };
  const inOrder = withBrought(seals.found, brought);
  const sealed = new Set(inOrder.map(({ last }) => last));
  /** @type {Map<number, string>} */
  const hashes = new Map();
  /** @type {{ date: string, code: string }[]} */
  const journalled = [];
  const found = verifyFolder(folder, {
    withKey,
    ...(passphrase === undefined ? {} : { passphrase }),
    onFrame: ({ sequence, hash, content }) => {
      const day = sealIn(content);
      if (day) journalled.push(day);
      if (sealed.has(sequence)) hashes.set(sequence, hash.toString("hex"));
      if (wanted.has(sequence)) inFolder.set(sequence, { hash: hash.toString("hex"), content });
    },
  });
  compareWithSeals(seals, found, hashes);

  const compared = evidence && compareWithFolder(evidence, inFolder, found);

  printSummary(found, withKey);
  for (const { date, code } of journalled) {
    if (seals.found.some((seal) => seal.code === code)) continue;
    print(`note       the seal of ${date} has no file: the next start lays it down`);
  }
  if (evidence) printEvidence(evidence, compared);
  printSeals(inOrder, withKey);
  if (values.balances) printBalances(found);
  print("The folder is as it was written.");
  return 0;
}

/** @param {string} folder */
function mustBeFolder(folder) {
  if (statSync(folder).isDirectory()) return;
  throw new Error(
    `${folder} is no folder. Name the data folder; a backup is checked by npm run restore -- FILE --check.`,
  );
}

/**
 * @param {Summary} found
 * @param {boolean} withKey
 */
function printSummary(found, withKey) {
  const clock = (/** @type {number | undefined} */ time) =>
    time === undefined ? "none" : new Date(time).toISOString();
  const isOpen = found.opened === found.frames;
  const total = [...found.balances.values()].reduce((sum, amount) => sum + amount, 0);

  print(`kind       ${found.kind}`);
  print(`frames     ${found.frames}`);
  print(`segments   ${found.segments}`);
  print(`first      ${clock(found.firstAt)}`);
  print(`last       ${clock(found.lastAt)}`);
  print(`chain head ${found.chainHead}`);
  print(`contents   ${isOpen ? "checked" : `${found.opened} frames in clear checked (--key)`}`);
  if (isOpen) print(`balances   ${found.balances.size} accounts, sum ${total} fen`);
  print(`written by ${withKey ? "the vault's keys" : "not checked (--key)"}`);
  if (!withKey) print("           headers and HEAD: not checked without --key");
  for (const note of found.notes) print(`note       ${note}`);
}

/**
 * Whether a pack alone is asked about, without the books that it came from.
 * @param {Record<string, unknown>} values
 */
function isEvidenceAlone({ evidence, seal, code, key, balances }) {
  return evidence !== undefined && !seal && !code && !key && !balances;
}

/**
 * @param {import("./verifier/evidence.mjs").Evidence} evidence
 * @param {number} [compared] bodies, of a pack that was compared with its books
 */
function printEvidence({ lossCase, frames, head, sha256, signer }, compared) {
  const groups = (/** @type {string} */ hex) => hex.slice(0, 32).replace(/.{4}(?=.)/g, "$& ");
  print(`evidence   case ${lossCase}, ${frames.length} frames, chain head ${head.sequence}`);
  print(`           SHA-256 ${sha256} (compare it with the journal)`);
  print(`           signed by ${groups(signer)} (compare it with a day slip)`);
  if (compared === undefined) return;
  const bodies =
    compared > 0 ? `${compared} contents are the same` : "contents not compared (--key)";
  print(`           every frame stands in the chain; ${bodies}`);
}

/**
 * The seal that somebody brought, if any.
 * @param {{ seal?: string | undefined, code?: string | undefined }} values
 */
function broughtSeal({ seal, code }) {
  if (seal !== undefined) return sealFromFile(seal);
  return code === undefined ? undefined : sealFromText(code, "the code");
}

/**
 * @param {readonly import("./verifier/seal-code.mjs").Seal[]} seals
 * @param {boolean} withKey
 */
function printSeals(seals, withKey) {
  const whose = withKey
    ? "the vault's key"
    : "not checked without --key: compare it with a day slip";
  const groups = (/** @type {string} */ hex) => hex.slice(0, 32).replace(/.{4}(?=.)/g, "$& ");
  for (const { date, first, last, hash, signer } of seals) {
    print(`day seal   ${date}: frames ${first} to ${last} are as sealed`);
    print(`           books ${groups(hash)}`);
    print(`           signed by ${groups(signer)} (${whose})`);
  }
  if (seals.length === 0) print("day seal   none");
}

/** @param {string} line */
function print(line) {
  console.log(printable(line));
}

/** @param {Summary} found */
function printBalances({ balances, opened, frames }) {
  if (opened < frames) print("balances   only of the contents that were opened (--key)");
  for (const [account, amount] of [...balances].sort(([left], [right]) =>
    left < right ? -1 : 1,
  )) {
    print(`${account.padEnd(24)} ${amount}`);
  }
}

await runCommand({ usage: USAGE, verdict: "Not checked: " }, main);
