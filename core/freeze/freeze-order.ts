import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { FreezeKindName, FreezePaper, FreezeTerm } from "#core/freeze/freeze-kind.ts";
import { freeWords, hasCardNumber, paperSign } from "#core/identity/free-text.ts";
import { Fen } from "#core/money/fen.ts";

/** An order is known inside the workstation by an opaque reference. */
export const FreezeOrderId = z
  .string()
  .regex(/^f-\d+$/)
  .brand<"FreezeOrderId">();
export type FreezeOrderId = z.infer<typeof FreezeOrderId>;

/** 经办人: an officer of the organ, with the number of the work permit (F02, F16). */
export const Officer = z
  .strictObject({
    name: freeWords(40),
    permit: paperSign({ shortest: 4, longest: 30 }),
    permitValidTo: BusinessDate,
  })
  .readonly();
export type Officer = z.infer<typeof Officer>;

/** 机关: the organ as its paper names it. An order is changed by this very organ and by no other. */
export const Organ = z.strictObject({ kind: FreezeKindName, name: freeWords(60) }).readonly();
export type Organ = z.infer<typeof Organ>;

/** 文书: a paper of the organ, the two who bring it, and when they handed it over (F02, F03, F10). */
export const FreezePapers = z
  .strictObject({
    organ: Organ,
    /** 文书号: unique among the papers of its organ. No card number is written into it (K01). */
    documentNumber: paperSign({ shortest: 4, longest: 60 }).refine(
      (number) => !hasCardNumber(number),
      "no card number",
    ),
    shown: z.array(FreezePaper).min(1).max(FreezePaper.options.length).readonly(),
    officers: z.tuple([Officer, Officer]).readonly(),
    /** To the second: it decides the rank (F10). */
    deliveredAt: Instant,
    /** 网络查控: by the network of organs and banks, which equals paper (F14); else over the counter. */
    delivery: z.enum(["counter", "network"]).optional(),
  })
  .readonly();
export type FreezePapers = z.infer<typeof FreezePapers>;

/** What is to be held: an amount, or the account as it is and whatever comes (F17). */
export const FreezeScope = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("amount"), amount: Fen }).readonly(),
  z.strictObject({ type: z.literal("account"), block: z.enum(["debit", "full"]) }).readonly(),
]);
export type FreezeScope = z.infer<typeof FreezeScope>;

/** 续冻: the end moved, the rank kept (F11, F12). */
export const Renewal = z
  .object({
    papers: FreezePapers,
    term: FreezeTerm,
    isExtended: z.boolean(),
    /** The end it began from and the end it gave. */
    from: Instant,
    endsAt: Instant,
  })
  .readonly();
export type Renewal = z.infer<typeof Renewal>;

/** Where an order stands: 生效, 轮候, or how it ended (F16). */
export const FreezeStatus = z.enum([
  "active",
  "waiting",
  "released",
  "expired",
  "deducted",
  "cancelled",
]);

/**
 * 冻结: one order of one organ on one account (5.4). Each is a record of its own: what the account may
 * do is worked out from all of them, and nothing is ever overwritten by the next.
 */
export const FreezeOrder = z
  .object({
    id: FreezeOrderId,
    account: AccountId,
    customer: CustomerId,
    papers: FreezePapers,
    scope: FreezeScope,
    /** 是否及于孳息 (F04): whether interest is held too. */
    coversInterest: z.boolean(),
    term: FreezeTerm,
    /** Whether a higher approval allowed the extended term. */
    isExtended: z.boolean(),
    /** The notice's own last day, where it prints one; it prevails. */
    lastDay: BusinessDate.optional(),
    status: FreezeStatus,
    /** When it took effect: on registration, or when the orders before it made room (F09, F18). */
    effectiveAt: Instant.optional(),
    /** The first moment at which it holds no more; absent while waiting, or without an end. */
    endsAt: Instant.optional(),
    /** What is still to be held of an amount: the target less what was released or deducted. */
    rest: Fen,
    deducted: Fen,
    renewals: z.array(Renewal).readonly(),
    /** The papers by which its organ released, deducted or cancelled since (F15, F16). */
    laterPapers: z.array(FreezePapers).readonly().optional(),
  })
  .readonly();
export type FreezeOrder = z.infer<typeof FreezeOrder>;

/** Why an order is not taken, or not changed. The window says what to hand back (F05). */
export type FreezeRefusal =
  | { readonly code: "freeze.unknown" }
  | { readonly code: "freeze.not-allowed" }
  | { readonly code: "freeze.one-officer-twice" }
  | { readonly code: "freeze.permit-expired"; readonly permitValidTo: BusinessDate }
  /** By network come only the papers of officers whom the bank has seen before (F14). */
  | { readonly code: "freeze.officer-not-registered"; readonly officer: string }
  | { readonly code: "freeze.paper-missing"; readonly paper: FreezePaper }
  | { readonly code: "freeze.document-known"; readonly order: string }
  | { readonly code: "freeze.name-differs" }
  | { readonly code: "freeze.other-branch"; readonly branch: string }
  | { readonly code: "freeze.delivered-later" }
  | { readonly code: "freeze.delivered-long-ago"; readonly days: number }
  | { readonly code: "freeze.amount-zero" }
  | { readonly code: "freeze.words-differ" }
  | { readonly code: "freeze.term-too-long"; readonly unit: string; readonly count: number }
  | { readonly code: "freeze.term-unit"; readonly unit: string }
  | { readonly code: "freeze.last-day-past" }
  | { readonly code: "freeze.nothing-to-wait-for" }
  | { readonly code: "freeze.other-organ"; readonly organ: string }
  | { readonly code: "freeze.not-active"; readonly status: FreezeOrder["status"] }
  | { readonly code: "freeze.ended"; readonly endsAt: Instant }
  | { readonly code: "freeze.not-renewable" }
  | { readonly code: "freeze.renewals-used"; readonly atMost: number }
  | { readonly code: "freeze.renewal-pending" }
  | { readonly code: "freeze.total-too-long"; readonly unit: string; readonly count: number }
  | { readonly code: "freeze.no-part" }
  | { readonly code: "freeze.over-rest"; readonly rest: Fen }
  | { readonly code: "freeze.deducts-not" }
  | { readonly code: "freeze.over-controlled"; readonly controlled: Fen }
  | { readonly code: "freeze.not-waiting" }
  /** A stop of hours has a transaction of its own, and every other kind has theirs (6007). */
  | { readonly code: "freeze.use-instead"; readonly transaction: "6001" | "6002" | "6007" }
  /** An amount is one: it cannot be held on several accounts at a time. */
  | { readonly code: "freeze.amount-over-accounts" }
  | { readonly code: "freeze.account-twice" }
  | { readonly code: "freeze.other-holder" }
  /** Money deducted goes neither to the account it is taken from nor to another of its holder. */
  | { readonly code: "freeze.pays-itself" }
  /** An account of ours that is to be paid is not in the name that the paper gives. */
  | { readonly code: "freeze.payee-name-differs" }
  | { readonly code: "freeze.payee-bank-needed" };
