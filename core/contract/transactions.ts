import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { AgencyBasis, AgencyId, SCOPE_MAX } from "#core/agency/agency.ts";
import { Agent, CheckedAgent } from "#core/agency/agent.ts";
import { OnBehalf, RegisteredAgent } from "#core/agency/on-behalf.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { CardId } from "#core/card/card.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { EBankSwitch, Payee } from "#core/e-bank/e-bank.ts";
import { Alias, EPayId } from "#core/e-pay/e-pay.ts";
import { OwedFeeId } from "#core/fee/owed-fee.ts";
import { ForgerySign } from "#core/forgery/forgery.ts";
import { FreezeTerm } from "#core/freeze/freeze-kind.ts";
import { FreezeOrderId, FreezePapers, FreezeScope } from "#core/freeze/freeze-order.ts";
import { CallId, CallQuestion } from "#core/hotline/call.ts";
import { CheckResult, DocumentKind } from "#core/identity/document.ts";
import { freeWords } from "#core/identity/free-text.ts";
import { Phone } from "#core/identity/phone.ts";
import { Resolution } from "#core/identity/resolution.ts";
import { LossCaseNumber, Numbering } from "#core/loss/loss-case.ts";
import { CashCount } from "#core/money/denomination.ts";
import { Fen } from "#core/money/fen.ts";
import { BATCH_MAX } from "#core/password-card/batch.ts";
import { PasswordCardId, ReissueReason } from "#core/password-card/password-card.ts";
import { ReversalPart, ReversalReason } from "#core/reversal/reversal.ts";
import { RiskFlagId, RiskVerdict } from "#core/risk/risk-flag.ts";
import { Role, TellerId } from "#core/teller/teller.ts";
import { Serial } from "#core/voucher/stock.ts";
import { stockInputs } from "#core/voucher/stock-input.ts";
import { walletWords } from "#core/wallet/wallet-input.ts";

/** Something a device has seen and the main process remembers; the window holds only this name. */
export const EvidenceRef = z
  .string()
  .regex(/^e-[a-z0-9-]{8,40}$/)
  .brand<"EvidenceRef">();
export type EvidenceRef = z.infer<typeof EvidenceRef>;

const text = (longest: number) => z.string().trim().min(1).max(longest);
/** A reason in free words. */
const words = freeWords(100);

/** The document the person at the counter has laid down: read by the device, or typed. */
export const ShownDocument = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("reader"), ref: EvidenceRef }).readonly(),
  z.strictObject({ by: z.literal("typed"), kind: DocumentKind, number: text(30) }).readonly(),
]);
export type ShownDocument = z.infer<typeof ShownDocument>;

/**
 * The holder in person: the document, what 联网核查 said of it, and how a doubt was settled (3.8). Of a
 * holder who cannot act the document is here all the same, and somebody on the holder's behalf (3.7).
 */
export const Identity = z
  .strictObject({
    document: ShownDocument,
    check: CheckResult,
    resolution: Resolution.optional(),
    onBehalf: OnBehalf.optional(),
  })
  .readonly();
export type Identity = z.infer<typeof Identity>;

/** Who reports a loss: the holder, an agent with both documents (T09), or one of the register (2005). */
export const Reporter = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("holder") }).readonly(),
  z.strictObject({ by: z.literal("agent"), agent: Agent }).readonly(),
  z.strictObject({ by: z.literal("registered-agent"), agent: RegisteredAgent }).readonly(),
]);
export type Reporter = z.infer<typeof Reporter>;

/** How a fee is met: from the box, from the account, booked as owed, or let off (C07, 3.13). */
export const FeePayment = z.enum(["cash", "account", "owed", "waived"]);
export type FeePayment = z.infer<typeof FeePayment>;

/** The fee of a transaction: how it is met, and in words why, where it is let off (减免原因). */
const charged = { fee: FeePayment, waiver: words.optional() };
/** A fee that is taken in cash unless it is let off: the payer need not bank here. */
const chargedInCash = {
  fee: FeePayment.extract(["cash", "waived"]).optional(),
  waiver: words.optional(),
};

