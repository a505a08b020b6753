// @ts-check
import { parseArgs } from "node:util";
import { Finding } from "./verifier/bytes.mjs";
import { verifyFolder } from "./verifier/folder.mjs";

const USAGE = `npm run verify -- DIR [--key] [--balances]

Checks every byte of a data folder: the vault's file, HEAD, all segments, the chain of all frames,
and that the postings of every command sum to zero. Changes nothing.

  --key       also checks the seals, with the key in the folder's vault
  --balances  lists the balance of every account that was posted to, in fen
`;

/** @param {number | undefined} time */
const clock = (time) => (time === undefined ? "none" : new Date(time).toISOString());

/** @param {readonly string[]} given */
function main(given) {
  const options = /** @type {const} */ ({
    key: { type: "boolean", default: false },
    balances: { type: "boolean", default: false },
  });
  const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) {
    console.error(USAGE);
    return 1;
  }
  const withKey = values.key === true;
  const found = verifyFolder(folder, { withKey });
  const accounts = [...found.balances].sort(([left], [right]) => (left < right ? -1 : 1));
  const total = accounts.reduce((sum, [, amount]) => sum + amount, 0);

  console.log(`kind       ${found.kind}`);
  console.log(`frames     ${found.frames}`);
  console.log(`segments   ${found.segments}`);
  console.log(`first      ${clock(found.firstAt)}`);
  console.log(`last       ${clock(found.lastAt)}`);
  console.log(`chain head ${found.chainHead}`);
  console.log(`balances   ${accounts.length} accounts, sum ${total} fen`);
  console.log(`seals      ${withKey ? "checked" : "not checked (--key)"}`);
  for (const note of found.notes) console.log(`note       ${note}`);
  if (values.balances) {
    for (const [account, amount] of accounts) console.log(`${account.padEnd(24)} ${amount}`);
  }
  console.log("The folder is as it was written.");
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (failure) {
  const text = failure instanceof Finding ? failure.message : String(failure);
  console.error(`Not to be trusted: ${text}`);
  process.exitCode = 1;
}
