/** The loss transactions, 4001 to 4011: help, and what only they say. */
export const loss = {
  "4001.help":
    "口头挂失立即止付，但到期自动失效。柜面受理核对证件；电话受理记下来电人姓名和号码。请提醒客户在到期前办理书面挂失。",
};
