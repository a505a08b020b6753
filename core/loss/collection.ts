import type { BranchCode } from "#core/branch/branch.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import {
  isOpen,
  type LossCase,
  type LossRefusal,
  type Numbering,
  statusOn,
} from "#core/loss/loss-case.ts";

/** The branch of the report is the only one that can end a case; there is no override (L04). */
export function atReportBranch(
  lossCase: LossCase | undefined,
  branch: BranchCode,
): Result<LossCase, LossRefusal> {
  if (!lossCase) return refuse({ code: "loss.unknown" });
  if (lossCase.branch !== branch) {
    return refuse({ code: "loss.other-branch", branch: lossCase.branch });
  }
  return accept(lossCase);
}

/** Whether the paper in the customer's hand is the valid 挂失申请书 of this case (L11). */
export function withSlip(
  lossCase: LossCase,
  slip: string | undefined,
): Result<LossCase, LossRefusal> {
  return lossCase.slip !== undefined && lossCase.slip === slip
    ? accept(lossCase)
    : refuse({ code: "loss.slip-mismatch" });
}

/** A case whose written report has been accepted and that has not ended. */
export function formallyOpen(
  lossCase: LossCase,
  today: BusinessDate,
): Result<LossCase, LossRefusal> {
  const status = statusOn(lossCase, today);
  return status === "formal-waiting" || status === "matured"
    ? accept(lossCase)
    : refuse({ code: "loss.not-open", status });
}

/**
 * Whether the prescribed days are over (L01, L12, T05): from D+8 on.
 *
 * Earlier only where the bank replaces on the day itself, and then as the parameter says (T17).
 */
export function matured(
  lossCase: LossCase,
  today: BusinessDate,
  sooner?: { readonly parameters: Parameters; readonly numbering: Numbering },
): Result<"matured" | "same-day", LossRefusal> {
  const open = formallyOpen(lossCase, today);
  if (!open.ok) return open;
  if (statusOn(lossCase, today) === "matured") return accept("matured");

  const policy = sooner?.parameters.sameDayReplacement ?? "off";
  if (policy === "off" || lossCase.slipLost) {
    return refuse({ code: "loss.not-matured", maturesOn: lossCase.maturesOn ?? today });
  }
  if (policy === "new-number-only" && sooner?.numbering === "same") {
    return refuse({ code: "loss.same-day-new-number-only" });
  }
  return accept("same-day");
}

/** Whether the case still binds its card today. */
export function isOpenOn(lossCase: LossCase, today: BusinessDate): boolean {
  return isOpen({ ...lossCase, status: statusOn(lossCase, today) });
}
