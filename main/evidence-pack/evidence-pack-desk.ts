import { createHash } from "node:crypto";
import type { Input } from "#core/contract/contract.ts";
import type { EvidencePackView } from "#core/contract/protection-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { namesCase, strandsOf } from "#core/evidence-pack/case-strands.ts";
import type { EvidencePackRefusal } from "#core/evidence-pack/evidence-entry.ts";
import type { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { LossCase } from "#core/loss/loss-case.ts";
import { goodPassphrase } from "#core/vault/passphrase.ts";
import type { Desk } from "#main/desk.ts";
import { openExportFolder } from "#main/exports/export-folder.ts";
import { sealedExport } from "#main/exports/sealed-export.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { Disk } from "#main/journal/disk.ts";
import type { Journal } from "#main/journal/journal.ts";
import { concerning } from "#main/transactions.ts";
import type { Vault } from "#main/vault/vault.ts";
import { type EvidencePack, packLimits, signedPack } from "./evidence-pack.ts";
import { gatherFrames } from "./gather-frames.ts";

/** What evidence packs are made of. */
interface Parts {
  /** The data folder. */
  readonly folder: string;
  readonly disk: Disk;
  readonly desk: Desk;
  readonly journal: Journal;
  readonly vault: Vault;
}

/** A posting of 9005 whose file may be written. */
interface Allowed {
  readonly batch: Batch;
  readonly lossCase: LossCase;
  readonly reason: string;
}

/**
 * Writes the file that a posting of 9005 allows: once, on the same day, by whoever posted it. The
 * journal is read and verified beside the counter's work; afterwards it has the file's hash.
 */
export function evidencePackHandlers(parts: Parts): Pick<Handlers, "evidence-pack.write"> {
  let isBusy = false;

  return {
    "evidence-pack.write": async (asked) => {
      if (isBusy) return refuse({ code: "evidence-pack.busy" });
      const teller = parts.desk.atWork();
      if (!teller.ok) return teller;
      const allowed = allowedBy(parts.desk, teller.value.id, asked.authorised);
      if (!allowed.ok) return allowed;
      const passphrase = goodPassphrase(asked.passphrase);
      if (!passphrase.ok) return passphrase;

      isBusy = true;
      try {
        return await write(parts, allowed.value, asked);
      } finally {
        isBusy = false;
      }
    },
  };
}

function allowedBy(
  { ledger, books, today }: Desk,
  teller: string,
  sequence: number,
): Result<Allowed, EvidencePackRefusal> {
  const batch = ledger.batch(sequence);
  const entry = batch?.entries.find(({ type }) => type === "evidence.authorised");
  const isOwn = batch?.teller === teller && batch.businessDate === today();
  if (!isOwn || entry?.type !== "evidence.authorised") {
    return refuse({ code: "evidence-pack.not-authorised" });
  }
  if (isPacked(ledger, batch)) return refuse({ code: "evidence-pack.made-already" });

  const lossCase = known(books.find("lossCase", entry.lossCase), "a pack is allowed of a case");
  return accept({ batch, lossCase, reason: entry.reason });
}

/** Whether the file of that posting was written; both are of one day. */
function isPacked(ledger: Desk["ledger"], { businessDate: date, sequence }: Batch): boolean {
  for (let page = 0; ; page += 1) {
    const { rows } = ledger.journalPage({ date, type: "evidence.packed", page });
    const entries = rows.flatMap((batch) => batch.entries);
    if (entries.some((e) => e.type === "evidence.packed" && e.authorised === sequence)) return true;
    if (rows.length === 0) return false;
  }
}

async function write(
  parts: Parts,
  { batch, lossCase, reason }: Allowed,
  { passphrase }: Input<"evidence-pack.write">,
): Promise<Result<EvidencePackView, Refusal>> {
  const { desk, folder, disk, vault } = parts;
  const pack = await packOf(parts, { batch, lossCase, reason });
  const document = signedPack(pack, vault.signing.sign);
  const text = await sealedExport(document, { passphrase, contents: "application/json" });
  if (!desk.isInService()) throw new Fault("workstation.out-of-service");

  const name = `evidence-${lossCase.number}-${batch.sequence}.json.jwe`;
  const file = openExportFolder(folder, disk).lay(name, text);
  const sha256 = createHash("sha256").update(document).digest("hex");
  const { number } = lossCase;
  const { sequence: authorised, teller } = batch;
  desk.commit({
    teller,
    code: "9005",
    entries: [{ type: "evidence.packed", lossCase: number, reason, authorised, sha256 }],
  });
  return accept({ file, sha256, entries: pack.frames.length });
}

/** Everything about the case up to this moment, so the posting that allows it is in it as well. */
async function packOf(parts: Parts, { batch, lossCase, reason }: Allowed): Promise<EvidencePack> {
  const { desk, journal, vault } = parts;
  const { branch } = known(desk.branch(), "somebody is at work, so the branch was founded");
  const until = journal.point();
  const at = desk.now();
  const naming = concerning(desk, lossCase.customer).filter((one) =>
    namesCase(one, lossCase.number),
  );
  const strands = strandsOf(lossCase.number, [...naming, batch]);
  const slips = [...strands.slips].map((slip) =>
    known(desk.books.find("slip", slip), "an issued slip is kept"),
  );
  const frames = await gatherFrames(journal, strands); // Up to `until`: nothing came between.
  const head = { sequence: until.sequence, hash: until.hash.toString("hex") };
  return {
    format: "guitai-evidence-pack",
    version: 1,
    install: vault.installId,
    kind: vault.kind,
    branch,
    lossCase,
    made: {
      at,
      by: batch.teller,
      approvers: batch.approvers,
      reason,
      authorised: batch.sequence,
    },
    verified: { result: "whole", frames: until.sequence, head },
    frames,
    slips,
    limits: packLimits,
    signer: vault.signing.publicKey,
  };
}
