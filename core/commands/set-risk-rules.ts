import type { ParameterRefusal } from "#core/branch/parameter-list.ts";
import type { Command } from "#core/commands/command.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { riskValue, withRiskValue } from "#core/risk/risk-rows.ts";
import type { RiskSettings } from "#core/risk/settings.ts";
import { changeFact, textFact } from "#core/slip/facts.ts";

/** One line of 9013: what is set, what it was when the page showed it, and what it is to be. */
export interface RiskChange {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/**
 * 9013 风险规则: which rules look, what they do and from which numbers on (1.6). It holds from the next
 * request on; what was posted before is not judged anew. The try-out says beforehand what it would do.
 */
export const setRiskRules: Command<"9013"> = ({ changes, reason }, { parameters }) => {
  const risk = withRiskChanges(parameters.risk, changes);
  if (!risk.ok) return risk;
  return accept({
    level: "A3",
    entries: [{ type: "parameters.set", parameters: { ...parameters, risk: risk.value } }],
    outcome: {
      facts: [
        ...changes.map((change) => changeFact("parameter", change)),
        textFact("reason", reason),
      ],
      relations: [],
    },
  });
};

/** The rules as they would be, each change on the value that the page showed. */
export function withRiskChanges(
  risk: RiskSettings,
  changes: readonly RiskChange[],
): Result<RiskSettings, ParameterRefusal> {
  const paths = new Set(changes.map(({ path }) => path));
  if (paths.size < changes.length) return refuse({ code: "parameters.contradict" });

  let standing = risk;
  for (const { path, from, to } of changes) {
    const now = riskValue(standing, path);
    if (now === undefined) return refuse({ code: "parameters.unknown", path });
    if (now !== from) return refuse({ code: "parameters.changed-meanwhile", path, now });
    if (now === to) return refuse({ code: "parameters.nothing-changed" });
    const next = withRiskValue(standing, path, to);
    if (!next) return refuse({ code: "parameters.out-of-bounds", path });
    standing = next;
  }
  return accept(standing);
}
