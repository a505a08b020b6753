import type { CarriedCode, Texts } from "#core/sms/text.ts";

const channels: Readonly<Record<string, string>> = {
  "internet-bank": "网上银行",
  "wap-bank": "手机银行(WAP)",
  "phone-bank": "电话银行",
};
const switches: Readonly<Record<string, string>> = {
  "e-commerce": "电子商务",
  "outward-transfer": "对外转账",
};
const losses: Readonly<Record<string, string>> = {
  card: "银行卡挂失",
  pin: "密码挂失",
  both: "银行卡及密码双挂失",
};
const freezes: Readonly<Record<string, string>> = {
  customer: "本人申请",
  stolen: "被盗",
  risk: "风险控制",
};
const word = (words: Readonly<Record<string, string>>, name: string) => words[name] ?? name;

/** 验证码短信: digits first, then what it is good for, how long, and that it is nobody else's (O07). */
const coded = ({ digits, minutes }: CarriedCode, what: string): string =>
  `验证码${digits}，您正在${what}。${minutes}分钟内有效，勿告知他人（包括银行工作人员）。`;

const NOT_YOU = "如非本人办理，请立即拨打95588。";

/** What the bank writes, in Chinese. */
export const chineseTexts: Texts = {
  "code.e-pay.enrol": ({ the, code }) => coded(code, `为尾号${the("card")}的银行卡开通e支付`),
  "code.e-pay.pay": ({ the, code }) =>
    coded(code, `用e支付（卡尾号${the("card")}）向${the("payee")}付款${the("amount")}元`),
  "code.e-pay.resume": ({ the, code }) => coded(code, `恢复尾号${the("card")}的银行卡的e支付`),
  "code.e-pay.manage": ({ the, code }) =>
    coded(code, `进入尾号${the("card")}的银行卡的“我的e支付”`),
  "code.e-pay.change-phone": ({ the, code }) =>
    coded(code, `把尾号${the("card")}的银行卡的e支付换绑到本手机`),
  "code.phone-change": ({ the, code }) => coded(code, `把预留手机号变更为${the("phone")}`),
  "code.wallet.register": ({ code }) => coded(code, "注册e钱包"),
  "code.wallet.reset": ({ code }) => coded(code, "重新设置e钱包密码"),
  "phone-changed": ({ the }) =>
    `您在本行的预留手机号已在${the("branch")}变更为${the("phone")}，本号码不再接收验证码。${NOT_YOU}`,
  "phone-set": ({ the }) =>
    `本号码${the("phone")}已在${the("branch")}登记为您的预留手机号。本行短信只由95588发送。`,
  "channel-opened": ({ the }) => `您已开通${word(channels, the("channel"))}。${NOT_YOU}`,
  "channel-closed": ({ the }) => `您的${word(channels, the("channel"))}已注销。${NOT_YOU}`,
  "agreement-changed": ({ the, maybe }) => {
    const payee = maybe("payee");
    const to = `${payee ? `${payee}，` : ""}账号尾号${the("account")}`;
    return the("action") === "agreed"
      ? `您的电话银行转账协议已增加收款人（${to}）。${NOT_YOU}`
      : `您的电话银行转账协议已取消收款人（${to}）。${NOT_YOU}`;
  },
  "switch-opened": ({ the }) => `您的网上银行已开通${word(switches, the("switch"))}。${NOT_YOU}`,
  "loss-reported": ({ the, maybe }) => {
    const until = maybe("until");
    const term = until ? `口头挂失有效至${until}，请在此前到柜面办理书面挂失。` : "";
    return `您尾号${the("card")}的银行卡已办理${word(losses, the("kind"))}。${term}${NOT_YOU}`;
  },
  "loss-lapsed": ({ the }) =>
    `您尾号${the("card")}的银行卡的口头挂失已到期失效，因该挂失的止付已解除。如仍未找到，请重新挂失。`,
  "card-replaced": ({ the }) =>
    `您尾号${the("card")}的银行卡已更换为尾号${the("newCard")}的新卡，旧卡作废。${NOT_YOU}`,
  "e-pay.enrolled": ({ the }) => `您的e支付（${the("alias")}）已开通。${NOT_YOU}`,
  "e-pay.limits": ({ the }) =>
    `您的e支付（${the("alias")}）限额已调整为单笔${the("single")}元、日累计${the("day")}元。${NOT_YOU}`,
  "e-pay.suspended": ({ the }) => `您的e支付（${the("alias")}）已暂停，暂不能付款。`,
  "e-pay.resumed": ({ the }) => `您的e支付（${the("alias")}）已恢复。${NOT_YOU}`,
  "e-pay.cancelled": ({ the }) => `您的e支付（${the("alias")}）已注销。${NOT_YOU}`,
  "e-pay.renamed": ({ the }) => `您的e支付别名已改为“${the("alias")}”。${NOT_YOU}`,
  "e-pay.re-bound": ({ the }) =>
    `您的e支付（${the("alias")}）已随换卡改绑到尾号${the("newCard")}的新卡，支付标识请用新卡号后六位。`,
  "e-pay.paid": ({ the }) =>
    `您用e支付（${the("alias")}）向${the("payee")}付款${the("amount")}元。${NOT_YOU}`,
  "wallet.registered": () => `您已注册e钱包。${NOT_YOU}`,
  "wallet.certified": ({ the }) =>
    `您的e钱包已通过实名认证，绑定尾号${the("account")}的账户。${NOT_YOU}`,
  "wallet.frozen": ({ the }) =>
    `您的e钱包已冻结（${word(freezes, the("kind"))}），暂不能付款和转账。`,
  "wallet.unfrozen": ({ the }) =>
    `您的e钱包已解除冻结（${word(freezes, the("kind"))}）。${NOT_YOU}`,
  "wallet.reset-link": () =>
    `您申请重置e钱包密码。请打开e钱包，点“重置密码”自行设置，工作人员不会向您索要密码。${NOT_YOU}`,
  "wallet.paid": ({ the }) => `您用e钱包向${the("payee")}付款${the("amount")}元。${NOT_YOU}`,
  "wallet.bill-due": ({ the }) =>
    `您的账单（${the("payee")}）${the("amount")}元将于${the("due")}到期，请及时缴纳。`,
  "risk.confirm": ({ the }) =>
    `请确认：是否由您本人向${the("payee")}付款${the("amount")}元？请在本短信下方选择“是”或“否”；选择“否”则不付款。`,
};
