import type { EvidenceRefusal } from "#core/contract/refusal.ts";
import {
  type Checked,
  type DoubtRefusal,
  doubtRefusal,
  type Resolution,
} from "#core/identity/resolution.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * Why an answer of the check lets nothing go on; undefined where it does (3.8).
 *
 * A document that was declared invalid identifies nobody, whatever else the teller saw: another one
 * must be shown, or 2002 tells the police. Every other doubt is the teller's to settle.
 */
export function checkRefusal(checked: Checked): EvidenceRefusal | DoubtRefusal | undefined {
  return checked.check === "document-invalid"
    ? { code: "identity.check-failed", result: checked.check }
    : doubtRefusal(checked);
}

/** What the check answered, and how a doubt was settled. */
export function checkFacts({ check, resolution }: Checked): readonly Fact[] {
  return [termFact("check", `check.${check}`), ...resolutionFacts("resolution", resolution)];
}

/** The same of an agent's document. */
export function agentCheckFacts({ check, resolution }: Checked): readonly Fact[] {
  return [
    termFact("agentCheck", `check.${check}`),
    ...resolutionFacts("agentResolution", resolution),
  ];
}

function resolutionFacts(
  name: "resolution" | "agentResolution",
  resolution: Resolution | undefined,
): readonly Fact[] {
  if (!resolution) return [];
  return [
    termFact(name, `resolution.${resolution.by}`),
    ...(resolution.words ? [textFact(name, resolution.words)] : []),
  ];
}
