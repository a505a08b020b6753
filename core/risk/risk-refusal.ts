import type { RiskFlagId, RiskRuleId } from "#core/risk/risk-flag.ts";

/** Why the eye lets something not happen, or not yet (1.6, W04). */
export type RiskRefusal =
  /** A rule that the branch has refuse: nothing is posted, and a chief finds the warning in 9012. */
  | { readonly code: "risk.refused"; readonly rule: RiskRuleId }
  /** The customer is asked on her telephone; after her yes the same payment goes through once. */
  | { readonly code: "risk.confirm-first"; readonly phone: string; readonly minutes: number }
  /** She said that it was not her. */
  | { readonly code: "risk.denied" }
  /** There is nothing of hers to answer, or no longer. */
  | { readonly code: "risk.nothing-to-answer"; readonly flag: RiskFlagId }
  | { readonly code: "risk.flag-unknown" }
  | { readonly code: "risk.already-reviewed" }
  /** Nobody judges a warning over what they keyed themselves. */
  | { readonly code: "risk.own-flag" }
  /** 试算 was called off, or another one runs. */
  | { readonly code: "risk.try-out-cancelled" }
  | { readonly code: "risk.try-out-busy" };
