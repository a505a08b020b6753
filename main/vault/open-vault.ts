import { randomBytes } from "node:crypto";
import { assert } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { goodPassphrase, type VaultRefusal } from "#core/vault/passphrase.ts";
import { withoutKeyStore } from "./key-store.ts";
import {
  freeSecret,
  isRingOf,
  openedBy,
  opensBy,
  ringOf,
  secretInClear,
  secretOf,
} from "./opening-secret.ts";
import { newRing, type Ring, sealRing, withNewDataKey } from "./ring.ts";
import { keyStoreSlot, PASSPHRASE_COST, passphraseSlot } from "./slots.ts";
import { type Vault, vaultOf } from "./vault.ts";
import type { VaultFile, VaultFile1, VaultFile2 } from "./vault-file.ts";
import {
  hasUnfinished,
  layVaultFile,
  readVaultFile,
  removeUnfinished,
  replaceVaultFile,
  type VaultPlace,
} from "./vault-place.ts";
import { asWriter } from "./vault-writer.ts";

/**
 * How a data folder stands before it is opened: `free` opens without anybody (a demonstration, or a
 * slot of this machine's key store), `locked` asks for the passphrase, `in-clear` is a live one of
 * the first version, which asks for a passphrase to be set, as one that is `absent` does.
 */
export interface VaultLook {
  readonly status: "absent" | "in-clear" | "locked" | "free";
}

/** Why a vault stays closed. */
export type OpeningRefusal = VaultRefusal | { readonly code: "workstation.locked" };

/** Looks at the vault of a folder without opening it. Throws as `readVaultFile` does. */
export async function lookAtVault(place: VaultPlace): Promise<VaultLook> {
  const file = readVaultFile(place);
  if (place.kind === "demonstration") return { status: "free" };
  if (file === undefined) return { status: "absent" };
  if (file.version === 1) return { status: "in-clear" };
  return { status: (await freeSecret(file, place)) ? "free" : "locked" };
}

/**
 * Opens the vault of a data folder: a demonstration's at once, and the first time creates it; a
 * live one's by this machine's key store, or with the passphrase.
 *
 * Refuses a wrong passphrase, and a live folder that has none yet or was given none. Throws
 * `vault.unreadable` besides what `readVaultFile` throws.
 */
export async function openVault(
  place: VaultPlace,
  passphrase?: string,
): Promise<Result<Vault, OpeningRefusal>> {
  const file = readVaultFile(place);
  if (file) await tidyUp(place);
  if (place.kind === "demonstration") return accept(await demonstrationVault(place, file));
  if (file === undefined || file.version === 1) return refuse({ code: "workstation.locked" });

  const free = await freeSecret(file, place);
  if (free && !free.isStale) return accept(openedBy(free.secret, file));
  if (free) return accept(await withKeyStore(place, file, free.secret));
  if (passphrase === undefined) return refuse({ code: "workstation.locked" });

  const secret = await secretOf(file, passphrase);
  if (!secret) return refuse({ code: "vault.wrong-passphrase", waitSeconds: 0 });
  return accept(await withKeyStore(place, file, secret));
}

/**
 * Makes the vault of a new live branch, or puts the keys of one that an older program left in clear
 * behind a passphrase. Refuses a weak one.
 */
export async function createVault(
  place: VaultPlace,
  passphrase: string,
): Promise<Result<Vault, OpeningRefusal>> {
  const good = goodPassphrase(passphrase);
  if (!good.ok) return good;
  const before = readVaultFile(place);
  assert(place.kind === "live" && before?.version !== 2, "a passphrase is set once");

  const file = await liveFile(place, passphrase, {
    ...(before ?? newInstallation(place)),
    ring: newRing(place.now(), before?.masterKey),
  });
  if (before) {
    const opens = (written: VaultFile2) => opensBy(written, passphrase);
    await asWriter(place, () => replaceVaultFile(place, { before, file, opens }));
  } else {
    layVaultFile(place, file);
  }
  return openVault(place, passphrase);
}

/**
 * Gives a live branch another passphrase. The secret of the slots changes with it, so that the old
 * passphrase opens nothing of the new file, not even beside an old copy; and so does the data key,
 * so that an old file that is put back does not know the key of what is written from now on.
 *
 * The caller has the journal open, and goes on in a new segment of it with the keys answered.
 * Refuses a wrong passphrase and a weak new one. Throws `vault.changed` and `vault.write-failed`.
 */
export async function changePassphrase<R = never>(
  place: VaultPlace,
  change: {
    readonly passphrase: string;
    readonly next: string;
    readonly numbers: readonly string[];
    /** Asked once more when all is ready, for trying a passphrase takes most of a second. */
    readonly isStillWanted?: (() => Result<unknown, R>) | undefined;
  },
): Promise<Result<Vault, OpeningRefusal | R>> {
  const { passphrase, next, numbers, isStillWanted } = change;
  const good = goodPassphrase(next, { numbers, before: passphrase });
  if (!good.ok) return good;
  const opened = await openedForChange(place, passphrase);
  if (!opened.ok) return opened;

  const { file: before } = opened.value;
  const ring = withNewDataKey(opened.value.ring, place.now());
  const file = await liveFile(place, next, { ...before, ring });
  const opens = (written: VaultFile2) => opensBy(written, next);
  const replaced = await replaceVaultFile(place, { before, file, opens, isStillWanted });
  return replaced.ok ? accept(vaultOf(ring, file)) : replaced;
}

