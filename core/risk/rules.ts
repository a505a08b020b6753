import * as counter from "#core/risk/counter-rules.ts";
import type { Deed } from "#core/risk/deed.ts";
import { RiskRuleId } from "#core/risk/risk-flag.ts";
import type { Finding, RiskRule } from "#core/risk/rule.ts";
import type { RiskSetting, RiskSettings } from "#core/risk/settings.ts";
import type { Signals } from "#core/risk/signals.ts";
import * as watching from "#core/risk/watching-rules.ts";

/** 风险规则表: every rule there is. One without a line here does not compile. */
export const riskRules: { readonly [R in RiskRuleId]: RiskRule<R> } = {
  "manual-card-entry": counter.manualCardEntry,
  "many-cards": counter.manyCards,
  "shared-phone": counter.sharedPhone,
  "account-and-channel-same-day": counter.accountAndChannelSameDay,
  "replaced-then-raised": counter.replacedThenRaised,
  "replaced-then-phone": counter.replacedThenPhone,
  "recurring-agent": counter.recurringAgent,
  "wrong-answers-across-customers": watching.wrongAnswersAcrossCustomers,
  "unmasked-without-transaction": watching.unmaskedWithoutTransaction,
  "unusual-payment": watching.unusualPayment,
};

/** A rule that spoke up over a deed, and what the branch has it do. */
export interface Spoken extends Finding {
  readonly rule: RiskRuleId;
  readonly setting: Pick<RiskSetting<RiskRuleId>, "outcome" | "level">;
}

/** What the rules say of a deed, as the branch has them: the one function, for now and for the past. */
export function spokenOver(
  deed: Deed,
  signals: Signals,
  settings: RiskSettings,
): readonly Spoken[] {
  return RiskRuleId.options.flatMap((rule) => said(rule, deed, signals, settings) ?? []);
}

function said<R extends RiskRuleId>(
  rule: R,
  deed: Deed,
  signals: Signals,
  settings: RiskSettings,
): Spoken | undefined {
  const { on, find }: RiskRule<R> = riskRules[rule];
  const setting: RiskSetting<R> = settings[rule];
  if (!setting.on || !on.includes(deed.kind)) return undefined;
  const finding = find(deed, signals, setting.numbers);
  return finding && { ...finding, rule, setting };
}

/** The strictest of what several rules want. */
export function strictest(spoken: readonly Spoken[]): Spoken["setting"]["outcome"] | undefined {
  const wanted = spoken.map(({ setting }) => setting.outcome);
  return (["refuse", "confirm", "level", "warn"] as const).find((one) => wanted.includes(one));
}
