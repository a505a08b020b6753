import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { ParkedId } from "#core/authorisation/parked.ts";
import { BranchCode } from "#core/branch/branch.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { CardId } from "#core/card/card.ts";
import { AuditFilter, DailyList } from "#core/contract/audit-view.ts";
import { BackupMadeView, BackupProgress, BackupView } from "#core/contract/backup-view.ts";
import { BankView, CardSheetView, PaymentView } from "#core/contract/bank-view.ts";
import { CallQuestions } from "#core/contract/call-view.ts";
import type { NoticeChannel, RequestChannel } from "#core/contract/channels.ts";
import { CustomerView, LossCaseView, OrderView } from "#core/contract/customer-view.ts";
import { DayView } from "#core/contract/day-view.ts";
import { DisplayView, TrayView } from "#core/contract/display-view.ts";
import { FreezeOrderView, FreezeStackView } from "#core/contract/freeze-view.ts";
import { ownEPayRequests } from "#core/contract/own-e-pay-requests.ts";
import { OwnEPayView } from "#core/contract/own-e-pay-view.ts";
import { ownWalletRequests } from "#core/contract/own-wallet-requests.ts";
import { OwnWalletView } from "#core/contract/own-wallet-view.ts";
import { BatchView, DeliveryView } from "#core/contract/password-card-view.ts";
import { OperatorCardView, ParametersView, PersonView } from "#core/contract/people-view.ts";
import {
  ApprovalView,
  ErasedView,
  JournalRow,
  MadeView,
  PreviewView,
  Receipt,
  SlipView,
  WrittenView,
} from "#core/contract/posting-view.ts";
import { EvidencePackView, ProtectionView } from "#core/contract/protection-view.ts";
import {
  OpenedRequest,
  ParkedView,
  QUEUE_SHOWN,
  QueueFilter,
  TakenUpRequest,
} from "#core/contract/queue-view.ts";
import {
  DiagnosisView,
  ReaderDeskView,
  ReaderDialect,
  ReaderSettings,
  TraceLine,
} from "#core/contract/reader-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import {
  PhoneAnswer,
  RiskFilter,
  RiskListView,
  RiskOpenedView,
  RiskRulesView,
  TryOutProgress,
  TryOutView,
} from "#core/contract/risk-view.ts";
import {
  CounterCode,
  OutboxFilter,
  OutboxView,
  PhoneView,
  SentCode,
} from "#core/contract/sms-view.ts";
import { StockRegisterView } from "#core/contract/stock-view.ts";
import { DocumentView, StripeView, SwipeView } from "#core/contract/swipe-view.ts";
import {
  EvidenceRef,
  ParameterChange,
  TransactionCode,
  type TransactionRequest,
  transactions,
} from "#core/contract/transactions.ts";
import { VaultView } from "#core/contract/vault-view.ts";
import { WorkstationView } from "#core/contract/workstation-view.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { EBankSwitch } from "#core/e-bank/e-bank.ts";
import { PaymentChannel, PaymentOrder } from "#core/e-bank/payment.ts";
import { FreezeKindName } from "#core/freeze/freeze-kind.ts";
import { DocumentKind } from "#core/identity/document.ts";
import { freeWords } from "#core/identity/free-text.ts";
import { RequestId } from "#core/journal/batch.ts";
import { Coordinate } from "#core/password-card/grid.ts";
import { PasswordCardId } from "#core/password-card/password-card.ts";
import { RiskFlagId } from "#core/risk/risk-flag.ts";
import { MessageId } from "#core/sms/message.ts";
import { OneTimeCodeId } from "#core/sms/one-time-code.ts";
import { Role, TellerId } from "#core/teller/teller.ts";

const Password = z.string().min(1).max(128);
/** It opens the books of a whole branch, so a sentence has room. */
const Passphrase = z.string().min(1).max(256);
const reason = freeWords(100);
const nothing = z.undefined();
const done = z.literal("done");

/** The longest stock file: one line for each card of the largest batch. */
export const DELIVERY_CHARACTERS = 6_000_000;

/** A request before its input was parsed. */
interface RawRequest {
  readonly code: TransactionCode;
  readonly input: unknown;
}

/**
 * A transaction's code with the input that its code asks for, and nothing besides. Its type is named:
 * all inputs written out are more than the compiler can write down.
 */
