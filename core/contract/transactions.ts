import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { CardId } from "#core/card/card.ts";
import { CheckResult, DocumentKind } from "#core/identity/document.ts";
import { freeWords } from "#core/identity/free-text.ts";
import { Agent, LossCaseNumber, Numbering } from "#core/loss/loss-case.ts";
import { Fen } from "#core/money/fen.ts";
import { TellerId } from "#core/teller/teller.ts";

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

/** The holder in person: the document and what 联网核查 said of it (3.8). */
export const Identity = z.strictObject({ document: ShownDocument, check: CheckResult }).readonly();
export type Identity = z.infer<typeof Identity>;

/** Who reports a loss: the holder, or an agent with both documents (T09). */
export const Reporter = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("holder") }).readonly(),
  z.strictObject({ by: z.literal("agent"), agent: Agent }).readonly(),
]);
export type Reporter = z.infer<typeof Reporter>;

/** How a fee is met: from the box, from the account, or booked as owed (C07). */
export const FeePayment = z.enum(["cash", "account", "owed"]);
export type FeePayment = z.infer<typeof FeePayment>;

const signed = z.literal(true);
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

/** What each transaction of the counter asks for, by its code (5.7). All objects are exact. */
export const transactions = {
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
    fee: FeePayment,
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
    fee: FeePayment,
    signed,
  }),
  /** 口头转书面 */
  "4003": z.strictObject({
    lossCase,
    numbering: Numbering,
    reporter: Reporter,
    identity: Identity,
    fee: FeePayment,
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
    fee: FeePayment,
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
    fee: FeePayment,
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
  "4011": z.strictObject({ slip, reason: words }),
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
  /** 回单补打 */
  "9003": z.strictObject({ slip, reason: words }),
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
