import { assert } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import { withoutKeyStore } from "./key-store.ts";
import { openRing, type Ring } from "./ring.ts";
import { secretByKeyStore, secretByPassphrase } from "./slots.ts";
import { type Vault, vaultOf } from "./vault.ts";
import type { Slot, VaultFile2 } from "./vault-file.ts";
import type { VaultPlace } from "./vault-place.ts";

/** The secret that opens without anybody, on this machine. */
export async function freeSecret(
  { slots, installId }: VaultFile2,
  { keyStore = withoutKeyStore }: VaultPlace,
): Promise<{ readonly secret: Uint8Array; readonly isStale: boolean } | undefined> {
  const slot = slots.find((one) => one.method === "key-store");
  return slot && secretByKeyStore(slot, installId, keyStore);
}

/** The secret behind a passphrase; undefined where it is another. A demonstration's lies open. */
export async function secretOf(
  file: VaultFile2,
  passphrase: string,
): Promise<Uint8Array | undefined> {
  const slot = file.slots.find((one) => one.method === "passphrase");
  return slot ? secretByPassphrase(slot, passphrase, file.installId) : secretInClear(file);
}

/** The secret of a demonstration. */
export function secretInClear({ slots }: VaultFile2): Uint8Array {
  const slot = slots.find((one: Slot) => one.method === "none");
  assert(slot?.method === "none", "only a demonstration is opened without a passphrase");
  return Buffer.from(slot.secret, "hex");
}

/** The vault that a secret opens. */
export function openedBy(secret: Uint8Array, file: VaultFile2): Vault {
  return vaultOf(ringOf(file, secret), file);
}

/** The ring. The slots gave the right secret, so a ring that does not open was damaged or put here. */
export function ringOf({ ring, installId }: VaultFile2, secret: Uint8Array): Ring {
  const opened = openRing(ring, secret, installId);
  if (!opened) throw new Fault("vault.unreadable", { reason: "ring" });
  return opened;
}

/** Whether the secret opens the ring of the file. */
export function isRingOf({ ring, installId }: VaultFile2, secret: Uint8Array): boolean {
  return openRing(ring, secret, installId) !== undefined;
}

/** Whether the passphrase opens all of the file. */
export async function opensBy(file: VaultFile2, passphrase: string): Promise<boolean> {
  const secret = await secretOf(file, passphrase);
  return secret !== undefined && isRingOf(file, secret);
}
