/** What fees say: those owed, and 9007. */
export const fee = {
  "owed.title": "欠费",
  "owed.line": "{{kind}} · {{amount}} 元 · {{owedOn}} 起欠 · 回单 {{slip}}",
  "owed.said": "{{kind}} · {{amount}} 元 · {{owedOn}}",
  "owed.label": "欠费",
  "owed.none": "这位客户没有欠费。",
  "way.label": "处理方式",
  "way.cash": "收取现金",
  "way.account": "从本人账户扣收",
  "way.waived": "减免（须主管授权）",
  "waiver.label": "减免原因",
};