const signed = z.literal(true);
/** 尾箱: the own one, the vault, or that of a teller who has gone. */
const boxPlace = z.union([z.enum(["own", "vault"]), TellerId]);
const lossCase = LossCaseNumber;
const slip = z.string().regex(/^\d{14,20}$/);

/** 换卡原因 (T30). */
export const ExchangeReason = z.enum([
  "damaged",
  "expired",
  "demagnetised",
  "upgrade",
  "skimming-suspected",
  "other",
]);

/** 网上银行注册卡, in the reader (P23, P31). */
const registeredCard = { card: CardId, swipe: EvidenceRef };

/** 交付检查 (P26): the customer has seen the wrapper and the film whole. */
const FilmCheck = z.strictObject({ wrapper: z.literal(true), film: z.literal(true) }).readonly();

/** A channel is opened with registered card and PIN, and a password chosen on the pad (R17, R19). */
const opening = {
  ...registeredCard,
  pin: EvidenceRef,
  identity: Identity,
  password: EvidenceRef,
  signed,
};
/** A channel is closed by its holder in person. */
const closing = { customer: CustomerId, identity: Identity, signed };

/** The printer's shop's single-use public key: a P-256 point as base64url coordinates (RFC 7518). */
export const ShopKey = z
  .strictObject({
    x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  })
  .readonly();
export type ShopKey = z.infer<typeof ShopKey>;

/** A notice names so many accounts besides the first at most. */
export const SUB_ACCOUNTS_MAX = 20;

/** A parameter to be set, with the value that the page showed beside it. */
export const ParameterChange = z
  .strictObject({
    path: z
      .string()
      .regex(/^[A-Za-z]+(?:\.[A-Za-z0-9-]+)+$|^[A-Za-z]+$/)
      .max(60),
    from: z.string().max(120),
    to: text(120),
  })
  .readonly();
const settings = z.array(ParameterChange).min(1).max(100).readonly();

/** 冻结登记, in the order of the paper notice (F02–F05, F10). */
const registration = {
  account: AccountId,
  /**
   * 子账户, the sub-scope of a notice: what else of the same holder it names besides the account, such
   * as the deposits below a card. Here every sub-account is an account of its own; a measure on whole
   * accounts is laid down on each, as orders that queue, end and are released apart.
   */
  subAccounts: z.array(AccountId).max(SUB_ACCOUNTS_MAX).readonly().optional(),
  /** The account's holder as the notice names him (F05). */
  nameOnNotice: freeWords(60),
  papers: FreezePapers,
  scope: FreezeScope,
  /** The amount in words as the notice has it, where it prints one (F05). */
  amountInWords: text(60).optional(),
  coversInterest: z.boolean(),
  term: FreezeTerm,
  /** Whether the higher approval for the extended term was shown. */
  isExtended: z.boolean(),
  /** The notice's own last day, where it prints one. */
  lastDay: BusinessDate.optional(),
};
const order = FreezeOrderId;

/** Why the bank itself controls an account (3.4 B-RISK, 3.5, 反电诈法 31). */
export const ControlReason = z.enum([
  "fraud-suspected",
  "identity-not-verified",
  "identity-expired",
  "unusual-movement",
  "other",
]);
export type ControlReason = z.infer<typeof ControlReason>;

/** Who is on the line: a number that can be called back, foreign ones too. */
const callerPhone = z
  .string()
  .trim()
  .regex(/^\+?[\d -]{3,19}$/);

