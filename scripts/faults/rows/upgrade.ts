import { hkdfSync } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { assert } from "#core/kernel/assert.ts";
import { openJournal } from "#main/journal/journal.ts";
import { projectFolder } from "../../setup/places.mjs";
import { losePower, powerLossModes } from "../power-loss.ts";
import { listed, type Row } from "../row.ts";
import { type JournalOpener, judge } from "../rule.ts";
import { emptyDisk, type SimulatedDisk, tamper } from "../simulated-disk.ts";
import { dataFolder, isDeath, leave, ledgerPath, SEGMENT_BYTES } from "../workload.ts";

const FIXTURE = join(projectFolder, "tests/fixtures/journal-format-1/demonstration");

/** The vault's file beside a journal of the first format, as far as its journal needs it. */
const VaultOfThen = z.object({ installId: z.string(), masterKey: z.string() });

/** The journal of the first format as a disk, and how a program of today opens it. */
function oldJournal(): { readonly disk: SimulatedDisk; readonly open: JournalOpener } {
  const text = readFileSync(join(FIXTURE, "vault.json"), "utf8");
  const vault = VaultOfThen.parse(JSON.parse(text));
  const [master, salt] = [Buffer.from(vault.masterKey, "hex"), Buffer.from(vault.installId, "hex")];
  const keys = {
    installId: vault.installId,
    journalMac: new Uint8Array(hkdfSync("sha256", master, salt, "guitai/1/journalMac", 32)),
    bodyKeys: new Map([[1, new Uint8Array(32).fill(11)]]),
    bodyKeyId: 1,
  };
  const disk = emptyDisk(dataFolder());
  disk.start().makeFolder(join(dataFolder(), "ledger"));
  disk.start().flushFolder(dataFolder());
  for (const name of readdirSync(join(FIXTURE, "ledger"))) {
    const bytes = gunzipSync(readFileSync(join(FIXTURE, "ledger", name)));
    tamper(disk, ledgerPath(name.replace(/\.gz$/, "")), () => bytes);
  }
  const kind = "demonstration";
  const open: JournalOpener = (on) =>
    openJournal({ folder: dataFolder(), kind, keys, disk: on, segmentBytes: SEGMENT_BYTES });
  return { disk, open };
}

/** Row 24. */
export const upgradeInterrupted: Row = {
  number: 24,
  injection:
    "a folder of the first format: crash at every call of its first opening by this program",
  sample: 400,
  async plan() {
    const { disk: found, open } = oldJournal();
    const counted = found.copy();
    let calls = 0;
    const journal = await open(
      counted.start(() => {
        calls += 1;
        return { mishap: "none" };
      }),
    );
    const submitted = [...journal.frames()].map(({ body }) => body);
    leave(journal);
    assert(submitted.length > 0, "the old folder holds commands");
    const history = { submitted, acknowledged: submitted.length };
    const cases = Array.from({ length: calls }, (_, at) => at).flatMap((at) =>
      (["kill", ...powerLossModes] as const).map((crash) => ({ at, crash })),
    );
    return listed(cases, async ({ at, crash }, chance) => {
      const disk = found.copy();
      const mortal = disk.start((call) => {
        if (call.at !== at) return { mishap: "none" };
        return { mishap: "dies", bytes: chance.below((call.bytes?.length ?? 0) + 1) };
      });
      try {
        leave(await open(mortal));
      } catch (failure) {
        if (!isDeath(failure)) throw failure;
      }
      if (crash !== "kill") losePower(disk, crash, chance);
      return judge(disk, history, { allowed: "must-open", chance, open });
    });
  },
};
