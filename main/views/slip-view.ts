import type { Branch } from "#core/branch/branch.ts";
import type { SlipView } from "#core/contract/posting-view.ts";
import { maskedFacts } from "#core/slip/masked-facts.ts";
import type { Slip } from "#core/slip/slip.ts";

/** A slip as it is printed; that of a demonstration says so on its face (design rule 11). */
export function slipView(slip: Slip, kind: Branch["kind"]): SlipView {
  const { prints: _keptToOurselves, ...shown } = slip;
  return { ...shown, demonstration: kind === "demonstration" };
}

/** A slip as lists show it, to whoever does not print it. */
export function listedSlipView(slip: Slip, kind: Branch["kind"]): SlipView {
  return { ...slipView(slip, kind), facts: maskedFacts(slip.facts) };
}
