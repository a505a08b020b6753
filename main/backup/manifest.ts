import type { JournalKind } from "#main/journal/owner.ts";

/** One file of a backup as its manifest names it. */
export interface ListedFile {
  readonly name: string;
  readonly size: number;
  /** SHA-256 of its bytes, as hexadecimal digits. */
  readonly sha256: string;
}

/** What a backup says of itself, before its files are known. */
export interface ManifestHead {
  /** 16 bytes as hexadecimal digits. */
  readonly installId: string;
  readonly kind: JournalKind;
  readonly branch: string;
  /** Milliseconds since 1970, by the branch's clock. */
  readonly madeAt: number;
  /** Version of the program that made it. */
  readonly program: string;
  /** The place in the journal up to which the backup goes. */
  readonly journal: {
    readonly sequence: number;
    /** The chain's hash there, as hexadecimal digits. */
    readonly hash: string;
    readonly segment: number;
    readonly end: number;
  };
}

/** The manifest's name; it is the first file of the archive. */
export const MANIFEST_NAME = "manifest.json";

/**
 * `manifest.json`, format 1: whose backup, up to where, and the SHA-256 of every file in the order
 * of the archive. `clearSegments` names what an older program left in clear. A reader takes exactly
 * this text for these facts, so that no byte of it can be another one.
 */
export function manifestText(
  { installId, kind, branch, madeAt, program, journal }: ManifestHead,
  {
    clearSegments,
    files,
  }: { readonly clearSegments: readonly string[]; readonly files: readonly ListedFile[] },
): string {
  const { sequence, hash, segment, end } = journal;
  const content = {
    format: "guitai.backup",
    version: 1,
    installId,
    kind,
    branch,
    madeAt,
    program,
    journal: { sequence, hash, segment, end },
    clearSegments,
    files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
