import { createHash } from "node:crypto";
import type { Sealing } from "#core/day/day-seal.ts";
import type { OpenBooks } from "#main/open-books.ts";
import { sealCode } from "./seal-code.ts";

/** What the day end needs to know and to have signed, from open books as they stand when asked. */
export function sealingOf({ vault, journal, ledger }: OpenBooks): () => Sealing {
  return () => {
    const { sequence, hash } = journal.point();
    const before = ledger.books.find("branch", "branch")?.seal?.code;
    return {
      install: vault.installId,
      signer: vault.signing.publicKey,
      head: { sequence, hash: hash.toString("hex") },
      previous:
        before === undefined ? undefined : createHash("sha256").update(before).digest("hex"),
      figuresSince: ledger.figuresSince,
      talliesOf: ledger.talliesOf,
      sign: (seal) => sealCode(seal, vault.signing.sign),
    };
  };
}
