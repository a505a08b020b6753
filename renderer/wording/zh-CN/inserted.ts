/** Words that are put into the sentences of refusals. */
export const inserted = {
  "loss.oral": "口头挂失",
  "loss.formal": "书面挂失",
  "password.short": "不足 12 位",
  "password.letters-and-digits": "须同时有字母和数字",
  "password.same": "与旧密码相同",
  "field.amount": "金额",
  "field.identity": "证件",
  "why.refused-by-reader": "读卡器报告写入错误",
  "why.bad-swipe": "刷卡不匀速或没有刷完",
  "why.indeterminate": "不能确定卡上写了什么",
  "why.mismatch": "写入的与应写的不一致",
  "why.not-encodable": "内容不能写入磁条",
  "why.cancelled": "已取消",
  "why.timed-out": "等待刷卡超时",
  "why.lost": "读卡器断开",
};
