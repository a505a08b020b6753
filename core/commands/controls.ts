import { agencyRefusal, representedAtA3 } from "#core/commands/agency-control.ts";
import { atLeast } from "#core/commands/at-least.ts";
import { boxesOpen, boxRefusal } from "#core/commands/box-open.ts";
import { notByPhone, nothingElseByPhone } from "#core/commands/by-phone.ts";
import type { Context, Decision, Refused } from "#core/commands/command.ts";
import { dayNotOpen } from "#core/commands/day-open.ts";
import { warnOfForgery } from "#core/commands/forgery-warning.ts";
import { ownBusiness } from "#core/commands/own-business.ts";
import { rightsRefusal } from "#core/commands/rights.ts";
import { underRisk } from "#core/commands/under-risk.ts";
import { waiverByTwo } from "#core/commands/waiver-by-two.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** What must hold before any rule of the transaction itself is asked; undefined where it does. */
type Control = (request: TransactionRequest, context: Context) => Refusal | undefined;

/** What is demanded of every decision, whichever transaction made it, and may make it stricter. */
type Proviso = (
  decision: Decision,
  request: TransactionRequest,
  context: Context,
) => Result<Decision, Refusal> | Refused;

/** In the order in which a person would be told: who you are, what day it is, what you hold. */
const controls: readonly Control[] = [
  rightsRefusal,
  dayNotOpen,
  boxRefusal,
  notByPhone,
  agencyRefusal,
];

/** From the decision itself to whose word it needs. */
const provisos: readonly Proviso[] = [
  representedAtA3,
  warnOfForgery,
  ownBusiness,
  nothingElseByPhone,
  waiverByTwo,
  boxesOpen,
  underRisk,
  atLeast,
];

/** The branch's own controls over all transactions (1.6, 3.7 to 3.11): one place, one line each. */
export function mayBeAsked(
  request: TransactionRequest,
  context: Context,
): Result<TransactionRequest, Refusal> {
  for (const control of controls) {
    const refusal = control(request, context);
    if (refusal) return refuse(refusal);
  }
  return accept(request);
}

/** The decision under every proviso; the first that says no ends it. */
export function underProvisos(
  decision: Decision,
  request: TransactionRequest,
  context: Context,
): Result<Decision, Refusal> | Refused {
  let standing = decision;
  for (const proviso of provisos) {
    const next = proviso(standing, request, context);
    if (!next.ok) return next;
    standing = next.value;
  }
  return accept(standing);
}