const Request: z.ZodType<TransactionRequest, RawRequest> = z
  .strictObject({ code: TransactionCode, input: z.unknown() })
  .transform((request, context) => {
    const parsed = transactions[request.code].safeParse(request.input);
    // The schema of the very code made the input: the pair is a request again.
    if (parsed.success) return { code: request.code, input: parsed.data } as TransactionRequest;
    for (const issue of parsed.error.issues) {
      context.addIssue({ code: "custom", message: issue.message, path: ["input", ...issue.path] });
    }
    return z.NEVER;
  });

/** How a customer is looked up (2001). */
export const CustomerSearch = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("swipe"), ref: EvidenceRef }),
  z.strictObject({ by: z.literal("document-shown"), ref: EvidenceRef }),
  /** The number typed twice, because a wrong digit finds somebody else (R07). */
  z.strictObject({
    by: z.literal("card-number"),
    number: z.string().max(24),
    again: z.string().max(24),
    reason,
  }),
  /** The account that a paper names, such as a notice of freezing (F05). */
  z.strictObject({ by: z.literal("account-number"), number: z.string().max(30) }),
  z.strictObject({ by: z.literal("document"), kind: DocumentKind, number: z.string().max(30) }),
  z.strictObject({ by: z.literal("phone"), number: z.string().max(20) }),
]);
export type CustomerSearch = z.infer<typeof CustomerSearch>;

/** One person of a branch that is being set up. */
export const NewTeller = z.strictObject({
  id: TellerId,
  name: z.string().trim().min(1).max(40),
  role: Role,
  password: Password,
});

/** 登记簿查询 (6011): what the register of orders is searched by. */
export const FreezeFilter = z.strictObject({
  show: z.enum(["in-force", "waiting", "ending", "ended", "all"]),
  /** For `ending`: within so many days. */
  days: z.int().min(0).max(366),
  kind: FreezeKindName.optional(),
  /** Of the organ, the document, the holder's name or the account. */
  text: z.string().max(40),
});
export type FreezeFilter = z.infer<typeof FreezeFilter>;

type Channel = { readonly input: z.ZodType; readonly answer: z.ZodType };

/** The branch, its day and its people. */
const branchRequests = {
  "vault.view": { input: nothing, answer: VaultView },
  /** 网点开机: opens the books of the branch with its passphrase. */
  "vault.open": { input: z.strictObject({ passphrase: Passphrase }), answer: VaultView },
  /** Sets the passphrase of a new branch, or of one whose keys an older program left in clear. */
  "vault.found": { input: z.strictObject({ passphrase: Passphrase }), answer: VaultView },
  /** Supervisor and branch head, with the passphrase as it was. */
  "vault.change-passphrase": {
    input: z.strictObject({ passphrase: Passphrase, next: Passphrase }),
    answer: VaultView,
  },
  /** A new data key for what is written from now on: branch head, with the passphrase. */
  "vault.rotate-key": {
    /** Empty in a demonstration, which has none. */
    input: z.strictObject({ passphrase: z.string().max(256) }),
    answer: VaultView,
  },
  "backup.view": { input: nothing, answer: BackupView },
  /**
   * 备份, by supervisor or branch head: into the branch's own folder for backups, or another that is
   * there already. Answered once the file is whole and was read back.
   */
  "backup.make": {
    input: z.strictObject({ folder: z.string().min(1).max(1024).optional() }),
    answer: BackupMadeView,
  },
  "backup.cancel": { input: nothing, answer: done },
  /** The system's own dialog for a folder; absent where it was called off. */
  "backup.choose-folder": {
    input: nothing,
    answer: z.object({ folder: z.string().optional() }),
  },
  /** Writes the file that a posting of 9005 allows, under a passphrase told on another way. */
  "evidence-pack.write": {
    input: z.strictObject({ authorised: z.int().positive(), passphrase: Passphrase }),
    answer: EvidencePackView,
  },
  /** 数据保护 (9009): how safe the books are; no customer in it. */
  "protection.view": { input: nothing, answer: ProtectionView },
  /** How the day stands: the start page, and the page that ends it. */
  "day.view": { input: nothing, answer: DayView },
  "workstation.view": { input: nothing, answer: WorkstationView },
  "branch.found": {
    input: z.strictObject({
      code: BranchCode,
      name: z.string().trim().min(1).max(60),
      englishName: z.string().trim().min(1).max(80),
      people: z.array(NewTeller).min(3).max(50),
    }),
    answer: done,
  },
  /** 柜员管理 (9008): the people of the branch. */
  "people.list": { input: nothing, answer: z.array(PersonView).max(1000) },
  /** A first password for somebody new, or for `teller`; only its verifier is kept. */
  "people.take-password": {
    input: z.strictObject({ teller: TellerId.optional(), password: Password }),
    answer: z.object({ ref: EvidenceRef }),
  },
  /** Waits until a card goes through that is to become an operator card. */
  "operator-card.ask": { input: nothing, answer: z.object({ ref: EvidenceRef }) },
  "operator-card.cancel": { input: nothing, answer: done },
  /** 参数维护 (9006): everything that can be set, as it is. */
  "parameters.view": { input: nothing, answer: ParametersView },
  "session.sign-on": {
    input: z.strictObject({
      teller: TellerId,
      password: Password,
      /** The operator card that was swiped besides (D02). */
      card: EvidenceRef.optional(),
    }),
    answer: WorkstationView,
  },
  "session.sign-off": { input: nothing, answer: done },
  "session.lock": { input: z.strictObject({ idle: z.boolean() }), answer: done },
  "session.resume": { input: z.strictObject({ password: Password }), answer: WorkstationView },
  "session.change-password": {
    input: z.strictObject({ password: Password, next: Password }),
    answer: WorkstationView,
  },
} satisfies Record<string, Channel>;

