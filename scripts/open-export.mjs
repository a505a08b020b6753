// @ts-check
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { compactDecrypt } from "jose";
import { cannotGoOn, runScript, say } from "./setup/telling.mjs";
import { readPassphrase } from "./verifier/passphrase.mjs";

const USAGE = `npm run open-export -- FILE [OUT]

Opens a file that left the branch encrypted (JWE, PBES2-HS512+A256KW with A256GCM), with the
passphrase that its maker tells you on another way; it is asked for without echo, or taken from
GUITAI_PASSPHRASE. OUT must not be there; unless named it is FILE without its ending .jwe.

What is laid down is in clear, with customers in it: readable by you alone, and yours to delete.`;

/** More rounds of PBKDF2 than any maker asks for: a file must not keep this machine busy for ever. */
const ROUNDS_MAX = 10_000_000;

/**
 * What is in an export. A wrong passphrase and a changed file look the same, by design.
 * @param {string} text
 * @param {string} passphrase
 */
async function opened(text, passphrase) {
  try {
    const { plaintext } = await compactDecrypt(
      text.trim(),
      Buffer.from(passphrase.normalize("NFKC"), "utf8"),
      {
        keyManagementAlgorithms: ["PBES2-HS512+A256KW"],
        contentEncryptionAlgorithms: ["A256GCM"],
        maxPBES2Count: ROUNDS_MAX,
      },
    );
    return plaintext;
  } catch {
    throw cannotGoOn("The passphrase is wrong, or the file is no export or was changed.");
  }
}

/**
 * @param {string} path
 * @param {Uint8Array} bytes
 */
function layDown(path, bytes) {
  const file = openSync(path, "wx", 0o600);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

await runScript(async () => {
  const [path, out = path?.replace(/\.jwe$/, ""), ...more] = process.argv.slice(2);
  if (!path || !out || out === path || more.length > 0) throw cannotGoOn(USAGE);

  const text = readFileSync(path, "utf8");
  layDown(out, await opened(text, await readPassphrase()));
  say(`${out} lies in clear. Delete it when it is not needed any more.`);
  return 0;
});
