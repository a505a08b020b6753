import { formatFen, signedFen } from "#core/money/fen.ts";
import type { RiskFlag } from "#core/risk/risk-flag.ts";
import { riskRowOf } from "#core/risk/risk-rows.ts";
import { wordOf } from "#renderer/wording/say-refusal.ts";
import type { Words } from "#renderer/wording/words.ts";

/** Why a rule spoke up, with what it counted, in one sentence. */
export function sayWhy(words: Words, { rule, facts }: Pick<RiskFlag, "rule" | "facts">): string {
  const amounts = ["amount", "usual"].map((name) => {
    const fen = facts[name];
    return [`${name}Text`, typeof fen === "number" ? formatFen(signedFen(fen)) : ""];
  });
  const counted: Record<string, string | number> = { ...facts, ...Object.fromEntries(amounts) };
  // One rule looks at two things, and the figures say at which.
  return rule === "unusual-payment" && "times" in facts
    ? words("risk:why.unusual-payment.often", counted)
    : words(`risk:why.${rule}`, counted);
}

/** What a line of 9013 is called; undefined for what no rule has. */
export function sayRiskPath(words: Words, path: string): string | undefined {
  const row = riskRowOf(path);
  if (!row) return undefined;
  const name = path.split(".").at(-1) ?? "";
  const what = wordOf(words, "risk", `number.${name}`, name);
  return words("risk:path", { rule: words(`term:risk.${row.rule}`), what });
}
