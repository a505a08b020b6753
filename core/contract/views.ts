import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { HoldKind } from "#core/account/hold.ts";
import { RequestHash } from "#core/authorisation/grant.ts";
import { Level } from "#core/authorisation/level.ts";
import { Branch } from "#core/branch/branch.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CardId, CardLife } from "#core/card/card.ts";
import { Verdict } from "#core/card/verdict.ts";
import { EvidenceRef, TransactionCode } from "#core/contract/transactions.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { DocumentKind } from "#core/identity/document.ts";
import { LossCaseNumber, LossKind, LossStatus, Numbering } from "#core/loss/loss-case.ts";
import { Fen, SignedFen } from "#core/money/fen.ts";
import { RelationKind, RelationMove } from "#core/replacement/relation.ts";
import { Outcome } from "#core/slip/outcome.ts";
import { Fact, SlipKind } from "#core/slip/slip.ts";
import { Role, TellerId } from "#core/teller/teller.ts";

// Views are all that the window knows. Every number in them is masked; every reference is opaque.

/** Who sits at this counter. */
export const SessionView = z.discriminatedUnion("status", [
  z.object({ status: z.literal("signed-off") }).readonly(),
  z
    .object({
      status: z.enum(["signed-on", "locked", "must-change-password"]),
      teller: TellerId,
      name: z.string(),
      role: Role,
    })
    .readonly(),
]);
export type SessionView = z.infer<typeof SessionView>;

/** The reader as the status bar shows it. */
export const ReaderView = z
  .object({
    status: z.enum(["absent", "opening", "probing", "ready", "busy", "lost"]),
    doing: z.enum(["reading", "writing", "verifying", "erasing"]).optional(),
    reason: z.string().optional(),
    model: z.string().optional(),
    simulated: z.boolean(),
  })
  .readonly();
export type ReaderView = z.infer<typeof ReaderView>;

/** The workstation as a whole: what every screen shows around its business. */
export const WorkstationView = z
  .object({
    /** Absent until a live branch has been set up. */
    branch: Branch.optional(),
    kind: z.enum(["live", "demonstration"]),
    now: Instant,
    today: BusinessDate,
    session: SessionView,
    reader: ReaderView,
    /** Lines the teller should read once: what recovery found, an old runtime, a wrong clock. */
    notices: z
      .array(
        z
          .object({
            code: z.string(),
            facts: z.record(z.string(), z.union([z.string(), z.number()])),
          })
          .readonly(),
      )
      .readonly(),
    cardsLeft: z.int(),
    idleLockMinutes: z.int(),
  })
  .readonly();
export type WorkstationView = z.infer<typeof WorkstationView>;

/** A card as the teller sees it. */
export const CardView = z
  .object({
    id: CardId,
    number: z.string(),
    account: AccountId,
    life: CardLife,
    loss: z.enum(["none", "oral", "formal"]),
    pin: z.enum(["ok", "locked", "lost", "unset"]),
    expired: z.boolean(),
    issuedOn: BusinessDate,
    sequence: z.int(),
    replacedBy: z.string().optional(),
  })
  .readonly();
export type CardView = z.infer<typeof CardView>;

/** One hold as the teller may see it: judicial ones only as "not available" (U07). */
export const HoldView = z
  .object({
    id: z.string(),
    kind: HoldKind,
    source: z.enum(["loss", "judicial", "customer", "bank"]),
    lossCase: z.string().optional(),
    amount: Fen.optional(),
    placedAt: Instant,
  })
  .readonly();

/** An account with what may be drawn from it now. */
export const AccountView = z
  .object({
    id: AccountId,
    number: z.string(),
    product: z.enum(["demand-savings", "settlement"]),
    life: z.enum(["open", "closed"]),
    openedOn: BusinessDate,
    balance: SignedFen,
    available: Fen,
    holds: z.array(HoldView).readonly(),
  })
  .readonly();
