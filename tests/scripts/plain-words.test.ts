import { execFile } from "node:child_process";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { openTestVault } from "#tests/support/books.ts";
import { emptyFolder, openTestJournal, record } from "#tests/support/journal-folder.ts";

const run = promisify(execFile);
const commands = ["verify", "backup", "restore", "open-export"] as const;

/** Runs a command as people do; nobody sits at a terminal and no passphrase is in the environment. */
async function script(name: (typeof commands)[number], ...words: readonly string[]) {
  const file = join(import.meta.dirname, `../../scripts/${name}.mjs`);
  const env = { PATH: process.env["PATH"] };
  const end = await run(process.execPath, [file, ...words], { cwd: emptyFolder(), env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
  return end as { readonly code: number; readonly stdout: string; readonly stderr: string };
}

/** A closed branch of one command. */
async function closedFolder() {
  const folder = join(emptyFolder(), "data");
  const keys = await openTestVault(folder, "live");
  const journal = await openTestJournal(folder, { kind: "live", keys });
  record(journal, JSON.stringify({ sequence: 1, entries: [] }));
  journal.close();
  return folder;
}

describe.each(commands)("npm run %s", (name) => {
  test.each(["--help", "-h"])(
    "prints how it is used for %s, and that is no failure",
    async (word) => {
      const told = await script(name, word);

      expect(told).toMatchObject({ code: 0, stderr: "" });
      expect(told.stdout).toMatch(new RegExp(`^npm run ${name} -- `));
    },
  );

  test("names the option that it does not know, and prints how it is used", async () => {
    const told = await script(name, "--colour");

    expect(told).toMatchObject({ code: 1, stdout: "" });
    expect(told.stderr).toMatch(
      new RegExp(`^(?:Not checked: )?Unknown option '--colour'\\.\n\nnpm run ${name} -- `),
    );
  });
});

describe("a place that is not there", () => {
  test("is named by verify as no data folder", async () => {
    const nowhere = join(emptyFolder(), "nowhere");

    expect(await script("verify", nowhere)).toMatchObject({
      code: 1,
      stderr: `Not checked: ${nowhere} is not there. Check how it is written, and that its disk is connected.\n`,
    });
    expect(await script("verify", nowhere, "--key")).toMatchObject({
      stderr: `Not checked: ${nowhere} is not there. Check how it is written, and that its disk is connected.\n`,
    });
  });

  test("is named by verify where a file was given instead of the folder", async () => {
    const file = join(emptyFolder(), "b.tar");
    writeFileSync(file, "");

    expect((await script("verify", file)).stderr).toBe(
      `Not checked: ${file} is no folder. Name the data folder; a backup is checked by npm run restore -- FILE --check.\n`,
    );
  });

  test.each(["restore", "open-export"] as const)("is named by %s as it was typed", async (name) => {
    const nowhere = join(emptyFolder(), "nowhere");

    expect(await script(name, nowhere, join(emptyFolder(), "out"))).toMatchObject({
      code: 1,
      stderr: `${nowhere} is not there. Check how it is written, and that its disk is connected.\n`,
    });
  });

  test("is no place to lay a backup or a folder into", async () => {
    const [folder, missing] = [await closedFolder(), join(emptyFolder(), "disk")];
    const file = join(emptyFolder(), "b.tar");
    await script("backup", folder, file);

    const made = await script("backup", folder, join(missing, "b.tar"));
    const restored = await script("restore", file, join(missing, "data"));

    expect(made).toMatchObject({
      code: 1,
      stderr: `${missing} is not there. Make that folder, or connect its disk.\n`,
    });
    expect(restored).toMatchObject({
      code: 1,
      stderr: `${missing} is not there. Make that folder, or name another.\n`,
    });
  });
});

describe("what cannot be done", () => {
  test("is said of a backup that was cut off, with the way out and without a code", async () => {
    const file = join(emptyFolder(), "b.tar");
    await script("backup", await closedFolder(), file);
    truncateSync(file, 5000);

    const told = await script("restore", file, "--check");

    expect(told.code).toBe(1);
    expect(told.stderr).toMatch(
      /^The backup has 5000 bytes instead of \d+\. It was not copied whole\. Take another backup, or another copy of this one\.\n$/,
    );
  });

  test("is said of a folder that is no branch's", async () => {
    const folder = emptyFolder();

    expect((await script("backup", folder)).stderr).toBe(
      `${folder} is no data folder: no vault.json with a ledger lies there. Name the folder that the workstation opens.\n`,
    );
  });

  test("is said by open-export before it asks for a passphrase that nobody can type", async () => {
    const folder = emptyFolder();
    const [sealed, plain] = [join(folder, "pack.json.jwe"), join(folder, "pack.txt")];
    writeFileSync(sealed, "x");
    writeFileSync(plain, "x");

    const noTerminal = await script("open-export", sealed);
    const noName = await script("open-export", plain);
    const taken = await script("open-export", sealed, plain);

    expect(noTerminal).toMatchObject({
      code: 1,
      stderr:
        "There is no terminal to ask for the passphrase at. Put it into the environment as GUITAI_PASSPHRASE.\n",
    });
    expect(noName.stderr).toBe(
      `${plain} does not end in .jwe. Name the file to lay down after it.\n`,
    );
    expect(taken.stderr).toBe(`${plain} is there already. Name another after ${sealed}.\n`);
  });

  test("is said by open-export of a folder in a file's place", async () => {
    const folder = join(emptyFolder(), "pack.jwe");
    mkdirSync(folder);

    expect((await script("open-export", folder)).stderr).toMatch(/ is a folder\. Name a file\.\n$/);
  });
});
