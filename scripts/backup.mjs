// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeBackup } from "./backup/make-backup.mjs";
import { runCommand } from "./verifier/run-command.mjs";

const USAGE = `npm run backup -- FOLDER [FILE]

Makes a backup of a data folder that no workstation has open: one tar file, checked by being read
back. Without FILE it is laid into the folder beside it whose name ends in -backup, and called
guitai-INSTALL-DATE-COMMANDS.tar: the branch's number is sealed, and no key is needed here.
`;

await runCommand({ usage: USAGE }, async (words) => {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true });
  const [folder, file] = positionals;
  if (folder === undefined || positionals.length > 2) {
    console.error(USAGE);
    return 1;
  }
  if (!existsSync(join(folder, "vault.json")) || !existsSync(join(folder, "ledger"))) {
    throw new Error(
      `${folder} is no data folder: no vault.json with a ledger lies there. Name the folder that the workstation opens.`,
    );
  }
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const made = await makeBackup({ folder, file, program: version, now: Date.now() });

  console.log(`backup     ${made.file}`);
  console.log(`commands   ${made.manifest.journal.sequence}`);
  console.log(`manifest   ${made.sha256}`);
  const { clearSegments } = made.manifest;
  if (clearSegments.length > 0) {
    console.log(
      `IN CLEAR   ${clearSegments.join(", ")}: written by an older program, and readable`,
    );
  }
  console.log("Write the manifest's number down: it vouches for every byte of the backup.");
  return 0;
});