/** Transactions, the second person, and the devices at the counter. */
const counterRequests = {
  "transaction.preview": { input: Request, answer: PreviewView },
  "transaction.run": {
    input: z.strictObject({
      id: RequestId,
      request: Request,
      grant: z.string().max(40).optional(),
      written: EvidenceRef.optional(),
      /** The parked request that it was made from (9004). */
      parked: ParkedId.optional(),
    }),
    answer: Receipt,
  },
  "authorisation.approve": {
    input: z.strictObject({ request: Request, approver: TellerId, password: Password }),
    answer: ApprovalView,
  },
  "authorisation.decline": {
    input: z.strictObject({ request: Request, approver: TellerId, password: Password, reason }),
    answer: done,
  },
  /** Lets a request wait for a second person; `instead` is the one it was made from (9004). */
  "queue.park": {
    input: z.strictObject({ request: Request, instead: ParkedId.optional() }),
    answer: ParkedView,
  },
  "queue.list": { input: QueueFilter, answer: z.array(ParkedView).max(QUEUE_SHOWN) },
  /** The request as it is decided on the books of now, or why the rules refuse it by now. */
  "queue.open": { input: z.strictObject({ parked: ParkedId }), answer: OpenedRequest },
  /** A word for a parked request, by password, whoever sits at the counter. */
  "queue.approve": {
    input: z.strictObject({ parked: ParkedId, approver: TellerId, password: Password }),
    answer: ParkedView,
  },
  "queue.decline": {
    input: z.strictObject({ parked: ParkedId, approver: TellerId, password: Password, reason }),
    answer: ParkedView,
  },
  "queue.withdraw": { input: z.strictObject({ parked: ParkedId }), answer: ParkedView },
  /** Its maker has it back: nothing is posted by this, and the word goes with it while it carries. */
  "queue.take-up": { input: z.strictObject({ parked: ParkedId }), answer: TakenUpRequest },
  /** Writes and verifies the next blank piece for a request that has been approved. */
  "card.write": {
    input: z.strictObject({ request: Request, grant: z.string().max(40).optional() }),
    answer: WrittenView,
  },
  /** Erases the collected card that was read just now, for a request that has been approved. */
  "card.erase": {
    input: z.strictObject({ request: Request, grant: z.string().max(40).optional() }),
    answer: ErasedView,
  },
  "card.cancel": { input: nothing, answer: done },
  /** Makes an approved batch of password cards and lays its file ready for the printer's shop. */
  "batch.make": {
    input: z.strictObject({ request: Request, grant: z.string().max(40).optional() }),
    answer: MadeView,
  },
  "batch.cancel": { input: nothing, answer: done },
  "batch.list": { input: nothing, answer: z.array(BatchView).max(500) },
  /** Reads the stock file that came with a delivery; nothing is taken in yet. */
  "delivery.read": {
    input: z.strictObject({ text: z.string().max(DELIVERY_CHARACTERS) }),
    answer: DeliveryView,
  },
  /** The next swipe is shown field by field instead of finding a customer (3010). */
  "stripe.test": { input: z.strictObject({ armed: z.boolean() }), answer: done },
  "reader.view": { input: nothing, answer: ReaderDeskView },
  /** Closes the line and opens it anew as told; kept for the next start (supervisor and above). */
  "reader.configure": { input: ReaderSettings, answer: ReaderDeskView },
  /** Asks the reader all that it can say of itself; no card is needed. */
  "reader.diagnose": { input: nothing, answer: DiagnosisView },
  /** Waits until the reader's sensor feels a card; `card.cancel` calls it off. */
  "reader.test-sensor": { input: nothing, answer: z.object({ isFelt: z.boolean() }) },
  /** Listens, then asks in the safe order, which language the device at the port speaks. */
  "reader.find-dialect": {
    input: nothing,
    answer: z.object({
      dialect: ReaderDialect.optional(),
      /** Another interface of a known reader answered, which no dialect here speaks. */
      isForeign: z.boolean(),
    }),
  },
  /** 录制: writes down what is said on the cable, card numbers replaced, until told to stop. */
  "reader.record": {
    input: z.strictObject({ on: z.boolean(), device: freeWords(60).optional() }),
    answer: z.object({ file: z.string().optional() }),
  },
  "pin.ask": {
    input: z.strictObject({
      account: AccountId,
      /** The card the PIN is asked for, so that the customer reads its number. */
      card: CardId.optional(),
      purpose: z.enum(["verify", "new"]),
      /** A new login password for electronic banking instead of a card's PIN. */
      of: z.enum(["card", "e-bank"]).default("card"),
    }),
    answer: z.object({ ref: EvidenceRef }),
  },
  "pin.cancel": { input: nothing, answer: done },
  /** A code by message to the telephone that the purpose wants (E10); nobody here sees its digits. */
  "sms-code.send": { input: CounterCode, answer: SentCode },
  /** The customer keys the code in on her own pad; `pin.cancel` calls it off. */
  "sms-code.ask": {
    input: z.strictObject({ code: OneTimeCodeId }),
    answer: z.object({ ref: EvidenceRef }),
  },
} satisfies Record<string, Channel>;

