import { z } from "zod";
import { RequestHash } from "#core/authorisation/grant.ts";
import { Level } from "#core/authorisation/level.ts";
import { Paper } from "#core/authorisation/paper.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { EvidenceRef } from "#core/contract/transactions.ts";
import { RelationMove } from "#core/replacement/relation.ts";
import { ReversalPart } from "#core/reversal/reversal.ts";
import { Outcome } from "#core/slip/outcome.ts";
import { Fact, SlipKind } from "#core/slip/slip.ts";
import { TellerId } from "#core/teller/teller.ts";

/** What a transaction would do, and whose word it needs. */
export const PreviewView = z
  .object({
    outcome: Outcome,
    level: Level,
    hash: RequestHash,
    writes: z.boolean(),
    makes: z.int().optional(),
    erases: z.literal(true).optional(),
    /** 短信通知: the telephones that will be told of it, masked; the slip says nothing of them. */
    tells: z.array(z.string()).readonly().optional(),
    /** What whoever gives their word compares with the screen (D04). */
    papers: z.array(Paper).readonly().optional(),
  })
  .readonly();
export type PreviewView = z.infer<typeof PreviewView>;

/** A batch of password cards whose file lies ready, waiting for its posting. */
export const MadeView = z.object({ ref: EvidenceRef, file: z.string(), count: z.int() }).readonly();
export type MadeView = z.infer<typeof MadeView>;

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

/** An erased card that was read back empty, waiting for its posting. */
export const ErasedView = z.object({ ref: EvidenceRef, number: z.string() }).readonly();
export type ErasedView = z.infer<typeof ErasedView>;

/** 已冲正: by which posting, and whether wholly (C06). */
const Reversed = z.object({ by: z.int().positive(), part: ReversalPart }).readonly();

/** A slip as it is printed. */
export const SlipView = z
  .object({
    number: z.string(),
    kind: SlipKind,
    code: z.string(),
    branch: z.string(),
    branchName: z.string(),
    /** As the branch has it now; a slip keeps the name that the bank goes by alone. */
    branchEnglishName: z.string().optional(),
    teller: TellerId,
    approvers: z.array(TellerId).readonly(),
    issuedAt: Instant,
    sequence: z.int(),
    facts: z.array(Fact).readonly(),
    relations: z.array(RelationMove).readonly(),
    reprints: z.int(),
    status: z.enum(["valid", "void"]),
    reversed: Reversed.optional(),
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
    /** What of it 1106 could undo on its day, as far as that depends on itself (C06). */
    undoable: z.array(ReversalPart).readonly().optional(),
    reversed: Reversed.optional(),
    /** 冲正: of which posting it is the opposite. */
    reverses: z.int().positive().optional(),
  })
  .readonly();
export type JournalRow = z.infer<typeof JournalRow>;
