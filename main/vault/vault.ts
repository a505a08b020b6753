import { hkdfSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "#core/kernel/fault.ts";
import { createFileOnce, removeUnfinished } from "./create-file-once.ts";
import { sealedText, type VaultFile, vaultFileFrom } from "./vault-file.ts";

/** Whose data a folder holds: real customers', or invented ones of a demonstration. */
export type VaultKind = VaultFile["kind"];

/**
 * The keys of one installation, each good for one purpose only.
 *
 * All come from one master key by HKDF-SHA-256 (RFC 5869), salted with the install id. Never log
 * or send a vault.
 */
export interface Vault {
  readonly kind: VaultKind;
  /** Names this installation; 16 bytes as hexadecimal digits. Not a secret. */
  readonly installId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Seals the journal. */
  readonly journalMac: Uint8Array;
  /** Seal the journal's contents, by their numbers. */
  readonly bodyKeys: ReadonlyMap<number, Uint8Array>;
  /** The key that new contents are sealed with. */
  readonly bodyKeyId: number;
  /** Goes into PIN and password hashes, so that the journal alone does not let them be guessed. */
  readonly pinPepper: Uint8Array;
  /** Makes the verification values of issued cards. */
  readonly cardVerification: Uint8Array;
  /** Keyed look-up of card and identity numbers; a plain hash of those can be guessed in seconds. */
  readonly searchIndex: Uint8Array;
  /** What stands on password cards; a demonstration's cards have a key space of their own. */
  readonly passwordCard: Uint8Array;
}

const FILE_NAME = "vault.json";

/**
 * Opens the vault of a data folder; the first time, creates it.
 *
 * The master key lies in `vault.json` in clear, readable by its owner only (0600): whoever can
 * copy the folder has the keys. Wrapping by the system's key store or by a passphrase has its
 * place in the file (`wrapping`), and a file wrapped that way is refused, not misread.
 *
 * Throws `vault.unreadable` for a file with any byte changed, of a newer program, or missing
 * beside a journal; `data-folder.wrong-kind` when a demonstration meets live data or the reverse.
 */
export function openVault(folder: string, kind: VaultKind): Vault {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE_NAME);

  if (!existsSync(path)) {
    refuseOrphanedJournal(folder);
    createFileOnce(path, sealedText(newVaultFile(kind)));
  }
  removeUnfinished(path);

  const file = vaultFileFrom(readVault(path));
  if (file === undefined) throw new Fault("vault.unreadable", { reason: "damaged" });
  if (file === "unknown-format") throw new Fault("vault.unreadable", { reason: "unknown format" });
  if (file.kind !== kind) {
    throw new Fault("data-folder.wrong-kind", { wanted: kind, found: file.kind });
  }
  return vaultFrom(file);
}

function newVaultFile(kind: VaultKind): VaultFile {
  return {
    format: "guitai.vault",
    version: 1,
    kind,
    installId: randomBytes(16).toString("hex"),
    createdAt: Date.now(),
    wrapping: { method: "none" },
    masterKey: randomBytes(32).toString("hex"),
  };
}

function vaultFrom({ kind, installId, createdAt, masterKey }: VaultFile): Vault {
  const master = Buffer.from(masterKey, "hex");
  const salt = Buffer.from(installId, "hex");
  const derive = (purpose: string) =>
    new Uint8Array(hkdfSync("sha256", master, salt, `guitai/1/${purpose}`, 32));

  return {
    kind,
    installId,
    createdAt,
    journalMac: derive("journalMac"),
    bodyKeys: new Map([[1, derive("journalBody/1")]]),
    bodyKeyId: 1,
    pinPepper: derive("pinPepper"),
    cardVerification: derive("cardVerification"),
    searchIndex: derive("searchIndex"),
    passwordCard: derive(`passwordCard/${kind}`),
  };
}

/** New keys beside an old journal would make it look forged; the old vault must be found first. */
function refuseOrphanedJournal(folder: string): void {
  const ledger = join(folder, "ledger");
  if (existsSync(ledger) && readdirSync(ledger).length > 0) {
    throw new Fault("vault.unreadable", { reason: "missing" });
  }
}

function readVault(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Fault("vault.unreadable", { reason: "not readable" }, { cause });
  }
}
