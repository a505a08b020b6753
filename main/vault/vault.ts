import { derived, newestOf, type Ring, type Signing, signingWith } from "./ring.ts";
import type { VaultFile2 } from "./vault-file.ts";

/** Whose data a folder holds: real customers', or invented ones of a demonstration. */
export type VaultKind = VaultFile2["kind"];

/** The keys of one purpose, by the number of the data key that they come from. */
export type NumberedKeys = ReadonlyMap<number, Uint8Array>;

/**
 * The keys of one installation, each good for one purpose only. Never log or send a vault.
 *
 * What identities and PINs hang on comes from one master key that lives as long as the
 * installation; what seals data comes from the data keys, of which the newest serves. All are
 * made by HKDF-SHA-256 (RFC 5869), salted with the install id.
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
  readonly bodyKeys: NumberedKeys;
  /** The data key that serves now: for contents, snapshots and exports alike. */
  readonly bodyKeyId: number;
  /** Since when that data key serves; milliseconds since 1970. */
  readonly bodyKeySince: number;
  /** Seal snapshots of the ledger, by their numbers. */
  readonly snapshotKeys: NumberedKeys;
  /** Seal what leaves the data folder, backups and exports, by their numbers. */
  readonly exportKeys: NumberedKeys;
  /** Goes into PIN and password hashes, so that the journal alone does not let them be guessed. */
  readonly pinPepper: Uint8Array;
  /** Makes the verification values of issued cards. */
  readonly cardVerification: Uint8Array;
  /** Keyed look-up of card and identity numbers; a plain hash of those can be guessed in seconds. */
  readonly searchIndex: Uint8Array;
  /** What stands on password cards; a demonstration's cards have a key space of their own. */
  readonly passwordCard: Uint8Array;
  /** Makes the digits of codes that go out by message; a demonstration's have a key of their own. */
  readonly smsCode: Uint8Array;
  /** Signs for this installation. */
  readonly signing: Signing;
  /** Whether the file has a slot that a machine's key store opens without anybody. */
  readonly hasKeyStore: boolean;
}

/**
 * The vault that a ring makes. The keys of a file of the first version keep their values: they come
 * from the same master key under the same purposes.
 */
export function vaultOf(ring: Ring, { kind, installId, createdAt, slots }: VaultFile2): Vault {
  const master = Buffer.from(ring.masterKey, "hex");
  const fromMaster = (purpose: string) => derived(master, installId, `guitai/1/${purpose}`);
  const numbered = (purpose: string): NumberedKeys =>
    new Map(
      ring.dataKeys.map(({ id, key }) => [
        id,
        derived(Buffer.from(key, "hex"), installId, `guitai/2/${purpose}`),
      ]),
    );
  const newest = newestOf(ring);
  return {
    kind,
    installId,
    createdAt,
    journalMac: fromMaster("journalMac"),
    bodyKeys: numbered("journalBody"),
    bodyKeyId: newest.id,
    bodyKeySince: newest.createdAt,
    snapshotKeys: numbered("snapshot"),
    exportKeys: numbered("export"),
    pinPepper: fromMaster("pinPepper"),
    cardVerification: fromMaster("cardVerification"),
    searchIndex: fromMaster("searchIndex"),
    passwordCard: fromMaster(`passwordCard/${kind}`),
    smsCode: fromMaster(`smsCode/${kind}`),
    signing: signingWith(ring),
    hasKeyStore: slots.some(({ method }) => method === "key-store"),
  };
}
