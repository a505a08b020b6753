import type { Context, Decision } from "#core/commands/command.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import { accept, type Result } from "#core/kernel/result.ts";

/** A fee is let off on a supervisor's word at the least, whatever it was the fee of (3.13). */
export function waiverByTwo(
  decision: Decision,
  _request: TransactionRequest,
  _context: Context,
): Result<Decision, never> {
  const isWaived = decision.entries.some(({ type }) => type === "fee.waived");
  return accept(isWaived && decision.level < "A2" ? { ...decision, level: "A2" } : decision);
}
