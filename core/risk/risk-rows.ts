import { type ParameterShape, valueFrom, valueIn, withValue } from "#core/branch/parameter-list.ts";
import { type RiskOutcome, RiskRuleId } from "#core/risk/risk-flag.ts";
import { type RiskBound, RiskSettings, riskNumbers, riskOutcomes } from "#core/risk/settings.ts";

/** One thing that 9013 can set of a rule: whether it looks, what it does, at which level, a number. */
export interface RiskRow {
  /** Such as `risk.many-cards.numbers.cards`: where it stands in the parameters. */
  readonly path: string;
  readonly rule: RiskRuleId;
  /** The name of the number; absent for the three that every rule has. */
  readonly number?: string;
  readonly shape: ParameterShape;
}

/** Everything that 9013 can set, rule by rule. */
export const riskRows: readonly RiskRow[] = RiskRuleId.options.flatMap((rule) => {
  const bounds: readonly (readonly [string, RiskBound])[] = Object.entries(riskNumbers[rule]);
  return [
    { path: `risk.${rule}.on`, rule, shape: { kind: "yes-no" } },
    {
      path: `risk.${rule}.outcome`,
      rule,
      shape: { kind: "choice", options: [...riskOutcomes[rule]] },
    },
    ...levelRow(rule),
    ...bounds.map(
      ([number, bound]): RiskRow => ({
        ...{ path: `risk.${rule}.numbers.${number}`, rule, number, shape: shapeOf(bound) },
      }),
    ),
  ];
});

/** The level that a rule asks for, where it may ask for one. */
function levelRow(rule: RiskRuleId): readonly RiskRow[] {
  const outcomes: readonly RiskOutcome[] = riskOutcomes[rule];
  if (!outcomes.includes("level")) return [];
  return [
    { path: `risk.${rule}.level`, rule, shape: { kind: "choice", options: ["A1", "A2", "A3"] } },
  ];
}

/** The row of a path; undefined for what no rule has. */
export function riskRowOf(path: string): RiskRow | undefined {
  return riskRows.find((row) => row.path === path);
}

/** A value of the rules as text, the form in which 9013 asks for it; undefined for what is none. */
export function riskValue(risk: RiskSettings, path: string): string | undefined {
  return riskRowOf(path) && valueIn({ risk }, path);
}

/** The rules with one value set; undefined beyond its bounds. */
export function withRiskValue(
  risk: RiskSettings,
  path: string,
  to: string,
): RiskSettings | undefined {
  const row = riskRowOf(path);
  const value = row && valueFrom(to, row.shape);
  if (value === undefined) return undefined;
  const whole = Object.entries(withValue({ risk }, path, value))[0]?.[1];
  return RiskSettings.safeParse(whole).data;
}

function shapeOf({ unit, least, most }: RiskBound): ParameterShape {
  return unit === "fen" ? { kind: "money", least, most } : { kind: "count", unit, least, most };
}
