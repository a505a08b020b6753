import type { Command } from "#core/commands/command.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 9012 风险预警复核: what a chief makes of a warning, in a word and in a sentence (1.6). Once and for
 * good: whoever thinks otherwise later has the journal to say so in. The audit looks and judges nothing,
 * and nobody judges a warning over what they keyed themselves.
 */
export const reviewRisk: Command<"9012"> = ({ flag: id, verdict, words }, context) => {
  const { books, teller, now, parameters } = context;
  if (teller.role === "auditor") {
    const may = (parameters.rights?.["9012"] ?? chiefs).filter((role) => role !== "auditor");
    return refuse({ code: "teller.role", role: teller.role, may });
  }
  const flag = books.find("riskFlag", id);
  if (!flag) return refuse({ code: "risk.flag-unknown" });
  if (flag.review) return refuse({ code: "risk.already-reviewed" });
  if (flag.teller === teller.id) return refuse({ code: "risk.own-flag" });

  return accept({
    level: "A0",
    entries: [
      { type: "risk.reviewed", flag: id, review: { by: teller.id, at: now, verdict, words } },
    ],
    outcome: {
      facts: [
        termFact("risk", `risk.${flag.rule}`),
        termFact("riskVerdict", `risk-verdict.${verdict}`),
        textFact("reason", words),
      ],
      relations: [],
    },
  });
};

const chiefs = ["supervisor", "branch-head"] as const;
