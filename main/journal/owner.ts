/** A live journal holds real customers' money; a demonstration's is invented. Never mixed. */
export type JournalKind = "live" | "demonstration";

/** What seals a journal so that only its own install can continue it. A `Vault` is one. */
export interface JournalKeys {
  /** 16 bytes as hexadecimal digits. */
  readonly installId: string;
  /** The HMAC-SHA-256 key of HEAD, of segment headers and of frames, 32 bytes. */
  readonly journalMac: Uint8Array;
}
