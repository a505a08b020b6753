import type { day as chinese } from "#renderer/wording/zh-CN/day.ts";

/** The branch's day: opened, reported, balanced and closed (1004, 1105). */
export const day = {
  action: "What is done",
  report: "Report",
  "report.x": "X, how the day stands (any time, ends nothing)",
  "report.z": "Z, day end (once a day, seals the books)",
  "now.none": "The branch has no business day yet.",
  "now.open": "Business day {{date}}, open.",
  "now.balanced": "Business day {{date}}, balanced and not closed yet.",
  "now.closed": "The business day {{date}} is over and the branch closed.",
} satisfies typeof chinese;
