/** Why a hold of the customer or of the bank is not placed or not lifted (6008, 6009). */
export type HoldRefusal =
  | { readonly code: "hold.unknown" }
  | { readonly code: "hold.lifted" }
  /** Each hold is lifted where it was placed: a loss by its case, an order by its organ (5.4). */
  | { readonly code: "hold.not-here"; readonly source: string }
  | { readonly code: "hold.already-placed" }
  | { readonly code: "hold.police-case-needed" }
  | { readonly code: "hold.finding-needed" }
  | { readonly code: "account.not-dormant" };
