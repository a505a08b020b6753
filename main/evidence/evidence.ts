import { randomUUID } from "node:crypto";
import type { RequestHash } from "#core/authorisation/grant.ts";
import type { Evidence } from "#core/commands/command.ts";
import { EvidenceRef } from "#core/contract/transactions.ts";

/** How long what a device saw may serve, in ms. Longer than any customer stands at the counter. */
const EVIDENCE_MS = 15 * 60 * 1000;
const EVIDENCE_MAX = 200;

/** What devices have seen, in memory only; windows hold names of it and nothing else. */
export interface EvidenceBox {
  readonly keep: (evidence: Evidence) => EvidenceRef;
  /** Keeps a card or a batch made for one request: for any other it was never made. */
  readonly keepWritten: (written: Written, request: RequestHash) => EvidenceRef;
  readonly look: (ref: string) => Evidence | undefined;
  readonly lookWritten: (ref: string, request: RequestHash) => Written | undefined;
  /** Evidence serves one posting; afterwards, and after a wrong PIN, it is gone. */
  readonly burn: (refs: readonly string[]) => void;
  /** Whoever comes to the counter next finds nothing of what was shown before. */
  readonly empty: () => void;
}

/** What was made for one request before it can be posted. */
type Written = Extract<Evidence, { type: "written" | "batch-file" }>;

interface Kept {
  readonly evidence: Evidence;
  readonly until: number;
  readonly request?: RequestHash;
}

/** An empty box. `now` is a stopwatch in ms: moving the branch's clock makes nothing stale. */
export function createEvidenceBox(now: () => number): EvidenceBox {
  const box = new Map<string, Kept>();

  function keep(evidence: Evidence, request?: RequestHash): EvidenceRef {
    const ref = EvidenceRef.parse(`e-${randomUUID()}`);
    box.set(ref, { evidence, until: now() + EVIDENCE_MS, ...(request ? { request } : {}) });
    const [oldest] = box.keys();
    if (box.size > EVIDENCE_MAX && oldest) box.delete(oldest);
    return ref;
  }

  function find(ref: string): Kept | undefined {
    const kept = box.get(ref);
    return kept && now() <= kept.until ? kept : undefined;
  }

  return {
    keep: (evidence) => keep(evidence),
    keepWritten: keep,
    look: (ref) => find(ref)?.evidence,
    lookWritten(ref, request) {
      const { evidence, request: own } = find(ref) ?? {};
      const isMade = evidence?.type === "written" || evidence?.type === "batch-file";
      return isMade && own === request ? evidence : undefined;
    },
    burn(refs) {
      for (const ref of refs) box.delete(ref);
    },
    empty: () => box.clear(),
  };
}

/** Every name of evidence inside a request, wherever it stands. */
export function refsIn(input: unknown): readonly string[] {
  if (typeof input === "string") return EvidenceRef.safeParse(input).success ? [input] : [];
  if (typeof input !== "object" || input === null) return [];
  return Object.values(input).flatMap(refsIn);
}