/** Looking things up, and slips. */
const enquiryRequests = {
  "customer.find": { input: CustomerSearch, answer: z.array(CustomerView).max(20) },
  "customer.view": { input: z.strictObject({ customer: CustomerId }), answer: CustomerView },
  "customer.reveal": {
    input: z.strictObject({
      customer: CustomerId,
      what: z.enum(["document", "phone", "card"]),
      card: CardId.optional(),
      reason,
    }),
    answer: z.object({ text: z.string() }),
  },
  "call.questions": {
    input: z.strictObject({ customer: CustomerId }),
    answer: CallQuestions,
  },
  "loss.register": {
    input: z.strictObject({
      show: z.enum(["open", "due", "all"]),
      text: z.string().max(40),
      page: z.int().min(0).max(10_000),
    }),
    answer: z.object({ rows: z.array(LossCaseView).max(50), total: z.int() }),
  },
  /** Everything that holds an account; asked by whoever has the duty, and journalled. */
  "freeze.stack": { input: z.strictObject({ account: AccountId }), answer: FreezeStackView },
  "freeze.register": {
    input: z.strictObject({ filter: FreezeFilter, page: z.int().min(0).max(10_000) }),
    answer: z.object({ rows: z.array(FreezeOrderView).max(50), total: z.int() }),
  },
  /** How many orders in force end within some days: a number that names nobody, so it is no look. */
  "freeze.ending": {
    input: FreezeFilter.pick({ days: true }),
    answer: z.object({ count: z.int() }),
  },
  /** The register as a file beside the data folder, under a passphrase told on another way. */
  "freeze.export": {
    input: z.strictObject({
      filter: FreezeFilter,
      as: z.enum(["csv", "json-lines"]),
      passphrase: Passphrase,
    }),
    answer: z.object({ file: z.string(), rows: z.int() }),
  },
  "order.list": { input: nothing, answer: z.array(OrderView).max(500) },
  /** 凭证库存 (8011): every hand of blank pieces that whoever asks may see. */
  "stock.register": { input: nothing, answer: StockRegisterView },
  "journal.list": {
    input: z.strictObject({
      date: BusinessDate.optional(),
      code: z.string().max(20).optional(),
      teller: z.string().max(10).optional(),
      /** The one posting of this number. */
      sequence: z.int().positive().optional(),
      /** Only what issued a slip. */
      type: z.literal("slip.issued").optional(),
      page: z.int().min(0).max(100_000),
    }),
    answer: z.object({ rows: z.array(JournalRow).max(50), total: z.int() }),
  },
  /** 审计查询 (9005): the journal by any field; that somebody looked is a line of it. */
  "audit.search": {
    input: z.strictObject({ filter: AuditFilter, page: z.int().min(0).max(100_000) }),
    answer: z.object({ rows: z.array(JournalRow).max(50), total: z.int() }),
  },
  /** What a search finds as a file beside the data folder, under a passphrase told on another way. */
  "audit.export": {
    input: z.strictObject({
      filter: AuditFilter,
      as: z.enum(["csv", "json-lines"]),
      passphrase: Passphrase,
    }),
    answer: z.object({ file: z.string(), rows: z.int() }),
  },
  /** 主管日清单 (9010). */
  "daily.list": { input: z.strictObject({ date: BusinessDate }), answer: DailyList },
  /** 风险预警 (9012): a page of warnings, and the picture of all that the filter finds. */
  "risk.list": {
    input: z.strictObject({ filter: RiskFilter, page: z.int().min(0).max(10_000) }),
    answer: RiskListView,
  },
  "risk.view": { input: z.strictObject({ flag: RiskFlagId }), answer: RiskOpenedView },
  /** 风险规则 (9013). */
  "risk.rules": { input: nothing, answer: RiskRulesView },
  /** 试算: what the rules, changed so, would have said of the journal so far; beside the counter. */
  "risk.try-out": {
    input: z.strictObject({
      changes: z.array(ParameterChange).max(100).readonly(),
    }),
    answer: TryOutView,
  },
  "risk.cancel-try-out": { input: nothing, answer: done },
  "slip.view": { input: z.strictObject({ slip: z.string().max(20) }), answer: SlipView },
  "slip.list": {
    input: z.strictObject({ text: z.string().max(40), page: z.int().min(0).max(10_000) }),
    answer: z.object({ rows: z.array(SlipView).max(50), total: z.int() }),
  },
  "slip.print": {
    input: z.strictObject({
      slip: z.string().max(20),
      to: z.enum(["printer", "pdf"]),
      language: z.enum(["zh-CN", "en"]),
    }),
    answer: z.object({ file: z.string().optional() }),
  },
  /** 短信发件箱 (9011): messages as they stand, masked, without any digits of a code. */
  "sms.outbox": { input: OutboxFilter, answer: OutboxView },
  /** Has a message that failed tried again; who wanted it is written down. */
  "sms.retry": { input: z.strictObject({ message: MessageId }), answer: done },
} satisfies Record<string, Channel>;

