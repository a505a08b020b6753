import { z } from "zod";
import { Account, AccountId } from "#core/account/account.ts";
import { Hold } from "#core/account/hold.ts";
import { Postings } from "#core/account/posting.ts";
import { AgencyEntry } from "#core/agency/agency-entry.ts";
import { AuditEntry } from "#core/audit/audit-entry.ts";
import { Grant, RequestHash } from "#core/authorisation/grant.ts";
import { Level } from "#core/authorisation/level.ts";
import { Paper } from "#core/authorisation/paper.ts";
import { ParkedEntry } from "#core/authorisation/parked-entry.ts";
import { Backup } from "#core/backup/backup.ts";
import { Branch } from "#core/branch/branch.ts";
import { Parameters } from "#core/branch/parameters.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CardId } from "#core/card/card.ts";
import { CardEntry } from "#core/card/card-entry.ts";
import { CashEntry } from "#core/cash/cash-entry.ts";
import { Customer, CustomerId } from "#core/customer/customer.ts";
import { BranchDayEntry } from "#core/day/branch-day.ts";
import { DaySeal, SealCode } from "#core/day/day-seal.ts";
import { EBankEntry } from "#core/e-bank/e-bank-entry.ts";
import { EPayEntry } from "#core/e-pay/e-pay-entry.ts";
import { EvidenceEntry } from "#core/evidence-pack/evidence-entry.ts";
import { FeeEntry } from "#core/fee/fee-entry.ts";
import { IdentityEntry } from "#core/forgery/identity-entry.ts";
import { FreezeEntry } from "#core/freeze/freeze-entry.ts";
import { CallEntry } from "#core/hotline/call.ts";
import { Phone } from "#core/identity/phone.ts";
import { LossEntry } from "#core/loss/loss-entry.ts";
import { PasswordCardBatch } from "#core/password-card/batch.ts";
import { PasswordCardEntry } from "#core/password-card/password-card-entry.ts";
import { ProductionOrder } from "#core/replacement/production-order.ts";
import { Relation, RelationMove } from "#core/replacement/relation.ts";
import { PostingReversed } from "#core/reversal/posting-reversed.ts";
import { RiskEntry } from "#core/risk/risk-entry.ts";
import { Slip } from "#core/slip/slip.ts";
import { SmsEntry } from "#core/sms/sms-entry.ts";
import { TellerId } from "#core/teller/teller.ts";
import { TellerEntry } from "#core/teller/teller-entry.ts";
import { Piece, Serial, SerialRange, Stock, VoucherKind } from "#core/voucher/stock.ts";
import { StockEntry } from "#core/voucher/stock-entry.ts";
import { WalletEntry } from "#core/wallet/wallet-entry.ts";

const AccountEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("customer.registered"), customer: Customer }).readonly(),
  /** 预留手机号变更 (2004): the bank reaches the customer there from now on (O09). */
  z
    .object({
      type: z.literal("customer.phone-changed"),
      customer: CustomerId,
      phone: Phone,
      at: Instant,
    })
    .readonly(),
  z.object({ type: z.literal("account.opened"), account: Account }).readonly(),
  z.object({ type: z.literal("account.closed"), account: Account.unwrap().shape.id }).readonly(),
  z
    .object({
      type: z.literal("money.posted"),
      memo: z.string().max(60),
      postings: Postings,
      /** 冲正: the journal number of the posting that these legs are the exact opposite of (C06). */
      reverses: z.int().positive().optional(),
    })
    .readonly(),
  PostingReversed,
  /** 睡眠户激活 (6010). */
  z.object({ type: z.literal("account.activated"), account: AccountId }).readonly(),
  z.object({ type: z.literal("hold.placed"), hold: Hold }).readonly(),
  z.object({ type: z.literal("hold.lifted"), hold: z.string() }).readonly(),
]);

const ReplacementEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("relation.bound"), relation: Relation }).readonly(),
  z
    .object({ type: z.literal("relations.moved"), to: CardId, moves: z.array(RelationMove) })
    .readonly(),
  z.object({ type: z.literal("relations.closed"), relations: z.array(z.string()) }).readonly(),
  z.object({ type: z.literal("production.ordered"), order: ProductionOrder }).readonly(),
  z
    .object({
      type: z.literal("production.arrived"),
      order: z.string(),
      newCard: CardId,
      arrivedOn: BusinessDate,
      custodians: z.array(TellerId).length(2),
    })
    .readonly(),
  z
    .object({
      type: z.literal("production.settled"),
      order: z.string(),
      status: z.enum(["handed-over", "voided"]),
    })
    .readonly(),
]);

const VoucherEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("stock.placed"), stock: Stock }).readonly(),
  /** The lowest piece of the box left it: for a customer's card, or spoiled. */
  z.object({ type: z.literal("piece.taken"), piece: Piece }).readonly(),
  /** 收回作废: an old card taken back and punched before the customer (T34). */
  z
    .object({
      type: z.literal("piece.collected"),
      card: CardId,
      reason: z.string().max(100),
      /** The plastic was made by somebody else: the card it pretends to be was not collected. */
      counterfeit: z.literal(true).optional(),
    })
    .readonly(),
  /** 凭证领用 (V07): the lowest pieces of the vault went into a teller's box. */
  z
    .object({
      type: z.literal("pieces.allotted"),
      kind: VoucherKind,
      to: TellerId,
      count: z.int().min(1),
      /** Which these were; a journal of before reversals does not say so. */
      ranges: z.array(SerialRange).readonly().optional(),
    })
    .readonly(),
  /** Pieces that had been drawn by mistake went back from a box into the vault (C06, V07). */
  z
    .object({
      type: z.literal("pieces.returned"),
      kind: VoucherKind,
      from: TellerId,
      ranges: z.array(SerialRange).min(1).readonly(),
    })
    .readonly(),
  /** 口令卡制卡: a batch was made and went to the shop's encrypted file. */
  z.object({ type: z.literal("batch.made"), batch: PasswordCardBatch }).readonly(),
  /** 入库: printed cards came back; spoiled ones are void and never reach a box. */
  z
    .object({
      type: z.literal("batch.delivered"),
      batch: z.string(),
      good: z.array(SerialRange),
      spoiled: z.array(Serial),
    })
    .readonly(),
]);

const SlipEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("slip.issued"), slip: Slip }).readonly(),
  z.object({ type: z.literal("slip.printed"), slip: z.string() }).readonly(),
  z.object({ type: z.literal("slip.reprinted"), slip: z.string(), reason: z.string() }).readonly(),
  z.object({ type: z.literal("slip.voided"), slip: z.string() }).readonly(),
]);

const PeopleEntry = z.discriminatedUnion("type", [
  ...TellerEntry.options,
  z
    .object({
      type: z.literal("authorisation.given"),
      grant: Grant,
      /** What whoever gave it was asked to compare with the screen (D04). */
      papers: z.array(Paper).readonly().optional(),
    })
    .readonly(),
  z.object({ type: z.literal("authorisation.spent"), grant: z.string() }).readonly(),
  z
    .object({
      type: z.literal("authorisation.declined"),
      hash: RequestHash,
      level: Level,
      approver: z.string().max(20),
      why: z.string().max(100),
      papers: z.array(Paper).readonly().optional(),
    })
    .readonly(),
]);

const BranchEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("branch.founded"), branch: Branch }).readonly(),
  z.object({ type: z.literal("parameters.set"), parameters: Parameters }).readonly(),
  /** The presenter moved the clock of a demonstration forward. */
  z.object({ type: z.literal("clock.moved"), byMs: z.int().positive() }).readonly(),
  /**
   * The machine's calendar clock was found wrong: before the last entry of the journal, or jumped
   * against the stopwatch. `byMs` is by how much it moved; back is negative. It changes no record,
   * and no order: that is the sequence (PCI DSS 10.6.3).
   */
  z
    .object({
      type: z.literal("clock.observed"),
      against: z.enum(["journal", "stopwatch"]),
      byMs: z.int(),
    })
    .readonly(),
  /** 日终封账 (1105): what the day's end vouches for, and the same signed. */
  z.object({ type: z.literal("day.sealed"), seal: DaySeal, code: SealCode }).readonly(),
  /** 网点开机口令 (1004): the branch has another passphrase; nothing of it is written down. */
  z.object({ type: z.literal("vault.passphrase-changed") }).readonly(),
  /** What is written down from here on is sealed with the data key of this number. */
  z.object({ type: z.literal("vault.key-changed"), key: z.int().positive() }).readonly(),
  /** 备份: the books as of an earlier command lie in one file, wherever it is kept. */
  z.object({ type: z.literal("backup.made"), backup: Backup }).readonly(),
  /** The rules said no. Recorded, because every attempt is (C05). */
  z.object({ type: z.literal("request.refused"), refusal: z.string().max(80) }).readonly(),
  /** A customer was looked up by something that was not laid on the counter (R07, R23). */
  z
    .object({
      type: z.literal("customer.looked-up"),
      customer: CustomerId,
      by: z.enum(["card-number", "account-number", "document", "phone", "page"]),
      reason: z.string().max(100).optional(),
      /** It was whoever looked, or a relative (D08). */
      whose: z.enum(["own", "relative"]).optional(),
    })
    .readonly(),
  /** A masked number was shown in full, and why (K10). */
  z
    .object({
      type: z.literal("customer.revealed"),
      customer: CustomerId,
      what: z.enum(["document", "phone", "card"]),
      reason: z.string().max(100),
    })
    .readonly(),
]);

/** Everything that can ever have happened in the branch, in the past tense. */
export const Entry = z.discriminatedUnion("type", [
  ...AccountEntry.options,
  ...CardEntry.options,
  ...LossEntry.options,
  ...EvidenceEntry.options,
  ...PasswordCardEntry.options,
  ...EBankEntry.options,
  ...FreezeEntry.options,
  ...CashEntry.options,
  ...FeeEntry.options,
  ...AgencyEntry.options,
  ...IdentityEntry.options,
  ...ReplacementEntry.options,
  ...VoucherEntry.options,
  ...StockEntry.options,
  ...SlipEntry.options,
  ...PeopleEntry.options,
  ...ParkedEntry.options,
  ...BranchEntry.options,
  ...BranchDayEntry.options,
  ...AuditEntry.options,
  ...SmsEntry.options,
  ...EPayEntry.options,
  ...WalletEntry.options,
  ...RiskEntry.options,
  ...CallEntry.options,
]);
export type Entry = z.infer<typeof Entry>;
