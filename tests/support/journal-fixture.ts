import { hkdfSync } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { JournalKeys, JournalKind } from "#main/journal/journal.ts";
import { emptyFolder } from "#tests/support/journal-folder.ts";

const Expected = z.object({ frames: z.int(), bodiesSha256: z.string() });
const Vault1 = z.object({ installId: z.string(), masterKey: z.string() });

/** A data folder that a program of the first format left, unpacked, and what must come out of it. */
export function unpackFormat1(kind: JournalKind) {
  const { packed, ...unpacked } = unpack(`tests/fixtures/journal-format-1/${kind}`);
  return { ...unpacked, kind, keys: keysOf(join(packed, "vault.json")) };
}

/**
 * A live data folder of the second format, behind the tests' own passphrase, whose data key was
 * changed once; and what must come out of it.
 */
export function unpackFormat2() {
  return unpack("tests/fixtures/journal-format-2/live");
}

function unpack(packed: string) {
  const folder = emptyFolder();
  mkdirSync(join(folder, "ledger"));
  writeFileSync(join(folder, "vault.json"), readFileSync(join(packed, "vault.json")));
  for (const name of readdirSync(join(packed, "ledger"))) {
    const bytes = gunzipSync(readFileSync(join(packed, "ledger", name)));
    writeFileSync(join(folder, "ledger", name.replace(/\.gz$/, "")), bytes);
  }
  const expected = Expected.parse(read(join(packed, "expected.json")));
  return { packed, folder, expected };
}

/** The keys of a vault of the first version, with a new one for bodies beside them. */
function keysOf(path: string): JournalKeys {
  const { installId, masterKey } = Vault1.parse(read(path));
  const salt = Buffer.from(installId, "hex");
  const master = Buffer.from(masterKey, "hex");
  const journalMac = new Uint8Array(hkdfSync("sha256", master, salt, "guitai/1/journalMac", 32));
  return { installId, journalMac, bodyKeys: new Map([[1, new Uint8Array(32)]]), bodyKeyId: 1 };
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