/**
 * Gives the branch a new data key, for all that is written from now on; what was written before
 * stays readable with the old ones. A demonstration asks for no passphrase.
 *
 * Refuses and throws as `changePassphrase` does, and asks the same of its caller.
 */
export async function rotateDataKey<R = never>(
  place: VaultPlace,
  passphrase: string,
  isStillWanted?: () => Result<unknown, R>,
): Promise<Result<Vault, OpeningRefusal | R>> {
  const opened = await openedForChange(place, passphrase);
  if (!opened.ok) return opened;

  const { file: before, secret, ring: old } = opened.value;
  const ring = withNewDataKey(old, place.now());
  const file = { ...before, ring: sealRing(ring, secret, before.installId) };
  const opens = async (written: VaultFile2) => isRingOf(written, secret);
  const replaced = await replaceVaultFile(place, { before, file, opens, isStillWanted });
  return replaced.ok ? accept(vaultOf(ring, file)) : replaced;
}

interface Opened {
  readonly file: VaultFile2;
  readonly secret: Uint8Array;
  readonly ring: Ring;
}

async function openedForChange(
  place: VaultPlace,
  passphrase: string,
): Promise<Result<Opened, OpeningRefusal>> {
  const file = readVaultFile(place);
  assert(file?.version === 2, "a vault that is open has a file of today");
  const secret = await secretOf(file, passphrase);
  if (!secret) return refuse({ code: "vault.wrong-passphrase", waitSeconds: 0 });
  return accept({ file, secret, ring: ringOf(file, secret) });
}

async function demonstrationVault(place: VaultPlace, file: VaultFile | undefined): Promise<Vault> {
  if (file?.version === 2) return openedBy(secretInClear(file), file);

  const secret = randomBytes(32);
  const made = demonstrationFile(place, file, secret);
  const opens = async (written: VaultFile2) => isRingOf(written, secret);
  const change = file && { before: file, file: made, opens };
  if (change) await asWriter(place, () => replaceVaultFile(place, change));
  else layVaultFile(place, made);
  // Somebody else may have laid theirs first: what stands there is what counts.
  const laid = readVaultFile(place);
  assert(laid?.version === 2, "the vault that was laid down is there");
  return openedBy(secretInClear(laid), laid);
}

function demonstrationFile(
  place: VaultPlace,
  before: VaultFile1 | undefined,
  secret: Buffer,
): VaultFile2 {
  const { installId, createdAt } = before ?? newInstallation(place);
  const ring = newRing(place.now(), before?.masterKey);
  return {
    format: "guitai.vault",
    version: 2,
    kind: "demonstration",
    installId,
    createdAt,
    slots: [{ method: "none", secret: secret.toString("hex") }],
    ring: sealRing(ring, secret, installId),
  };
}

function newInstallation({ now }: VaultPlace) {
  return { installId: randomBytes(16).toString("hex"), createdAt: now() };
}

/** A live file around a ring, with a new secret in every slot that can be had here. */
async function liveFile(
  { keyStore = withoutKeyStore, cost = PASSPHRASE_COST }: VaultPlace,
  passphrase: string,
  about: Pick<VaultFile2, "installId" | "createdAt"> & { readonly ring: Ring },
): Promise<VaultFile2> {
  const { installId, createdAt, ring } = about;
  const secret = randomBytes(32);
  const byPassphrase = await passphraseSlot(secret, passphrase, { installId, cost });
  const byKeyStore = await keyStoreSlot(secret, installId, keyStore);
  return {
    format: "guitai.vault",
    version: 2,
    kind: "live",
    installId,
    createdAt,
    slots: byKeyStore ? [byPassphrase, byKeyStore] : [byPassphrase],
    ring: sealRing(ring, secret, installId),
  };
}

/**
 * The vault, with a slot for this machine's key store where it has one, so that the next start needs
 * nobody. A slot that was for another machine, or under another key of the store, goes.
 */
async function withKeyStore(
  place: VaultPlace,
  file: VaultFile2,
  secret: Uint8Array,
): Promise<Vault> {
  const { keyStore = withoutKeyStore } = place;
  const vault = openedBy(secret, file);
  const added = await keyStoreSlot(secret, file.installId, keyStore);
  if (!added) return vault;

  const kept = file.slots.filter(({ method }) => method !== "key-store");
  const next: VaultFile2 = { ...file, slots: [...kept, added] };
  const opens = async (written: VaultFile2) => isRingOf(written, secret);
  try {
    await asWriter(place, () => replaceVaultFile(place, { before: file, file: next, opens }));
    return openedBy(secret, next);
  } catch (failure) {
    if (failure instanceof Fault && failure.code === "vault.changed") throw failure;
    return vault; // A convenience: the next start asks for the passphrase once more.
  }
}

/** Removes what a crash left, unless another program has the journal: then it may be at work there. */
async function tidyUp(place: VaultPlace): Promise<void> {
  if (!hasUnfinished(place)) return;
  try {
    await asWriter(place, () => removeUnfinished(place));
  } catch {
    // It disturbs nothing; a later start removes it.
  }
}