export type AccountView = z.infer<typeof AccountView>;

/** One loss case as registers and customer pages show it. */
export const LossCaseView = z
  .object({
    number: LossCaseNumber,
    customer: CustomerId,
    customerName: z.string(),
    card: CardId,
    cardNumber: z.string(),
    kind: LossKind,
    status: LossStatus,
    channel: z.enum(["counter", "phone"]),
    acceptedAt: Instant,
    oralLastDay: BusinessDate.optional(),
    formalOn: BusinessDate.optional(),
    maturesOn: BusinessDate.optional(),
    numbering: Numbering.optional(),
    slip: z.string().optional(),
    slipLost: z.boolean(),
    order: z.string().optional(),
    orderStatus: z.string().optional(),
    reason: z.string(),
    branch: z.string(),
    /** Transactions that the rules allow on it today, apart from what the customer must bring. */
    possible: z.array(TransactionCode).readonly(),
  })
  .readonly();
export type LossCaseView = z.infer<typeof LossCaseView>;

export const RelationView = z
  .object({
    id: z.string(),
    kind: RelationKind,
    label: z.string(),
    card: CardId,
    cardNumber: z.string(),
  })
  .readonly();

export const OrderView = z
  .object({
    id: z.string(),
    customer: CustomerId,
    customerName: z.string(),
    card: CardId,
    cardNumber: z.string(),
    purpose: z.enum(["loss", "exchange"]),
    lossCase: z.string().optional(),
    status: z.enum(["ordered", "arrived", "handed-over", "voided"]),
    orderedOn: BusinessDate,
    dueOn: BusinessDate,
    arrivedOn: BusinessDate.optional(),
    custodians: z.array(TellerId).readonly(),
  })
  .readonly();
export type OrderView = z.infer<typeof OrderView>;

/** 客户视图 (9002): one customer over all accounts, cards, holds, cases and channels (R28). */
export const CustomerView = z
  .object({
    id: CustomerId,
    name: z.string(),
    documentKind: DocumentKind,
    documentNumber: z.string(),
    documentExpired: z.boolean(),
    phone: z.string().optional(),
    address: z.string(),
    accounts: z.array(AccountView).readonly(),
    cards: z.array(CardView).readonly(),
    lossCases: z.array(LossCaseView).readonly(),
    orders: z.array(OrderView).readonly(),
    relations: z.array(RelationView).readonly(),
  })
  .readonly();
export type CustomerView = z.infer<typeof CustomerView>;

/** A swipe, or that it could not be read. */
export const SwipeView = z.discriminatedUnion("status", [
  z
    .object({
      status: z.literal("read"),
      ref: EvidenceRef,
      number: z.string(),
      verdict: Verdict,
      /** Whether the card must be kept at the counter. */
      retain: z.boolean(),
      issuer: z.object({ zh: z.string(), en: z.string() }).readonly().optional(),
      card: CardId.optional(),
      customer: CustomerId.optional(),
      at: Instant,
    })
    .readonly(),
  z
    .object({
      status: z.literal("unreadable"),
      /** What was wrong, and in which field of which track. */
      refusal: z.object({ code: z.string() }).loose().readonly(),
      at: Instant,
    })
    .readonly(),
]);
export type SwipeView = z.infer<typeof SwipeView>;

/** A document laid on the document reader. */
export const DocumentView = z
  .object({
    ref: EvidenceRef,
    kind: DocumentKind,
    number: z.string(),
    name: z.string(),
    expired: z.boolean(),
    /** What 联网核查 answered, where a demonstration can ask it. */
    check: z.string().optional(),
    customer: CustomerId.optional(),
  })
  .readonly();
export type DocumentView = z.infer<typeof DocumentView>;

