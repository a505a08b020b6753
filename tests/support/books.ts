import { realDisk } from "#main/journal/disk.ts";
import { type OpenBooks, openBooks } from "#main/open-books.ts";
import { createVault, lookAtVault, openVault } from "#main/vault/open-vault.ts";
import type { Vault, VaultKind } from "#main/vault/vault.ts";
import type { VaultPlace } from "#main/vault/vault-place.ts";

/** The passphrase of every live branch in the tests. */
export const TRIAL_PASSPHRASE = "Trial branch, two envelopes";

/** Light, for this passphrase guards nothing. */
export const TRIAL_COST = { n: 2 ** 4, r: 8, p: 1 };

/** The vault's place in a test's folder; `more` where the test is about one of these. */
export function testVaultPlace(
  folder: string,
  kind: VaultKind,
  more: Partial<VaultPlace> = {},
): VaultPlace {
  return { folder, kind, disk: realDisk, now: Date.now, cost: TRIAL_COST, ...more };
}

/** The vault of a test's folder, made the first time. */
export async function openTestVault(folder: string, kind: VaultKind): Promise<Vault> {
  const place = testVaultPlace(folder, kind);
  const { status } = await lookAtVault(place);
  const isNew = status === "absent" || status === "in-clear";
  const opened = await (isNew ? createVault : openVault)(place, TRIAL_PASSPHRASE);
  if (!opened.ok) throw new Error(`the vault stays closed: ${opened.refusal.code}`);
  return opened.value;
}

/** The books of a test's folder, founded with an empty vault the first time. */
export async function openTestBooks(
  folder: string,
  kind: VaultKind,
  disk = realDisk,
): Promise<OpenBooks> {
  return openBooks(folder, await openTestVault(folder, kind), disk);
}
