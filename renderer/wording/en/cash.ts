import type { cash as chinese } from "#renderer/wording/zh-CN/cash.ts";

export const cash = {
  "account.none": "This customer has no account that can be used.",
  "card.label": "Card number the payer names",
  "card.none": "No card named",
  "swipe.label": "The card that draws",
  blocked: "Nothing can be drawn from account {{number}} now. See what holds it.",
  "payer.label": "From the account",
  "payer.card": "Card of the payer",
  "payee.name": "Payee",
  "payee.account": "Payee account number",
} satisfies typeof chinese;
