/** 7201: who calls, what was asked of them, and what may be done while they are on the line. */
export const hotline = {
  "questions.title": "核对来电人",
  "questions.how": "先问，再与记录比较。至少两项一致，其中必须有证件号码。答案不输入、不保存。",
  "answer.right": "一致",
  "answer.wrong": "不一致",
  "answer.not-asked": "未问",
  "open.title": "通话中：{{name}}",
  "open.caller": "来电人",
  "open.since": "开始时间",
  "open.number": "来电编号",
  "open.only": "对该客户现在只能办以下业务；解冻、撤销和其他业务须本人到柜面。其他客户照常办理。",
  "open.ways": "通话中可办的业务",
  "open.end": "结束通话",
  "open.ends": "离柜或签退时通话也会结束。",
};
