import { randomBytes } from "node:crypto";
import { assert } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { goodPassphrase, type VaultRefusal } from "#core/vault/passphrase.ts";
import { withoutKeyStore } from "./key-store.ts";
import { newRing, openRing, type Ring, sealRing, withNewDataKey } from "./ring.ts";
import {
  keyStoreSlot,
  PASSPHRASE_COST,
  passphraseSlot,
  secretByKeyStore,
  secretByPassphrase,
} from "./slots.ts";
import { type Vault, vaultOf } from "./vault.ts";
import type { Slot, VaultFile, VaultFile1, VaultFile2 } from "./vault-file.ts";
import { layVaultFile, readVaultFile, replaceVaultFile, type VaultPlace } from "./vault-place.ts";

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
    await replaceVaultFile(place, file, (written) => opensBy(written, passphrase));
  } else {
    layVaultFile(place, file);
  }
  return openVault(place, passphrase);
}

/**
 * Gives a live branch another passphrase. The secret of the slots changes with it, so that the old
 * passphrase opens nothing of the new file, not even beside an old copy.
 *
 * Refuses a wrong passphrase and a weak new one.
 */
export async function changePassphrase(
  place: VaultPlace,
  {
    passphrase,
    next,
    numbers,
  }: { readonly passphrase: string; readonly next: string; readonly numbers: readonly string[] },
): Promise<Result<Vault, OpeningRefusal>> {
  const good = goodPassphrase(next, { numbers, before: passphrase });
  if (!good.ok) return good;
  const opened = await openedForChange(place, passphrase);
  if (!opened.ok) return opened;

  const { file: before, ring } = opened.value;
  const file = await liveFile(place, next, { ...before, ring });
  await replaceVaultFile(place, file, (written) => opensBy(written, next));
  return accept(vaultOf(ring, file));
}

/**
 * Gives the branch a new data key, for all that is written from now on; what was written before
 * stays readable with the old ones. A demonstration asks for no passphrase.
 */
export async function rotateDataKey(
  place: VaultPlace,
  passphrase: string,
): Promise<Result<Vault, OpeningRefusal>> {
  const opened = await openedForChange(place, passphrase);
  if (!opened.ok) return opened;

  const { file: before, secret, ring: old } = opened.value;
  const ring = withNewDataKey(old, place.now());
  const file = { ...before, ring: sealRing(ring, secret, before.installId) };
  await replaceVaultFile(place, file, async (written) => isRingOf(written, secret));
  return accept(vaultOf(ring, file));
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
  if (file) await replaceVaultFile(place, made, async (written) => isRingOf(written, secret));
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
  try {
    await replaceVaultFile(place, next, async (written) => isRingOf(written, secret));
    return openedBy(secret, next);
  } catch {
    return vault; // A convenience: the next start asks for the passphrase once more.
  }
}

/** The secret that opens without anybody, on this machine. */
async function freeSecret(
  { slots, installId }: VaultFile2,
  { keyStore = withoutKeyStore }: VaultPlace,
): Promise<{ readonly secret: Uint8Array; readonly isStale: boolean } | undefined> {
  const slot = slots.find((one) => one.method === "key-store");
  return slot && secretByKeyStore(slot, installId, keyStore);
}

async function secretOf(file: VaultFile2, passphrase: string): Promise<Uint8Array | undefined> {
  const slot = file.slots.find((one) => one.method === "passphrase");
  return slot ? secretByPassphrase(slot, passphrase, file.installId) : secretInClear(file);
}

function secretInClear({ slots }: VaultFile2): Uint8Array {
  const slot = slots.find((one: Slot) => one.method === "none");
  assert(slot?.method === "none", "only a demonstration is opened without a passphrase");
  return Buffer.from(slot.secret, "hex");
}

function openedBy(secret: Uint8Array, file: VaultFile2): Vault {
  return vaultOf(ringOf(file, secret), file);
}

/** The ring. The slots gave the right secret, so a ring that does not open was damaged or put here. */
function ringOf({ ring, installId }: VaultFile2, secret: Uint8Array): Ring {
  const opened = openRing(ring, secret, installId);
  if (!opened) throw new Fault("vault.unreadable", { reason: "ring" });
  return opened;
}

function isRingOf(file: VaultFile, secret: Uint8Array): boolean {
  return file.version === 2 && openRing(file.ring, secret, file.installId) !== undefined;
}

async function opensBy(file: VaultFile, passphrase: string): Promise<boolean> {
  const secret = file.version === 2 ? await secretOf(file, passphrase) : undefined;
  return secret !== undefined && isRingOf(file, secret);
}
