/** Checks, false documents and agents: 2002 and 2005. */
export const identity = {
  finding: "核查结论",
  "finding.checked": "核查并保存结果",
  "finding.forged": "伪造证件，拒绝业务并报告",
  "forged.hint": "只写所见的事实。证件和持有人报公安机关；号码的真正持有人照常办理业务。",
  "forged.name": "证件所载姓名",
  "forged.sign": "凭什么认定",
  "forged.words": "所见情形",
  "forged.business": "来人要办什么业务",
  "forged.retained": "证件去向",
  "agency.action": "办理",
  "agency.register": "登记代理关系",
  "agency.end": "终止代理关系",
  "agency.none": "这位客户没有可终止的代理关系。",
  agencies: "代理关系",
  "standing.serves": "有效至 {{validTo}}",
  "standing.expired": "已于 {{validTo}} 到期",
  "standing.ended": "已终止",
  "false-documents":
    "有人持此号码的伪造证件来过（{{count}} 次，最近 {{date}}）：请仔细核对本人，真正的持证人照常办理。",
};
