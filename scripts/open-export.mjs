// @ts-check
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { compactDecrypt } from "jose";
import { readPassphrase } from "./verifier/passphrase.mjs";
import { runCommand } from "./verifier/run-command.mjs";

const USAGE = `npm run open-export -- FILE [OUT]

Opens a file that left the branch encrypted (JWE, PBES2-HS512+A256KW with A256GCM), with the
passphrase that its maker tells you on another way; it is asked for without echo, or taken from
GUITAI_PASSPHRASE. OUT must not be there; unless named it is FILE without its ending .jwe.

What is laid down is in clear, with customers in it: readable by you alone, and yours to delete.
`;

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
    throw new Error(
      "The passphrase is wrong, or the file is no export or was changed. Have its maker tell you the passphrase again, and send the file again if that does not help.",
    );
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

/**
 * Where the opened file goes; refused before anybody is asked for a passphrase.
 * @param {string} path
 * @param {string | undefined} named
 */
function freePlace(path, named) {
  const out = named ?? path.replace(/\.jwe$/, "");
  if (named === undefined && out === path) {
    throw new Error(`${path} does not end in .jwe. Name the file to lay down after it.`);
  }
  if (existsSync(out)) throw new Error(`${out} is there already. Name another after ${path}.`);
  if (!existsSync(dirname(out))) {
    throw new Error(`${dirname(out)} is not there. Make that folder, or name another.`);
  }
  return out;
}

await runCommand({ usage: USAGE }, async (words) => {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true });
  const [path, named, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    console.error(USAGE);
    return 1;
  }
  const text = readFileSync(path, "utf8");
  const out = freePlace(path, named);
  layDown(out, await opened(text, await readPassphrase()));
  console.log(`${out} lies in clear. Delete it when it is not needed any more.`);
  return 0;
});
