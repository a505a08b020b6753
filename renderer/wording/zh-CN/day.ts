/** The branch's day: opened, reported, balanced and closed (1004, 1105). */
export const day = {
  action: "办理",
  report: "报表",
  "report.x": "X 日间报表（随时，不结账）",
  "report.z": "Z 日终轧账（每日一次，封账）",
  "now.none": "网点还没有营业日。",
  "now.open": "营业日 {{date}}，营业中。",
  "now.balanced": "营业日 {{date}}，已轧账，未关机。",
  "now.closed": "营业日 {{date}} 已结束，网点已关机。",
};