/** The presenter's desk, the customer's display and her bank. */
const customerRequests = {
  "demonstration.tray": { input: nothing, answer: TrayView },
  "demonstration.swipe": {
    input: z.strictObject({ card: z.string().max(60), badly: z.boolean() }),
    answer: done,
  },
  "demonstration.show-document": {
    input: z.strictObject({ customer: CustomerId }),
    answer: DocumentView,
  },
  "demonstration.move-clock": {
    input: z.union([
      z.strictObject({ days: z.int().min(1).max(366) }),
      z.strictObject({ to: BusinessDate }),
    ]),
    answer: WorkstationView,
  },
  /** What becomes of the next card that is written or erased. */
  "demonstration.fail-next": {
    input: z.strictObject({ how: z.enum(["write-error", "silent", "mismatch", "none"]) }),
    answer: done,
  },
  /** Pulls the cable of the simulated reader out, or puts it in again. */
  "demonstration.plug": { input: z.strictObject({ in: z.boolean() }), answer: done },
  "display.view": { input: nothing, answer: DisplayView },
  "display.enter-pin": {
    input: z.strictObject({ digits: z.string().regex(/^\d{6}$/) }),
    answer: DisplayView,
  },
  "display.cancel": { input: nothing, answer: DisplayView },
  "bank.view": { input: nothing, answer: BankView },
  "bank.log-in": {
    input: z.strictObject({
      customer: CustomerId,
      channel: PaymentChannel,
      password: z.string().max(20),
    }),
    answer: BankView,
  },
  "bank.log-out": { input: nothing, answer: BankView },
  /** Asks for a payment. `confirmed` is the press on the U盾, or the customer's last word without one. */
  "bank.pay": {
    input: z.strictObject({ id: RequestId, order: PaymentOrder, confirmed: z.boolean() }),
    answer: PaymentView,
  },
  /** Answers the challenge of exactly this order. Wrong lengths and signs are the rules' to refuse. */
  "bank.answer": {
    input: z.strictObject({
      challenge: z.string().max(20),
      order: PaymentOrder,
      answer: z.string().max(200),
    }),
    answer: PaymentView,
  },
  "bank.close-switch": { input: z.strictObject({ which: EBankSwitch }), answer: BankView },
  /** What 95588 wrote to the customers' telephones; in a demonstration only (E14). */
  "phone.view": { input: nothing, answer: PhoneView },
  /** Her yes or no to a payment that the bank asked her about (W04); in a demonstration only. */
  "phone.answer": { input: PhoneAnswer, answer: done },
  /** What stands under the film of one cell; of a demonstration's cards only. */
  "card.scratch": {
    input: z.strictObject({ card: PasswordCardId, coordinate: Coordinate }),
    answer: z.object({ digits: z.string() }),
  },
  /** The card as it would come from the printer's shop, as a PDF; of a demonstration's cards only. */
  "card.print": {
    input: z.strictObject({
      card: PasswordCardId,
      layout: z.enum(["card", "large-print"]),
      language: z.enum(["zh-CN", "en"]),
    }),
    answer: z.object({ file: z.string() }),
  },
  /** What stands on a card that is being printed at this moment. */
  "card.sheet": { input: z.strictObject({ card: PasswordCardId }), answer: CardSheetView },
} satisfies Record<string, Channel>;

