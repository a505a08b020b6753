import { z } from "zod";
import { AccountId, AccountProduct } from "#core/account/account.ts";
import { HoldKind } from "#core/account/hold.ts";
import { AgencyBasis, AgencyId } from "#core/agency/agency.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CardId, CardLife } from "#core/card/card.ts";
import { EPayOfCustomer } from "#core/contract/e-pay-view.ts";
import { WalletView } from "#core/contract/own-wallet-view.ts";
import { EBankView, PasswordCardView } from "#core/contract/password-card-view.ts";
import { TransactionCode } from "#core/contract/transactions.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { FeeKind } from "#core/fee/fee-table.ts";
import { OwedFeeId } from "#core/fee/owed-fee.ts";
import { CheckResult, DocumentKind } from "#core/identity/document.ts";
import { LossCaseNumber, LossKind, LossStatus, Numbering } from "#core/loss/loss-case.ts";
import { Fen, SignedFen } from "#core/money/fen.ts";
import { RelationKind } from "#core/replacement/relation.ts";
import { TellerId } from "#core/teller/teller.ts";

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
    /** 已消磁: when its stripe was erased, by whom, and who agreed (3014, T34). */
    erased: z
      .object({ at: Instant, teller: z.string(), approvers: z.array(TellerId).readonly() })
      .readonly()
      .optional(),
  })
  .readonly();
export type CardView = z.infer<typeof CardView>;

/**
 * One hold as the teller may see it. Whoever may not see orders of the state is told `restricted`
 * where any are in force, with no kind, time or count: "not available, call the supervisor" (U07).
 */
export const HoldView = z.discriminatedUnion("source", [
  z.object({ source: z.literal("restricted") }).readonly(),
  z
    .object({
      id: z.string(),
      kind: HoldKind,
      source: z.enum(["loss", "judicial", "customer", "bank"]),
      lossCase: z.string().optional(),
      amount: Fen.optional(),
      placedAt: Instant,
    })
    .readonly(),
]);
export type HoldView = z.infer<typeof HoldView>;

/** An account with what may be drawn from it now. */
export const AccountView = z
  .object({
    id: AccountId,
    number: z.string(),
    product: AccountProduct,
    life: z.enum(["open", "closed"]),
    openedOn: BusinessDate,
    balance: SignedFen,
    /** Absent where it would tell, beside the balance, what an order holds. */
    available: Fen.optional(),
    /** 睡眠户: nothing leaves it until its holder has activated it (6010). */
    dormant: z.boolean(),
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

/** Somebody of the register who may act for a customer, and whether he still serves (2005). */
export const AgencyView = z
  .object({
    id: AgencyId,
    basis: AgencyBasis,
    name: z.string(),
    document: z.string(),
    relation: z.string(),
    scope: z.array(z.string()).readonly(),
    validTo: BusinessDate,
    standing: z.enum(["serves", "expired", "ended"]),
  })
  .readonly();
export type AgencyView = z.infer<typeof AgencyView>;

/** A fee that is owed, by the slip on which it stands (C07). */
const OwedFeeView = z
  .object({ id: OwedFeeId, kind: FeeKind, amount: Fen, owedOn: BusinessDate, slip: z.string() })
  .readonly();

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
    /** The present card first, void ones behind it. */
    passwordCards: z.array(PasswordCardView).readonly(),
    eBank: EBankView,
    ePay: EPayOfCustomer,
    /** e钱包 in use, if there is one. */
    wallet: WalletView.optional(),
    /** What the customer still owes for (C07, 9007). */
    owedFees: z.array(OwedFeeView).readonly().default([]),
    agencies: z.array(AgencyView).readonly().default([]),
    /** When documents with this number were shown that proved false (2002): look twice. */
    falseDocuments: z.array(Instant).readonly().default([]),
    /** The last check that was made by itself (2002). */
    lastCheck: z
      .object({ result: CheckResult, checkedAt: Instant, teller: z.string() })
      .readonly()
      .optional(),
  })
  .readonly();
export type CustomerView = z.infer<typeof CustomerView>;
