/** The ways in which machinery fails. Stable: logs and support refer to them. */
export type FaultCode =
  | "journal.damaged"
  | "journal.locked"
  | "journal.write-failed"
  | "ledger.failed"
  /** A snapshot of the ledger could not be made; the journal, and the snapshots before, are whole. */
  | "snapshot.failed"
  | "vault.unreadable"
  /** The file of the keys could not be replaced; the old one or the new one stands, whole. */
  | "vault.write-failed"
  /** Another program changed the file of the keys meanwhile; nothing was written over it. */
  | "vault.changed"
  | "data-folder.wrong-kind"
  | "reader.protocol"
  /** The reader's settings could not be written or named. */
  | "reader.recording-failed"
  | "reader.settings-failed"
  /** A commit failed before; only opening the books again mends it. */
  | "workstation.out-of-service"
  | "printer.failed"
  /** The file for the printer's shop could not be written or named. */
  | "batch.file-failed"
  /** A file that was to leave the branch could not be written or named. */
  | "export.file-failed"
  /** Another file lay under the name of a day's seal: it was set aside, and the true one laid there. */
  | "seal.replaced"
  /** The thread that makes a backup came to grief; the books are as they were. */
  | "backup.failed"
  | "answer.malformed"
  | "internal";

/** The machinery failed: a disk, a port, a file that someone edited. The counter cannot mend it. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: FaultCode;
  /** Facts for the incident report; never secrets. */
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(
    code: FaultCode,
    facts: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(facts)}`, options);
    this.code = code;
    this.facts = facts;
  }
}