/** What each transaction of the counter asks for, by its code (5.7). All objects are exact. */
export const transactions = {
  /** 网点开机/关机: the next business day begins, or the balanced one ends */
  "1004": z.strictObject({ action: z.enum(["open", "close"]) }),
  /** 日终轧账: X tells how the day stands, at any time; Z ends it, once, and seals it */
  "1105": z.strictObject({ report: z.enum(["x", "z"]).default("z") }),
  /** 现金尾箱 开箱/领现/交现/封箱, 金库 调入/调出 (C01) */
  "1101": z.discriminatedUnion("action", [
    /** The count of two people; none where a count of today was right and the box goes on. */
    z.strictObject({ action: z.literal("open"), cash: CashCount.optional() }),
    z.strictObject({ action: z.enum(["draw", "hand-in"]), cash: CashCount }),
    /** 封箱: the own one; `of` whoever has gone, by a chief of the branch at A3 (C03) */
    z.strictObject({ action: z.literal("close"), of: TellerId.optional() }),
    z.strictObject({
      action: z.enum(["receive", "ship"]),
      cash: CashCount,
      /** 调拨单号: the paper under which the carrier takes or brings it. */
      order: freeWords(40),
    }),
  ]),
  /** 柜员间现金调拨: out of the own box into that of `to`, who says so */
  "1102": z.strictObject({ to: TellerId, cash: CashCount }),
  /** 现金碰库: the own box, by two the vault, or at A3 that of somebody who has gone (C02, C03) */
  "1103": z.strictObject({ place: boxPlace, cash: CashCount }),
  /** 长短款登记: the difference that was counted */
  "1104": z.strictObject({
    place: boxPlace,
    kind: z.enum(["over", "short"]),
    amount: Fen,
    words,
  }),
  /** 冲正/抹账: a posting of today by its journal number, or the fee of it alone */
  "1106": z.strictObject({
    sequence: z.int().positive().max(999_999_999),
    part: ReversalPart,
    reason: ReversalReason,
    words,
  }),
  /** 联网核查: an answer that is kept with the customer, or a document that was proved false */
  "2002": z.discriminatedUnion("finding", [
    z.strictObject({
      finding: z.literal("checked"),
      customer: CustomerId,
      document: ShownDocument,
      check: CheckResult,
      resolution: Resolution.optional(),
    }),
    z.strictObject({
      finding: z.literal("forged"),
      document: ShownDocument,
      nameOnDocument: freeWords(60),
      /** Absent where the document was seen through before anybody asked. */
      check: CheckResult.optional(),
      sign: ForgerySign,
      words: freeWords(200),
      /** What was asked for with it. */
      business: words,
      retained: z.boolean(),
    }),
  ]),
  /** 预留手机号变更: the holder, and a code keyed in that came to the new telephone (O07, O09). */
  "2004": z.strictObject({
    customer: CustomerId,
    identity: Identity,
    phone: text(20),
    code: EvidenceRef,
    signed,
  }),
  /** 代理关系登记: somebody may act for a customer from now on, or no longer */
  "2005": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("register"),
      customer: CustomerId,
      identity: Identity,
      basis: AgencyBasis,
      agent: CheckedAgent,
      papers: words,
      scope: z
        .array(z.string().regex(/^\d{4}$/))
        .min(1)
        .max(SCOPE_MAX)
        .readonly(),
      validTo: BusinessDate,
      signed,
    }),
    z.strictObject({
      action: z.literal("end"),
      agency: AgencyId,
      identity: Identity,
      reason: words,
      signed,
    }),
  ]),
  /** 卡激活 */
  "3002": z.strictObject({
    card: CardId,
    swipe: EvidenceRef,
    identity: Identity,
    pin: EvidenceRef,
  }),
  /** 换卡: the old card is present and read */
  "3003": z.strictObject({
    card: CardId,
    swipe: EvidenceRef,
    reason: ExchangeReason,
    numbering: Numbering,
    identity: Identity,
    signed,
  }),
  /** 领卡: a made card is handed to its holder after its stripe was verified */
  "3004": z.strictObject({
    order: z.string().regex(/^o-\d+$/),
    identity: Identity,
    made: EvidenceRef,
    /** For a loss case, the number on the collection paper (L11). */
    slip: slip.optional(),
    /** For an exchange, the swipe of the old card that is given up. */
    old: EvidenceRef.optional(),
    pin: EvidenceRef.optional(),
    ...charged,
    signed,
  }),
  /** 吞没卡/没收登记 */
  "3009": z.strictObject({ swipe: EvidenceRef, reason: words }),
  /** 现金存款 */
  "3011": z.strictObject({
    account: AccountId,
    /** The card whose number the payer named; an old number still leads to the account (L20). */
    card: CardId.optional(),
    amount: Fen,
  }),
  /** 现金取款 */
  "3012": z.strictObject({
    account: AccountId,
    amount: Fen,
    swipe: EvidenceRef,
    pin: EvidenceRef,
  }),
  /** 转账: from the account behind the card in the reader, to one of ours or another bank's */
  "3013": z.strictObject({
    account: AccountId,
    payeeName: freeWords(60),
    payeeAccount: z.string().regex(/^\d{12,21}$/),
    amount: Fen,
    swipe: EvidenceRef,
    pin: EvidenceRef,
  }),
  /** 旧卡消磁: the collected card that was read just now */
  "3014": z.strictObject({ swipe: EvidenceRef }),
  /** 口头挂失 */
  "4001": z.strictObject({
    card: CardId,
    medium: z.enum(["card", "bill"]),
    channel: z.enum(["counter", "phone"]),
    document: ShownDocument,
    caller: z
      .strictObject({ name: freeWords(60), phone: text(20) })
      .readonly()
      .optional(),
    reason: words,
  }),
  /** 书面挂失 */
  "4002": z.strictObject({
    card: CardId,
    medium: z.enum(["card", "bill"]),
    numbering: Numbering,
    reporter: Reporter,
    identity: Identity,
    reason: words,
    ...charged,
    signed,
  }),
  /** 口头转书面 */
  "4003": z.strictObject({
    lossCase,
    numbering: Numbering,
    reporter: Reporter,
    identity: Identity,
    ...charged,
    signed,
  }),
  /** 密码挂失/双挂失: never by an agent (T20) */
  "4004": z.strictObject({
    card: CardId,
    kind: z.enum(["pin", "both"]),
    numbering: Numbering.optional(),
    reporter: Reporter,
    identity: Identity,
    reason: words,
    ...charged,
    signed,
  }),
  /** 挂失申请书挂失: data and amount must match the register (T13) */
  "4005": z.strictObject({
    lossCase,
    reporter: Reporter,
    identity: Identity,
    amount: Fen,
    signed,
  }),
  /** 挂失撤销 */
  "4006": z.strictObject({
    lossCase,
    identity: Identity,
    swipe: EvidenceRef,
    slip: slip.optional(),
    pin: EvidenceRef.optional(),
  }),
  /** 挂失补卡 */
  "4007": z.strictObject({
    lossCase,
    slip,
    numbering: Numbering,
    identity: Identity,
    /** The swipe that verified a made card of the same number. */
    made: EvidenceRef.optional(),
    /** A new PIN, where card and PIN were both lost (T23). */
    pin: EvidenceRef.optional(),
    ...charged,
    signed,
  }),
  /** 挂失销户 */
  "4008": z.strictObject({
    lossCase,
    slip,
    identity: Identity,
    /** What the teller counts out: an approval is for this sum and no other (D05). */
    payout: Fen,
    signed,
  }),
  /** 挂失密码重置 */
  "4009": z.strictObject({ lossCase, slip, identity: Identity, pin: EvidenceRef, signed }),
  /** 挂失申请书补打 */
  "4011": z.strictObject({ slip, reason: words, ...chargedInCash }),
  /** 口令卡发放: in the composite visit the internet bank is opened in the same posting (P32) */
  "5001": z.strictObject({
    ...registeredCard,
    pin: EvidenceRef,
    identity: Identity,
    /** The piece in the teller's hand. */
    serial: Serial,
    checked: FilmCheck,
    open: z.strictObject({ password: EvidenceRef }).readonly().optional(),
    ...charged,
    signed,
  }),
  /** 口令卡换发 */
  "5002": z.strictObject({
    passwordCard: PasswordCardId,
    ...registeredCard,
    identity: Identity,
    reason: ReissueReason,
    /** Whether the old card was given back and is punched now. */
    returned: z.boolean(),
    serial: Serial,
    checked: FilmCheck,
    ...charged,
    signed,
  }),
  /** 口令卡作废: the next blank piece with a damaged film, or a customer's card */
  "5003": z.discriminatedUnion("what", [
    z.strictObject({ what: z.literal("blank"), serial: Serial }),
    z.strictObject({
      what: z.literal("card"),
      passwordCard: PasswordCardId,
      identity: Identity,
      returned: z.boolean(),
      signed,
    }),
  ]),
  /** 网上银行开通 */
  "5005": z.strictObject(opening),
  /** 网上银行注销 */
  "5006": z.strictObject(closing),
  /** 关闭 电子商务/对外转账: protects, so the document alone will do (P24) */
  "5007": z.strictObject({ customer: CustomerId, document: ShownDocument, which: EBankSwitch }),
  /** 开通 电子商务/对外转账 (P25) */
  "5008": z.strictObject({ ...registeredCard, identity: Identity, which: EBankSwitch, signed }),
  /** U盾发放/换领/注销 */
  "5009": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("issue"),
      ...registeredCard,
      pin: EvidenceRef,
      identity: Identity,
      serial: Serial,
      ...charged,
      signed,
    }),
    z.strictObject({
      action: z.literal("replace"),
      ...registeredCard,
      identity: Identity,
      serial: Serial,
      ...charged,
      signed,
    }),
    z.strictObject({ action: z.literal("cancel"), ...closing }),
  ]),
  /** 手机银行(WAP) 开通/注销 */
  "5010": z.discriminatedUnion("action", [
    z.strictObject({ action: z.literal("open"), ...opening }),
    z.strictObject({ action: z.literal("close"), ...closing }),
  ]),
  /** 电话银行 开通/注销/转账协议 */
  "5011": z.discriminatedUnion("action", [
    z.strictObject({ action: z.literal("open"), ...opening }),
    z.strictObject({ action: z.literal("close"), ...closing }),
    z.strictObject({
      action: z.literal("agree"),
      ...registeredCard,
      pin: EvidenceRef,
      identity: Identity,
      payee: Payee,
      signed,
    }),
    z.strictObject({
      action: z.literal("end-agreement"),
      ...closing,
      account: z.string().regex(/^\d{12,21}$/),
    }),
  ]),
  /** 有权机关冻结登记 */
  "6001": z.strictObject(registration),
  /** 续冻 */
  "6002": z.strictObject({
    order,
    papers: FreezePapers,
    term: FreezeTerm,
    isExtended: z.boolean(),
  }),
  /** 轮候冻结登记 */
  "6003": z.strictObject(registration),
  /** 解除冻结: wholly, or an amount of it */
  "6004": z.strictObject({ order, papers: FreezePapers, amount: Fen.optional() }),
  /** 解除轮候 */
  "6005": z.strictObject({ order, papers: FreezePapers }),
  /** 扣划, to the organ's account */
  "6006": z.strictObject({
    order,
    papers: FreezePapers,
    amount: Fen,
    to: z
      .strictObject({
        name: freeWords(60),
        account: z.string().regex(/^\d{12,21}$/),
        /** 收款行, where it is another bank. */
        bank: freeWords(60).optional(),
      })
      .readonly(),
  }),
  /** 紧急止付/续止 */
  "6007": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("stop"),
      account: AccountId,
      papers: FreezePapers,
      block: z.enum(["debit", "full"]),
    }),
    z.strictObject({ action: z.literal("extend"), order, papers: FreezePapers }),
  ]),
  /** 客户申请冻结/解冻 (W12, W13) */
  "6008": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("freeze"),
      account: AccountId,
      channel: z.enum(["counter", "phone"]),
      document: ShownDocument,
      why: z.enum(["request", "stolen"]),
      policeCase: freeWords(60).optional(),
      evidence: z.array(freeWords(100)).max(20).readonly(),
    }),
    z.strictObject({
      action: z.literal("unfreeze"),
      hold: z.string().max(40),
      identity: Identity,
      /** What the investigation of a stolen account found (W15). */
      finding: words.optional(),
      signed,
    }),
  ]),
  /** 银行控制 (只收不付/不收不付/只付不收/非柜面) / 解除 */
  "6009": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("place"),
      account: AccountId,
      control: z.enum(["debit-block", "full-block", "credit-block", "non-counter"]),
      reason: ControlReason,
      words,
      /** How the customer is told reason and remedy. */
      notice: z.enum(["counter", "phone", "letter"]),
    }),
    z.strictObject({ action: z.literal("lift"), hold: z.string().max(40), words }),
  ]),
  /** 睡眠户激活 */
  "6010": z.strictObject({ account: AccountId, identity: Identity, signed }),
  /** 协助查询登记 */
  "6012": z.strictObject({ customer: CustomerId, papers: FreezePapers, asked: freeWords(200) }),
  /** e支付开通 (E01–E10): the telephone as the customer says it, and a code that came to it */
  "7001": z.strictObject({
    ...registeredCard,
    pin: EvidenceRef,
    identity: Identity,
    alias: Alias,
    phone: Phone,
    /** The version of the agreement that was read and accepted (E07). */
    agreement: text(20),
    code: EvidenceRef,
    signed,
  }),
  /** e支付限额调整: down, or up to the bank's limit (E15) */
  "7002": z.strictObject({
    enrolment: EPayId,
    single: Fen,
    day: Fen,
    identity: Identity,
    signed,
  }),
  /** e支付 冻结/解冻 (5.5) */
  "7003": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("suspend"),
      enrolment: EPayId,
      channel: z.enum(["counter", "phone"]),
      document: ShownDocument,
    }),
    z.strictObject({
      action: z.literal("resume"),
      enrolment: EPayId,
      identity: Identity,
      /** A code to the reserved telephone stands for the supervisor's word (5.5). */
      code: EvidenceRef.optional(),
      signed,
    }),
  ]),
  /** e支付 注销 */
  "7004": z.strictObject({ enrolment: EPayId, identity: Identity, signed }),
  /** e支付 别名/手机变更 */
  "7005": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("rename"),
      enrolment: EPayId,
      alias: Alias,
      identity: Identity,
      signed,
    }),
    z.strictObject({
      action: z.literal("re-bind"),
      enrolment: EPayId,
      /** A number that becomes the reserved one with it; without, the one that is reserved now. */
      phone: Phone.optional(),
      identity: Identity,
      code: EvidenceRef,
      signed,
    }),
  ]),
  /** e钱包 冻结/解冻 (W04, W12–W15) */
  "7101": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("freeze"),
      customer: CustomerId,
      channel: z.enum(["counter", "phone"]),
      document: ShownDocument,
      kind: walletWords.kind,
      words: walletWords.words,
      /** 被盗案件 (W13): its number is asked for where it was stolen. */
      case: walletWords.case.optional(),
      evidence: walletWords.evidence,
    }),
    z.strictObject({
      action: z.literal("unfreeze"),
      customer: CustomerId,
      kind: walletWords.kind,
      identity: Identity,
      /** What the investigation of a theft found (W15). */
      finding: walletWords.words.optional(),
      signed,
    }),
    /** 风险冻结, and what settled the doubt (W04). */
    z.strictObject({
      action: z.literal("risk-freeze"),
      customer: CustomerId,
      words: walletWords.words,
    }),
    z.strictObject({
      action: z.literal("risk-unfreeze"),
      customer: CustomerId,
      finding: walletWords.words,
    }),
  ]),
  /** e钱包 实名认证 (W07, W08) */
  "7102": z.strictObject({
    customer: CustomerId,
    account: AccountId,
    identity: Identity,
    signed,
  }),
  /** e钱包 密码重置引导: a link to the reserved telephone (W10) */
  "7103": z.strictObject({ customer: CustomerId, identity: Identity, signed }),
  /** 客服热线: somebody who calls is asked who they are, and may then report and freeze (W12) */
  "7201": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("start"),
      customer: CustomerId,
      callerName: freeWords(60),
      callerPhone,
      /** What was asked, and whether the answer was right; the answers are never sent (O10). */
      asked: z
        .array(z.strictObject({ question: CallQuestion, right: z.boolean() }).readonly())
        .min(1)
        .max(10)
        .readonly(),
    }),
    z.strictObject({ action: z.literal("end"), call: CallId }),
  ]),
  ...stockInputs,
  /** 制卡申请/到卡登记 */
  "8006": z.discriminatedUnion("step", [
    z.strictObject({ step: z.literal("order"), lossCase }),
    z.strictObject({
      step: z.literal("arrive"),
      order: z.string().regex(/^o-\d+$/),
      /** Whoever keeps the made card together with the teller (V10). */
      custodian: TellerId,
    }),
  ]),
  /** 口令卡制卡: a batch for the branch's stock, as an encrypted file for the printer's shop */
  "8007": z.strictObject({ count: z.int().min(1).max(BATCH_MAX), shopKey: ShopKey }),
  /** 口令卡入库: the printed cards that came back, as their stock file lists them */
  "8008": z.strictObject({ delivery: EvidenceRef }),
  /** 回单补打 */
  "9003": z.strictObject({ slip, reason: words, ...chargedInCash }),
  /** 收费/减免: a fee that is owed is collected or let off (C07, 3.13) */
  "9007": z.union([
    z.strictObject({ action: z.literal("collect"), owed: OwedFeeId, by: z.literal("cash") }),
    z.strictObject({
      action: z.literal("collect"),
      owed: OwedFeeId,
      by: z.literal("account"),
      account: AccountId,
      signed,
    }),
    z.strictObject({ action: z.literal("waive"), owed: OwedFeeId, waiver: words }),
  ]),
  /** 审计取证: the evidence of one loss case may leave the branch as a file */
  "9005": z.strictObject({ lossCase, reason: words }),
  /** 参数维护: each with the value that the page showed beside it */
  "9006": z.strictObject({ changes: settings, reason: words }),
  /** 风险预警复核 (1.6): what a chief makes of a warning */
  "9012": z.strictObject({ flag: RiskFlagId, verdict: RiskVerdict, words }),
  /** 风险规则 (1.6): the rules of the eye, each value with the one that the page showed beside it */
  "9013": z.strictObject({ changes: settings, reason: words }),
  /** 柜员管理 (D02) */
  "9008": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("register"),
      teller: TellerId,
      name: text(40),
      role: Role,
      /** 协助执行岗 (F03). */
      assists: z.boolean().optional(),
      password: EvidenceRef,
    }),
    z.strictObject({
      action: z.literal("change"),
      teller: TellerId,
      name: text(40),
      role: Role,
      assists: z.boolean(),
      reason: words,
    }),
    /** Which customer this person is, or is related to (D08); without a document, none any more. */
    z.strictObject({
      action: z.literal("link"),
      teller: TellerId,
      whose: z.enum(["own", "relative"]),
      document: z
        .strictObject({ kind: DocumentKind, number: text(30) })
        .readonly()
        .optional(),
      reason: words,
    }),
    z.strictObject({
      action: z.literal("reset-password"),
      teller: TellerId,
      password: EvidenceRef,
      reason: words,
    }),
    z.strictObject({ action: z.literal("unlock"), teller: TellerId, reason: words }),
    /** Without a card, the one there is is taken away. */
    z.strictObject({
      action: z.literal("card"),
      teller: TellerId,
      card: EvidenceRef.optional(),
      reason: words,
    }),
    z.strictObject({ action: z.literal("leave"), teller: TellerId, reason: words }),
  ]),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type TransactionCode = keyof typeof transactions;
export const TransactionCode = z.enum(
  // Object.keys forgets the literal keys; the table above is the list.
  Object.keys(transactions) as [TransactionCode, ...TransactionCode[]],
);
type Inputs = { readonly [C in TransactionCode]: z.infer<(typeof transactions)[C]> };
export type TransactionInput<C extends TransactionCode> = Inputs[C];

/** One exact request of a transaction: what is previewed, approved, hashed and run. */
export type TransactionRequest = {
  [C in TransactionCode]: { readonly code: C; readonly input: TransactionInput<C> };
}[TransactionCode];
