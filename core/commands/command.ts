import type { AccountId } from "#core/account/account.ts";
import type { Level } from "#core/authorisation/level.ts";
import type { Books } from "#core/books/books.ts";
import type { Branch } from "#core/branch/branch.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Holidays } from "#core/calendar/holidays.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { BinTable } from "#core/card/bin.ts";
import type { CardId } from "#core/card/card.ts";
import type { Pan } from "#core/card/pan.ts";
import type { Verdict } from "#core/card/verdict.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type {
  EvidenceRef,
  TransactionCode,
  TransactionInput,
} from "#core/contract/transactions.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Sealing } from "#core/day/day-seal.ts";
import type { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { Result } from "#core/kernel/result.ts";
import type { PasswordCardBatch } from "#core/password-card/batch.ts";
import type { Signals } from "#core/risk/signals.ts";
import type { Outcome } from "#core/slip/outcome.ts";
import type { Fact, SlipKind } from "#core/slip/slip.ts";
import type { OneTimeCodeId } from "#core/sms/one-time-code.ts";
import type { OperatorCardHash, PasswordVerifier, Teller, TellerId } from "#core/teller/teller.ts";
import type { Serial, SerialRange } from "#core/voucher/stock.ts";

/** What a device saw, as far as rules may know it: never a stripe, never a PIN in clear. */
export type Evidence =
  | {
      readonly type: "swipe";
      readonly card: CardId | undefined;
      readonly verdict: Verdict;
    }
  | { readonly type: "document"; readonly kind: DocumentKind; readonly number: string }
  /**
   * A PIN taken on the pad, as the keyed hash it would have for this account. One that was keyed in
   * to be checked can never become a new one: it was typed once and may be weak (T24).
   */
  | {
      readonly type: "pin";
      readonly account: AccountId;
      readonly purpose: "verify" | "new";
      readonly verifier: string;
    }
  /** A login password for electronic banking, chosen on the pad, as its keyed hash (R16). */
  | { readonly type: "bank-password"; readonly customer: CustomerId; readonly verifier: string }
  /** A code that came by message and was keyed in: its digits were right for that code, or not (E11). */
  | { readonly type: "sms-code"; readonly code: OneTimeCodeId; readonly isRight: boolean }
  /** A first password for somebody of the branch, as its verifier (9008). */
  | { readonly type: "teller-password"; readonly verifier: PasswordVerifier }
  /** 柜员卡 in the reader, as the keyed hash of what its stripe says. */
  | { readonly type: "operator-card"; readonly hash: OperatorCardHash }
  /** The stock file of the printer's shop, read line by line. */
  | {
      readonly type: "delivery";
      readonly batch: string;
      readonly good: readonly SerialRange[];
      readonly spoiled: readonly Serial[];
    }
  /** A batch of password cards whose file for the shop lies ready and is durable. */
  | { readonly type: "batch-file"; readonly batch: PasswordCardBatch }
  /** A blank piece that was written and read back without a difference. */
  | {
      readonly type: "written";
      readonly serial: Serial;
      readonly pan: Pan;
      readonly trackVersion: number;
      /** The day its expiry and verification values were made for. */
      readonly issuedOn: BusinessDate;
    }
  /** A collected card whose stripe was erased and read back empty. */
  | { readonly type: "erased"; readonly card: CardId };

/** What was done to a piece or a file for one request, before it can be posted. */
export type Written = Extract<Evidence, { type: "written" | "batch-file" | "erased" }>;

/** Everything a rule is told besides the request itself. Time is an argument like any other. */
export interface Context {
  readonly books: Books;
  readonly now: Instant;
  /** 营业日: the day that business is done for; the calendar's date is `dateOf(now)`. */
  readonly today: BusinessDate;
  readonly teller: Teller;
  readonly branch: Branch;
  readonly parameters: Parameters;
  readonly holidays: Holidays;
  readonly bins: BinTable;
  readonly freezeKinds: FreezeKinds;
  readonly evidence: (ref: string) => Evidence | undefined;
  /** What was posted under a journal number, as far as this teller may know of it (U07). */
  readonly posting: (sequence: number) => Batch | undefined;
  /** What was posted about a customer, without what concerned orders of the state alone (9005). */
  readonly concerning: (customer: CustomerId) => readonly Batch[];
  /** What the rules of risk have counted so far (1.6). */
  readonly signals: Signals;
  /** What a day's seal is made of; asked by 1105 alone, for it reads the whole day. */
  readonly sealing: () => Sealing;
  /** The verified card of this request, written or erased, or its batch; absent in a preview. */
  readonly written: Written | undefined;
  /** The numbers this request will bear: its journal number and that of its slip. */
  readonly sequence: number;
  readonly slipNumber: string;
  /** SHA-256 of a text as hexadecimal digits. */
  readonly sha256: (text: string) => string;
}

/** A blank card that must be written before the request can be posted. */
export interface CardToWrite {
  readonly serial: Serial;
  readonly pan: Pan;
  readonly account: AccountId;
  readonly sequence: number;
  readonly trackVersion: number;
  readonly issuedOn: BusinessDate;
  readonly validityYears: number;
  readonly serviceCode: string;
}

/** A collected card that must be erased before the request can be posted. */
export interface CardToErase {
  readonly card: CardId;
  readonly pan: Pan;
  /** The reading that showed it to be this card; an erasure must follow soon. */
  readonly swipe: EvidenceRef;
}

/** A batch of password cards that must be made before the request can be posted. */
export interface BatchToMake {
  /** Everything but the file, which is not made yet. */
  readonly batch: Omit<PasswordCardBatch, "file">;
  readonly count: number;
}

/** What a rule decided: what would be journalled, shown and printed, and whose word it needs. */
export interface Decision {
  readonly level: Level;
  /** Whose word does not count although they are not the maker: who had a hand in it before (C06). */
  readonly notBy?: readonly TellerId[];
  /** Whose word alone counts: the other side of a hand-over takes in what is handed over (V07). */
  readonly onlyBy?: readonly TellerId[];
  /** Whose own business it is, or a relative's: their word does not count either (D08). */
  readonly concerned?: readonly TellerId[];
  readonly entries: readonly Entry[];
  readonly outcome: Outcome;
  /** Lines that are told once it is posted: what a count is held against is not for the counting (C02). */
  readonly afterwards?: readonly Fact[];
  /** The page its slip is printed on; it bears the lines of the outcome. */
  readonly slip?: SlipKind;
  /** The lines of a slip that says less than the desk is shown, or more (an organ's receipt). */
  readonly paper?: readonly Fact[];
  /** Present when the posting waits for a card to be written. */
  readonly write?: CardToWrite;
  /** Present when the posting waits for a card to be erased. */
  readonly erase?: CardToErase;
  /** Present when the posting waits for a batch of password cards to be made. */
  readonly make?: BatchToMake;
}

/** A refusal that still leaves a trace in the books, such as a wrong PIN counted. */
export type Refused = {
  readonly ok: false;
  readonly refusal: Refusal;
  readonly entries?: readonly Entry[];
};

/** One transaction of the counter: input and books in, a decision or a refusal out. Pure. */
export type Command<C extends TransactionCode> = (
  input: TransactionInput<C>,
  context: Context,
) => Result<Decision, Refusal> | Refused;
