import { randomUUID } from "node:crypto";
import type { Evidence } from "#core/commands/command.ts";
import { EvidenceRef } from "#core/contract/transactions.ts";

/** How long what a device saw may serve, in ms. Longer than any customer stands at the counter. */
const EVIDENCE_MS = 15 * 60 * 1000;
const EVIDENCE_MAX = 200;

/** What devices have seen, in memory only; windows hold names of it and nothing else. */
export interface EvidenceBox {
  readonly keep: (evidence: Evidence) => EvidenceRef;
  readonly look: (ref: string) => Evidence | undefined;
  /** Evidence serves one posting; afterwards, and after a wrong PIN, it is gone. */
  readonly burn: (refs: readonly string[]) => void;
}

/** An empty box. `now` is a stopwatch in ms: moving the branch's clock makes nothing stale. */
export function createEvidenceBox(now: () => number): EvidenceBox {
  const kept = new Map<string, { readonly evidence: Evidence; readonly until: number }>();

  return {
    keep(evidence) {
      const ref = EvidenceRef.parse(`e-${randomUUID()}`);
      kept.set(ref, { evidence, until: now() + EVIDENCE_MS });
      if (kept.size > EVIDENCE_MAX) {
        const [oldest] = kept.keys();
        if (oldest) kept.delete(oldest);
      }
      return ref;
    },
    look(ref) {
      const found = kept.get(ref);
      return found && now() <= found.until ? found.evidence : undefined;
    },
    burn(refs) {
      for (const ref of refs) kept.delete(ref);
    },
  };
}

/** Every name of evidence inside a request, wherever it stands. */
export function refsIn(input: unknown): readonly string[] {
  if (typeof input === "string") return EvidenceRef.safeParse(input).success ? [input] : [];
  if (typeof input !== "object" || input === null) return [];
  return Object.values(input).flatMap(refsIn);
}
