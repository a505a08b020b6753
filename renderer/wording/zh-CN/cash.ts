/** What only the cash transactions, 3011 and 3012, say. */
export const cash = {
  "account.none": "这位客户没有可以使用的账户。",
  "card.label": "存款人报的卡号",
  "card.none": "不指明卡号",
  "swipe.label": "取款的卡",
  blocked: "账户 {{number}} 现在不能支取（只收不付）。请查看止付原因。",
  "payer.label": "付款账户",
  "payer.card": "付款的卡",
  "payee.name": "收款人户名",
  "payee.account": "收款账号",
};
