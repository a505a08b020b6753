import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { Agent } from "#core/agency/agent.ts";
import { BranchCode } from "#core/branch/branch.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CardId } from "#core/card/card.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { SignedFen } from "#core/money/fen.ts";

/** 挂失编号: branch 4, YYMMDD, serial 4 (5.2). */
export const LossCaseNumber = z
  .string()
  .regex(/^\d{14}$/)
  .brand<"LossCaseNumber">();
export type LossCaseNumber = z.infer<typeof LossCaseNumber>;

/** 挂失种类 (T10): the card, the PIN, or both (双挂失). */
export const LossKind = z.enum(["card", "pin", "both"]);
export type LossKind = z.infer<typeof LossKind>;

/** 同号 or 异号: whether the new card keeps the number (L07). */
export const Numbering = z.enum(["same", "new"]);
export type Numbering = z.infer<typeof Numbering>;

/** Where a loss case stands (5.2). */
export const LossStatus = z.enum([
  "oral-active",
  "formal-waiting",
  "matured",
  "lapsed",
  "withdrawn",
  "closed-replaced",
  "closed-account",
  "closed-pin",
]);
export type LossStatus = z.infer<typeof LossStatus>;

/** 挂失案: one report of one loss, from the acceptance second to its end (5.2). */
export const LossCase = z
  .object({
    number: LossCaseNumber,
    /** Where it was reported, and so where alone it can end (L04, T09). It never changes. */
    branch: BranchCode,
    card: CardId,
    account: AccountId,
    customer: CustomerId,
    kind: LossKind,
    status: LossStatus,
    channel: z.enum(["counter", "phone"]),
    /** The second from which the bank answers for every payment (T04). */
    acceptedAt: Instant,
    /** The last day of an oral report; it lapses at 24:00 (T03, T06). */
    oralLastDay: BusinessDate.optional(),
    formalOn: BusinessDate.optional(),
    /** The first day on which the case can end with a new card: D+8. Never moves earlier. */
    maturesOn: BusinessDate.optional(),
    /** The debit block that lives and dies with this case (L08, L09). */
    hold: z.string(),
    numbering: Numbering.optional(),
    agent: Agent.optional(),
    reason: z.string().max(100),
    balanceAtReport: SignedFen,
    /** The valid 挂失申请书; the collection paper (L11). */
    slip: z.string().optional(),
    /** Once the slip itself was lost the report cannot be withdrawn (T13). */
    slipLost: z.boolean(),
    order: z.string().optional(),
  })
  .readonly();
export type LossCase = z.infer<typeof LossCase>;

/** Why a loss case does not go on. */
export type LossRefusal =
  | { readonly code: "loss.unknown" }
  | { readonly code: "loss.already-reported"; readonly lossCase: string }
  | { readonly code: "loss.not-reportable"; readonly life: string }
  | { readonly code: "loss.bill-out-of-scope" }
  | { readonly code: "loss.channel" }
  | { readonly code: "loss.other-branch"; readonly branch: string }
  | { readonly code: "loss.not-oral"; readonly status: LossStatus }
  | { readonly code: "loss.lapsed"; readonly lastDay: BusinessDate }
  | { readonly code: "loss.not-open"; readonly status: LossStatus }
  | { readonly code: "loss.not-matured"; readonly maturesOn: BusinessDate }
  | { readonly code: "loss.same-day-new-number-only" }
  | { readonly code: "loss.slip-mismatch" }
  | { readonly code: "loss.slip-lost" }
  | { readonly code: "loss.register-mismatch"; readonly field: "amount" }
  | { readonly code: "loss.card-not-ready" }
  /** What is due in fen, balance and interest, where another sum was to be paid out. */
  | { readonly code: "loss.payout-differs"; readonly payout: number }
  | { readonly code: "loss.kind"; readonly kind: LossKind };

/** Whether the case still binds the card: open and not lapsed. Its hold exists exactly then. */
export function isOpen(lossCase: LossCase): boolean {
  return (
    lossCase.status === "oral-active" ||
    lossCase.status === "formal-waiting" ||
    lossCase.status === "matured"
  );
}

/** The status by the clock: a term ends when its day is over, whether or not a timer fired. */
export function statusOn(lossCase: LossCase, today: BusinessDate): LossStatus {
  const { status, oralLastDay, maturesOn } = lossCase;
  if (status === "oral-active" && oralLastDay && today > oralLastDay) return "lapsed";
  if (status === "formal-waiting" && maturesOn && today >= maturesOn) return "matured";
  return status;
}