/** 磁条检测 (3010): every field of the stripe that may be shown, track by track. */
export const StripeView = z
  .object({
    tracks: z
      .array(
        z
          .object({
            track: z.int().min(1).max(3),
            status: z.enum(["good", "empty", "bad"]),
            length: z.int(),
            refusal: z.object({ code: z.string() }).loose().readonly().optional(),
            fields: z
              .array(z.object({ name: z.string(), value: z.string() }).readonly())
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    verdict: Verdict.optional(),
    agrees: z.boolean(),
  })
  .readonly();
export type StripeView = z.infer<typeof StripeView>;

/** What a transaction would do, and whose word it needs. */
export const PreviewView = z
  .object({ outcome: Outcome, level: Level, hash: RequestHash, writes: z.boolean() })
  .readonly();
export type PreviewView = z.infer<typeof PreviewView>;

/** What was done: the receipt, with the slip that may now be printed. */
export const Receipt = z
  .object({
    sequence: z.int().positive(),
    recordedAt: Instant,
    outcome: Outcome,
    slip: z.string().optional(),
    slipKind: SlipKind.optional(),
  })
  .readonly();
export type Receipt = z.infer<typeof Receipt>;

/** A second person's word, given or half given. */
export const ApprovalView = z
  .object({ grant: z.string(), status: z.enum(["half", "whole"]), approver: TellerId })
  .readonly();
export type ApprovalView = z.infer<typeof ApprovalView>;

/** A written and verified card, waiting for its posting. */
export const WrittenView = z
  .object({ ref: EvidenceRef, serial: z.string(), number: z.string() })
  .readonly();
export type WrittenView = z.infer<typeof WrittenView>;

/** A slip as it is printed. */
export const SlipView = z
  .object({
    number: z.string(),
    kind: SlipKind,
    code: z.string(),
    branch: z.string(),
    branchName: z.string(),
    teller: TellerId,
    approvers: z.array(TellerId).readonly(),
    issuedAt: Instant,
    sequence: z.int(),
    facts: z.array(Fact).readonly(),
    relations: z.array(RelationMove).readonly(),
    reprints: z.int(),
    status: z.enum(["valid", "void"]),
    demonstration: z.boolean(),
  })
  .readonly();
export type SlipView = z.infer<typeof SlipView>;

/** One line of the journal query (9001). */
export const JournalRow = z
  .object({
    sequence: z.int(),
    recordedAt: Instant,
    businessDate: BusinessDate,
    teller: z.string(),
    approvers: z.array(TellerId).readonly(),
    code: z.string(),
    entries: z.array(z.string()).readonly(),
    slip: z.string().optional(),
    outcome: Outcome.optional(),
  })
  .readonly();
export type JournalRow = z.infer<typeof JournalRow>;

/** The presenter's tray: physical cards and documents that can be used in a demonstration. */
export const TrayView = z
  .object({
    cards: z
      .array(
        z
          .object({
            id: z.string(),
            label: z.string(),
            number: z.string().optional(),
            customer: CustomerId.optional(),
            kind: z.enum(["customer", "blank", "made", "foreign", "special", "damaged"]),
          })
          .readonly(),
      )
      .readonly(),
    documents: z
      .array(
        z.object({ customer: CustomerId, name: z.string(), pin: z.string().optional() }).readonly(),
      )
      .readonly(),
    /** What the simulator waits for. */
    expects: z.enum(["swipe", "write-swipe", "nothing"]),
    failing: z.string().optional(),
  })
  .readonly();
export type TrayView = z.infer<typeof TrayView>;

/** What the customer's display shows. */
export const DisplayView = z.discriminatedUnion("status", [
  z
    .object({ status: z.literal("idle"), branchName: z.string(), demonstration: z.boolean() })
    .readonly(),
  z
    .object({
      status: z.literal("pin"),
      purpose: z.enum(["verify", "new", "again"]),
      number: z.string(),
      problem: z.string().optional(),
      demonstration: z.boolean(),
    })
    .readonly(),
]);
export type DisplayView = z.infer<typeof DisplayView>;
