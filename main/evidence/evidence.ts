import { randomUUID } from "node:crypto";
import type { RequestHash } from "#core/authorisation/grant.ts";
import type { Evidence, Written } from "#core/commands/command.ts";
import { EvidenceRef } from "#core/contract/transactions.ts";

/** How long what a device saw may serve, in ms. Longer than any customer stands at the counter. */
const EVIDENCE_MS = 15 * 60 * 1000;
const EVIDENCE_MAX = 200;

/** What devices have seen, in memory only; windows hold names of it and nothing else. */
export interface EvidenceBox {
  readonly keep: (evidence: Evidence) => EvidenceRef;
  /** Keeps a card or a batch made or erased for one request: for any other it never was. */
  readonly keepWritten: (written: Written, request: RequestHash) => EvidenceRef;
  readonly look: (ref: string) => Evidence | undefined;
  /** How long ago it was seen, in ms; undefined once it serves no more. */
  readonly ageMs: (ref: string) => number | undefined;
  readonly lookWritten: (ref: string, request: RequestHash) => Written | undefined;
  /** Evidence serves one posting; afterwards, and after a wrong PIN, it is gone. */
  readonly burn: (refs: readonly string[]) => void;
  /**
   * Documents of a request that waits for a second person outlast whoever sits here, for so many ms
   * (9004). A card that was swiped and whatever was keyed in never do: they are shown again.
   */
  readonly setAside: (refs: readonly string[], forMs: number) => void;
  /** Whoever comes to the counter next finds nothing of what was shown before. */
  readonly empty: () => void;
}

interface Kept {
  readonly evidence: Evidence;
  readonly since: number;
  readonly request?: RequestHash;
  /** Set aside until then, whoever sits here. */
  readonly asideUntil?: number;
}

/** An empty box. `now` is a stopwatch in ms: moving the branch's clock makes nothing stale. */
export function createEvidenceBox(now: () => number): EvidenceBox {
  const box = new Map<string, Kept>();

  function keep(evidence: Evidence, request?: RequestHash): EvidenceRef {
    const ref = EvidenceRef.parse(`e-${randomUUID()}`);
    box.set(ref, { evidence, since: now(), ...(request ? { request } : {}) });
    const [oldest] = box.keys();
    if (box.size > EVIDENCE_MAX && oldest) box.delete(oldest);
    return ref;
  }

  function find(ref: string): Kept | undefined {
    const kept = box.get(ref);
    return kept && now() <= (kept.asideUntil ?? kept.since + EVIDENCE_MS) ? kept : undefined;
  }

  return {
    keep: (evidence) => keep(evidence),
    keepWritten: keep,
    look: (ref) => find(ref)?.evidence,
    ageMs(ref) {
      const kept = find(ref);
      return kept && now() - kept.since;
    },
    lookWritten(ref, request) {
      const { evidence, request: own } = find(ref) ?? {};
      return evidence && isWritten(evidence) && own === request ? evidence : undefined;
    },
    burn(refs) {
      for (const ref of refs) box.delete(ref);
    },
    setAside(refs, forMs) {
      for (const ref of refs) {
        const kept = find(ref);
        if (kept?.evidence.type !== "document") continue;
        box.set(ref, { ...kept, asideUntil: now() + forMs });
      }
    },
    empty() {
      for (const [ref, { asideUntil }] of box) if (asideUntil === undefined) box.delete(ref);
    },
  };
}

function isWritten(evidence: Evidence): evidence is Written {
  const { type } = evidence;
  return type === "written" || type === "batch-file" || type === "erased";
}

/** Every name of evidence inside a request, wherever it stands. */
export function refsIn(input: unknown): readonly string[] {
  if (typeof input === "string") return EvidenceRef.safeParse(input).success ? [input] : [];
  if (typeof input !== "object" || input === null) return [];
  return Object.values(input).flatMap(refsIn);
}
