import { known } from "#core/kernel/assert.ts";

/** A live journal holds real customers' money; a demonstration's is invented. Never mixed. */
export type JournalKind = "live" | "demonstration";

/** What seals a journal so that only its own install can continue and read it. A `Vault` is one. */
export interface JournalKeys {
  /** 16 bytes as hexadecimal digits. */
  readonly installId: string;
  /** The HMAC-SHA-256 key of HEAD, of segment headers and of frames in clear, 32 bytes. */
  readonly journalMac: Uint8Array;
  /** Every AES-256 key that bodies were ever sealed with, 32 bytes each, by its number from 1. */
  readonly bodyKeys: ReadonlyMap<number, Uint8Array>;
  /** The key of `bodyKeys` that new segments are written with. */
  readonly bodyKeyId: number;
}

/** The key with that number, which the caller has already found to be there. */
export function bodyKeyOf(keys: JournalKeys, id: number): Uint8Array {
  return known(keys.bodyKeys.get(id), "the key of a segment's bodies is in the vault");
}
