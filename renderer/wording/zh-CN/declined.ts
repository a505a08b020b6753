import type { RefusalCode } from "#core/contract/refusal.ts";

/** Refusals that the customer must read otherwise than the teller: what she can do, and where. */
export const declined = {
  "password-card.not-activated": "口令卡未激活。请先登录一次个人网上银行，口令卡随即激活。",
  "password-card.exhausted":
    "口令卡的使用次数已用尽。请本人持有效证件和网上银行注册卡到网点申请新卡。",
  "password-card.expired":
    "口令卡已于 {{expiresOn}} 到期。请本人持有效证件和网上银行注册卡到网点申请新卡。",
  "password-card.void": "这张口令卡已作废。请使用新卡，或到网点申请。",
  "password-card.locked-today":
    "当天连续输错口令，网上交易资格今日临时冻结，次日自动解除。网点不能提前解除，请明天再试。",
  "password-card.locked":
    "累计输错口令，网上交易资格已冻结。请本人持有效证件和网上银行注册卡到网点换卡，换卡后即可恢复。",
  "password-card.wrong-answer": "口令不对，还可再试 {{triesLeft}} 次。请核对坐标后重新输入。",
  "challenge.expired": "已超过验证时限。可以重新取得坐标，所问的坐标不变。",
  "challenge.unknown": "这次验证已经失效。请返回后重新提交。",
  "challenge.elements-changed": "收款方或金额与所问时不同。请返回后重新提交。",
  "e-bank.not-open": "{{channelText}}没有开通。请本人持有效证件到网点开通。",
  "e-bank.switch-closed": "“{{whichText}}”功能已关闭。请本人持有效证件和网上银行注册卡到网点开通。",
  "e-bank.switch-already": "“{{whichText}}”功能{{stateText}}。",
  "e-bank.medium-needed": "这种交易须用口令卡或U盾确认。请到网点申请。",
  "e-bank.not-in-channel": "这里不能办理这种交易。请登录网上银行办理。",
  "e-bank.login-wrong": "登录密码不对，今天还可再试 {{triesLeft}} 次。",
  "account.closed": "账户已销户。请更换账户。",
  "account.debit-blocked": "您的账户现在不能付款。请持有效证件到网点查询。",
  "account.full-blocked": "您的账户现在不能付款。请持有效证件到网点查询。",
  "account.judicial-freeze": "您的账户现在不能付款。请持有效证件到网点查询。",
  "account.credit-blocked": "收款账户现在不能入账。请核对或更换收款账户。",
  "account.short": "可用余额不足，现可支付 {{availableText}} 元。",
  "request.malformed": "所填内容不能识别。请核对后重试。",
  "request.repeated-differently": "这笔交易已经提交过，内容不同。请返回后重新提交。",
  "workstation.fault": "系统暂时不能办理（{{incident}}）。请稍后再试。",
} satisfies Partial<Record<RefusalCode, string>>;
export type DeclinedCode = keyof typeof declined;
