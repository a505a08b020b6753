import type { fee as chinese } from "#renderer/wording/zh-CN/fee.ts";

export const fee = {
  "owed.title": "Fees owed",
  "owed.line": "{{kind}} · {{amount}} yuan · owed since {{owedOn}} · slip {{slip}}",
  "owed.said": "{{kind}} · {{amount}} yuan · {{owedOn}}",
  "owed.label": "Fee owed",
  "owed.none": "This customer owes no fee.",
  "way.label": "What becomes of it",
  "way.cash": "Collect in cash",
  "way.account": "Collect from an account of the customer",
  "way.waived": "Waive (with a supervisor)",
  "waiver.label": "Reason for the waiver",
} satisfies typeof chinese;