/**
 * What the windows may ask: one line a channel, input and answer. In parts, for the type of the whole
 * is too long to be written out at once.
 */
export const requests: typeof branchRequests &
  typeof counterRequests &
  typeof enquiryRequests &
  typeof customerRequests &
  typeof ownEPayRequests &
  typeof ownWalletRequests = {
  ...branchRequests,
  ...counterRequests,
  ...enquiryRequests,
  ...customerRequests,
  ...ownEPayRequests,
  ...ownWalletRequests,
} satisfies Record<RequestChannel, Channel>;

/** What the windows are told, unasked. */
export const notices = {
  "workstation.changed": WorkstationView,
  "card.swiped": SwipeView,
  "operator-card.swiped": OperatorCardView,
  "stripe.tested": StripeView,
  "document.shown": DocumentView,
  "books.changed": z.object({ sequence: z.int(), customers: z.array(CustomerId) }),
  "tray.changed": TrayView,
  "write.stage": z.object({
    stage: z.enum(["write-swipe", "verify-swipe", "verify-other", "done"]),
  }),
  "reader.traced": TraceLine,
  "batch.progress": z.object({ done: z.int(), total: z.int() }),
  "backup.progress": BackupProgress,
  "risk.progress": TryOutProgress,
  "display.changed": DisplayView,
  "bank.changed": BankView,
  "e-pay.changed": OwnEPayView,
  "wallet.changed": OwnWalletView,
  "phone.changed": PhoneView,
} satisfies Record<NoticeChannel, z.ZodType>;

export type Input<C extends RequestChannel> = z.infer<(typeof requests)[C]["input"]>;
/** What the window sends, before the schema has branded it. */
export type Sent<C extends RequestChannel> = z.input<(typeof requests)[C]["input"]>;
export type Answer<C extends RequestChannel> = z.infer<(typeof requests)[C]["answer"]>;
export type Notice<C extends NoticeChannel> = z.infer<(typeof notices)[C]>;

/** What comes back over the wire. */
export type Reply<C extends RequestChannel> =
  | { readonly ok: true; readonly value: Answer<C> }
  | { readonly ok: false; readonly refusal: Refusal };
