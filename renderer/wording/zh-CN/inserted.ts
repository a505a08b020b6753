/** Words that are put into the sentences of refusals. */
export const inserted = {
  "loss.oral": "口头挂失",
  "loss.formal": "书面挂失",
  "password.short": "不足 12 位",
  "password.letters-and-digits": "须同时有字母和数字",
  "password.same": "与旧密码相同",
  "field.amount": "金额",
  "field.identity": "证件",
  "why.write-error": "写入错误",
  "why.silent": "读卡器没有回应",
  "why.mismatch": "写入的与应写的不一致",
  "why.unknown": "原因未明",
};
