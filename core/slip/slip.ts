import { z } from "zod";
import { BranchCode } from "#core/branch/branch.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { Denomination, PIECES_MAX } from "#core/money/denomination.ts";
import { SignedFen } from "#core/money/fen.ts";
import { RelationMove } from "#core/replacement/relation.ts";
import { ReversalPart } from "#core/reversal/reversal.ts";
import { factNames, terms } from "#core/slip/fact-name.ts";
import { TellerId } from "#core/teller/teller.ts";
import { VoucherKind } from "#core/voucher/stock.ts";

const name = z.enum(factNames);
/** Taken back by a reversal they count below zero. */
const pieces = z.int();

/**
 * One line of a preview, a receipt or a slip: what it is about, and its value.
 *
 * Names and terms are stable codes; the window words them in the teller's language. A value never
 * holds an unmasked number, but for that of the payee whom a customer puts her signature to, and for
 * what an organ's own paper must prove (`core/slip/masked-facts.ts`, `core/slip/on-paper.ts`).
 */
export const Fact = z.discriminatedUnion("kind", [
  z.object({ name, kind: z.literal("text"), text: z.string().max(200) }).readonly(),
  z.object({ name, kind: z.literal("date"), date: BusinessDate }).readonly(),
  z.object({ name, kind: z.literal("instant"), instant: Instant }).readonly(),
  z.object({ name, kind: z.literal("money"), amount: SignedFen }).readonly(),
  /** 期限: so many months, days or hours, from a moment that is not there yet. */
  z
    .object({
      name,
      kind: z.literal("period"),
      unit: z.enum(["months", "days", "hours"]),
      count: z.int().min(1),
    })
    .readonly(),
  /** 执法人员 in one line, with the number of the work permit (F02, F16). */
  z
    .object({
      name,
      kind: z.literal("officer"),
      officer: z.string().max(40),
      permit: z.string().max(30),
    })
    .readonly(),
  /** Another order of the state in one line: whose, by which paper, until when it holds if it ends. */
  z
    .object({
      name,
      kind: z.literal("order"),
      organ: z.string().max(60),
      documentNumber: z.string().max(60),
      until: Instant.optional(),
    })
    .readonly(),
  /** What a machine reads off the paper, such as the signed seal of a day. */
  z.object({ name, kind: z.literal("qr"), text: z.string().max(1000) }).readonly(),
  /** 券别: so many pieces of a denomination (1101 to 1103). */
  z
    .object({
      name,
      kind: z.literal("cash"),
      denomination: Denomination,
      pieces: z.int().min(0).max(PIECES_MAX),
    })
    .readonly(),
  /** 交易量 of a day: so many postings of a code, and what they credited (1105). */
  z
    .object({
      name,
      kind: z.literal("tally"),
      code: z.string().min(2).max(20),
      count: z.int().nonnegative(),
      turnover: SignedFen,
    })
    .readonly(),
  /** 变更: a value as it was and as it is to be; `of` names which, where the line does not. */
  z
    .object({
      name,
      kind: z.literal("change"),
      of: z.string().max(60),
      from: z.string().max(120),
      to: z.string().max(120),
    })
    .readonly(),
  /** 现金: the day of one box, in fen: what was there, what moved, what should lie there (C02). */
  z
    .object({
      name,
      kind: z.literal("cash-day"),
      box: z.string().max(10),
      opening: SignedFen,
      receipts: SignedFen,
      payments: SignedFen,
      transfersIn: SignedFen,
      transfersOut: SignedFen,
      over: SignedFen,
      short: SignedFen,
      held: SignedFen,
    })
    .readonly(),
  /** 重要空白凭证: the day of one kind in one hand, in pieces (V05). */
  z
    .object({
      name,
      kind: z.literal("stock-day"),
      voucher: VoucherKind,
      holder: z.string().max(10),
      opening: pieces,
      received: pieces,
      used: pieces,
      voided: pieces,
      handedOver: pieces,
      lost: pieces,
      held: pieces,
    })
    .readonly(),
  /** A word from a closed list, such as `numbering.same`. */
  z.object({ name, kind: z.literal("term"), term: z.enum(terms) }).readonly(),
]);
export type Fact = z.infer<typeof Fact>;

/** Which page a slip is printed on (3.12). */
export const SlipKind = z.enum([
  "loss-application",
  "replacement",
  "exchange",
  "general",
  /** 回执: what an organ of the state takes away; never a customer's (no tipping off). */
  "freeze-receipt",
  /** 伪造证件报告: what the police are told of a false document (3.8). */
  "forgery-report",
  /** 日终封账单, with the seal for a machine to read. */
  "day-seal",
  "day-report",
]);
export type SlipKind = z.infer<typeof SlipKind>;

/** 业务回单: the paper of one posting, kept so that it can be printed again as it was (3.12). */
export const Slip = z
  .object({
    number: z.string().regex(/^\d{14,20}$/),
    kind: SlipKind,
    code: z.string().regex(/^\d{4}$/),
    branch: BranchCode,
    branchName: z.string(),
    teller: TellerId,
    approvers: z.array(TellerId).readonly(),
    issuedAt: Instant,
    sequence: z.int().min(0),
    /** Most for an organ's receipt about 21 accounts with queues (F10). */
    facts: z.array(Fact).max(600).readonly(),
    /** What followed the card, with its ticks (T35). */
    relations: z.array(RelationMove).max(60).readonly(),
    /** How often it was printed again; the first print is 0 (补打). */
    reprints: z.int().min(0),
    /** How often it went to paper or to a file; never more than once and its reprints. */
    prints: z.int().min(0),
    /** Void from the moment the loss of an application is reported (T13) or its posting reversed (C06). */
    status: z.enum(["valid", "void"]),
    /** 已冲正: by which posting, and whether wholly; wholly it is void as well (C06). */
    reversed: z.object({ by: z.int().positive(), part: ReversalPart }).readonly().optional(),
  })
  .readonly();
export type Slip = z.infer<typeof Slip>;

/** Why a slip cannot be printed. */
export type SlipRefusal =
  | { readonly code: "slip.unknown" }
  | { readonly code: "slip.void" }
  /** It was printed; once more takes a counted reprint (9003). */
  | { readonly code: "slip.printed"; readonly slip: string };
