// @ts-check
import { parseArgs } from "node:util";
import { checkBackup, restoreBackup } from "./backup/restore-backup.mjs";
import { runCommand } from "./verifier/run-command.mjs";

const USAGE = `npm run restore -- FILE FOLDER [--manifest SHA256]
npm run restore -- FILE --check [--manifest SHA256]

Lays a data folder down from a backup, and has every byte of it checked before it gets its name.
FOLDER must not be there, or be empty. Open it with the workstation as any other data folder.

  --check     reads the backup to its end and lays nothing down
  --manifest  the number on the receipt of the backup; another backup is then refused
`;

const OPTIONS = /** @type {const} */ ({
  check: { type: "boolean", default: false },
  manifest: { type: "string" },
});

await runCommand({ usage: USAGE }, async (words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
  });
  const [file, folder] = positionals;
  const isAsked = values.check ? positionals.length === 1 : positionals.length === 2;
  if (file === undefined || !isAsked) {
    console.error(USAGE);
    return 1;
  }
  const expected = values.manifest;
  const { manifest, sha256 } =
    folder === undefined
      ? checkBackup({ file, expected })
      : restoreBackup({ file, folder, expected });

  console.log(`kind       ${manifest.kind}${manifest.branch ? `, branch ${manifest.branch}` : ""}`);
  console.log(
    `made at    ${new Date(manifest.madeAt).toISOString()} by Guitai ${manifest.program}`,
  );
  console.log(`commands   ${manifest.journal.sequence}`);
  console.log(
    `manifest   ${sha256}${expected === undefined ? " (compare it with the receipt)" : ""}`,
  );
  if (manifest.clearSegments.length > 0) {
    console.log(`IN CLEAR   ${manifest.clearSegments.join(", ")}: readable by anybody`);
  }
  console.log(folder === undefined ? "The backup is whole." : `${folder} is as it was then.`);
  return 0;
});
