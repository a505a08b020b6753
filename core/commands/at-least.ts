import { leastLevelOf } from "#core/authorisation/least-level.ts";
import type { Context, Decision } from "#core/commands/command.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import { assert } from "#core/kernel/assert.ts";
import { accept, type Result } from "#core/kernel/result.ts";

/**
 * Holds every decision against the table of levels (5.7): one that asks for less is our bug, and
 * stops before anything is posted. What a rule found out may well ask for more.
 */
export function atLeast(
  decision: Decision,
  request: TransactionRequest,
  { parameters }: Context,
): Result<Decision, never> {
  const least = leastLevelOf(request, parameters);
  assert(decision.level >= least, `${request.code} is never decided below ${least}`);
  return accept(decision);
}
