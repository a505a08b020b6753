import type { CardLife } from "#core/card/card.ts";
import type { TrackField, TrackFieldReason } from "#core/card/track-refusal.ts";
import type { Verdict } from "#core/card/verdict.ts";
import type { EBankView, PasswordCardView } from "#core/contract/password-card-view.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import type { PinWeakness } from "#core/identity/weak-pin.ts";
import type { LossStatus } from "#core/loss/loss-case.ts";
import type { VoidReason } from "#core/password-card/password-card.ts";
import type { RelationKind, RelationMove } from "#core/replacement/relation.ts";

/** Words for the closed lists of the business, as `list.member`. */
export type NounKey =
  | `document.${DocumentKind}`
  | `life.${CardLife}`
  | `status.${LossStatus}`
  | `verdict.${Verdict}`
  | `relation.${RelationKind}`
  | `move.${RelationMove["how"]}`
  | `weak.${PinWeakness}`
  | `track.${TrackField}`
  | `reason.${TrackFieldReason}`
  | `password-card-life.${PasswordCardView["life"]}`
  | `password-card-lock.${PasswordCardView["lock"]}`
  | `void-reason.${VoidReason}`
  | `medium.${EBankView["medium"]}`;

export const noun: Record<NounKey, string> = {
  "document.resident-id": "居民身份证",
  "document.temporary-resident-id": "临时居民身份证",
  "document.household-register": "户口簿（未满 16 周岁）",
  "document.military": "军人或武警身份证件",
  "document.hk-macau-permit": "港澳居民来往内地通行证",
  "document.taiwan-permit": "台湾居民来往大陆通行证",
  "document.passport": "外国公民护照",
  "document.foreign-permanent-resident": "外国人永久居留身份证",
  "document.hmt-residence-permit": "港澳台居民居住证",
  "life.made": "待领",
  "life.issued-inactive": "未激活",
  "life.active": "正常",
  "life.replaced": "已被新卡取代",
  "life.cancelled": "已注销",
  "life.retained": "已没收",
  "life.void": "已作废",
  "status.oral-active": "口头挂失中",
  "status.formal-waiting": "书面挂失等待期",
  "status.matured": "已到期，可办理",
  "status.lapsed": "口头挂失已失效",
  "status.withdrawn": "已撤销",
  "status.closed-replaced": "已补卡",
  "status.closed-account": "已销户",
  "status.closed-pin": "已重置密码",
  "verdict.current": "本行有效卡",
  "verdict.inactive": "未激活的卡",
  "verdict.made": "待领的新卡",
  "verdict.reported-lost": "已挂失的卡",
  "verdict.replaced": "已被新卡取代的旧卡",
  "verdict.cancelled": "已注销的卡",
  "verdict.retained": "已登记没收的卡",
  "verdict.void": "已作废的卡",
  "verdict.expired": "已过有效期的卡",
  "verdict.counterfeit": "磁条与登记不符，疑为伪卡",
  "verdict.unknown": "本行没有这张卡",
  "verdict.foreign": "他行卡",
  "verdict.test": "测试卡",
  "verdict.management": "管理卡",
  "relation.internet-bank": "网上银行",
  "relation.wap-bank": "手机银行（WAP）",
  "relation.phone-bank": "电话银行",
  "relation.password-card": "口令卡",
  "relation.usb-key": "U盾",
  "relation.e-pay": "e支付",
  "relation.sms-notice": "短信通知",
  "relation.payroll": "代发工资",
  "relation.standing-order": "代扣代缴",
  "relation.housing-fund": "公积金",
  "relation.sub-account": "子账户",
  "relation.limit": "交易限额",
  "move.carried": "原样保留",
  "move.re-bound": "改绑新卡号",
  "move.tell-others": "客户须通知对方",
  "weak.not-six-digits": "不是六位数字",
  "weak.repeats": "数字重复",
  "weak.sequence": "连续数字",
  "weak.birthday": "与生日有关",
  "weak.identity-digits": "与证件号码有关",
  "weak.phone-digits": "与手机号有关",
  "track.formatCode": "格式代码",
  "track.pan": "主账号",
  "track.holderName": "姓名",
  "track.country": "国家代码",
  "track.currency": "货币代码",
  "track.amountExponent": "金额指数",
  "track.cycleAuthorised": "周期授权量",
  "track.cycleRemaining": "本周期余额",
  "track.cycleBegin": "周期开始日期",
  "track.cycleLength": "周期长度",
  "track.pinRetries": "密码重输次数",
  "track.pinControl": "密码控制参数",
  "track.interchangeControl": "交换控制符",
  "track.panUse": "主账号用途",
  "track.firstAccountUse": "第一辅助账号用途",
  "track.secondAccountUse": "第二辅助账号用途",
  "track.expiry": "失效日期",
  "track.serviceCode": "服务代码",
  "track.cardSequence": "卡序列号",
  "track.securityNumber": "卡保密号",
  "track.firstAccount": "第一辅助账号",
  "track.secondAccount": "第二辅助账号",
  "track.relayMarker": "传递标志",
  "track.cryptographicCheck": "加密校验数",
  "track.additionalData": "附加数据",
  "reason.digits": "不是规定位数的数字",
  "reason.length": "长度不对",
  "reason.characters": "有不允许的字符",
  "reason.check-digit": "校验位不对",
  "reason.format": "格式代码不对",
  "reason.separator": "缺少分隔符",
  "reason.month": "月份不对",
  "reason.day": "日期不对",
  "reason.reserved": "用了保留值",
  "reason.country": "不是 156",
  "reason.above-authorised": "余额大于授权量",
  "password-card-life.issued-inactive": "未激活",
  "password-card-life.active": "正常",
  "password-card-life.exhausted": "次数用尽",
  "password-card-life.void": "已作废",
  "password-card-lock.none": "未锁定",
  "password-card-lock.day": "当日停用",
  "password-card-lock.hard": "已冻结",
  "void-reason.lost": "遗失",
  "void-reason.disclosed": "卡片信息泄漏",
  "void-reason.damaged": "损坏",
  "void-reason.exhausted": "次数用尽或到期",
  "void-reason.locked": "输错锁定",
  "void-reason.film-damaged": "覆膜破损",
  "void-reason.usb-key": "改用U盾",
  "void-reason.channel-closed": "网上银行注销",
  "void-reason.customer-request": "客户要求",
  "medium.none": "无",
  "medium.static": "只有登录密码",
  "medium.card": "口令卡",
  "medium.usb-key": "U盾",
};
