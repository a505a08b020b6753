import { lastFour } from "#core/card/pan.ts";
import {
  type CodeSent,
  sendCode,
  type TypedCode,
  takeCode,
} from "#core/commands/online/e-pay/code.ts";
import { factsOf } from "#core/commands/online/e-pay/facts.ts";
import type { OnlineContext, OnlineResult } from "#core/commands/online/online.ts";
import { admitAlias } from "#core/e-pay/admission.ts";
import { resumeElements } from "#core/e-pay/code-elements.ts";
import type { EPay, EPayId, EPayLimits } from "#core/e-pay/e-pay.ts";
import type { EPayRefusal } from "#core/e-pay/e-pay-refusal.ts";
import { cardOf, type Identifier, isLive, namedBy } from "#core/e-pay/identifier.ts";
import { admitLimits, isRaise, limitsInForce } from "#core/e-pay/limits.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** What a code is asked for besides a payment: to enter 我的e支付, or to resume. */
export type OwnPurpose = "e-pay.manage" | "e-pay.resume";

/** A code by which somebody proves that an enrolment is hers. */
export interface OwnCode {
  readonly purpose: OwnPurpose;
  readonly identifier: Identifier;
}

/** A code to enter 我的e支付 or to resume, on its way to the reserved telephone (5.5, E10). */
export function askOwnCode(
  { purpose, identifier }: OwnCode,
  context: OnlineContext,
): OnlineResult<CodeSent> {
  const found = provable({ purpose, identifier }, context);
  if (!found.ok) return found;
  const { customer, phone: to } = found.value;
  const card = cardOf(found.value, context.books);
  const elements = elementsOf(purpose, found.value);
  const values = { card: lastFour(card.pan) };
  const sent = sendCode({ customer, to, purpose, elements, values }, context);
  return sent.ok
    ? accept({ entries: sent.value.entries, outcome: sent.value.sent, facts: factsOf(card) })
    : sent;
}

/** She has typed the code: she may see and change what is hers until she goes. */
export function enterOwn(
  { identifier, typed }: { readonly identifier: Identifier; readonly typed: TypedCode },
  context: OnlineContext,
): OnlineResult<EPay> {
  return proved({ purpose: "e-pay.manage", identifier, typed }, context, () => []);
}

/** 恢复: a suspended enrolment works again, by a code (5.5). */
export function resumeOwn(
  { identifier, typed }: { readonly identifier: Identifier; readonly typed: TypedCode },
  context: OnlineContext,
): OnlineResult<EPay> {
  return proved({ purpose: "e-pay.resume", identifier, typed }, context, ({ id }) => [
    { type: "e-pay.resumed", enrolment: id },
  ]);
}

function proved(
  { typed, ...asked }: OwnCode & { readonly typed: TypedCode },
  context: OnlineContext,
  then: (enrolment: EPay) => readonly Entry[],
): OnlineResult<EPay> {
  const found = provable(asked, context);
  if (!found.ok) return found;
  const { purpose } = asked;
  const elements = elementsOf(purpose, found.value);
  const { customer } = found.value;
  const taken = takeCode(typed, { customer, purpose, elements }, context);
  return taken.ok
    ? accept({
        entries: [...taken.value, ...then(found.value)],
        outcome: found.value,
        facts: factsOf(cardOf(found.value, context.books)),
      })
    : taken;
}

/** The enrolment, where its telephone is still the reserved one: only there a code proves anything. */
function provable(
  { purpose, identifier }: OwnCode,
  { books }: OnlineContext,
): Result<EPay, EPayRefusal> {
  const enrolment = namedBy(identifier, books);
  if (!enrolment) return refuse({ code: "e-pay.unknown" });
  const { status } = enrolment;
  if (purpose === "e-pay.resume" && status !== "suspended") {
    return refuse({ code: "e-pay.not-suspended", status });
  }
  return books.find("customer", enrolment.customer)?.phone === enrolment.phone
    ? accept(enrolment)
    : refuse({ code: "e-pay.phone-differs" });
}

function elementsOf(purpose: OwnPurpose, enrolment: EPay): readonly string[] {
  const { id, phone } = enrolment;
  return purpose === "e-pay.resume" ? resumeElements(enrolment) : [id, phone];
}

/**
 * 暂停: whoever knows telephone and last six digits may stop paying at once, for what harms nobody needs
 * no more proof (5.5, O10).
 */
export function suspendOwn(identifier: Identifier, context: OnlineContext): OnlineResult<EPay> {
  const enrolment = namedBy(identifier, context.books);
  return enrolment ? stopped(enrolment, context) : refuse({ code: "e-pay.unknown" });
}

/** The same by whoever has entered 我的e支付. */
export function suspendEntered(id: EPayId, context: OnlineContext): OnlineResult<EPay> {
  const enrolment = entered(id, context);
  return enrolment.ok ? stopped(enrolment.value, context) : enrolment;
}

function stopped(enrolment: EPay, context: OnlineContext): OnlineResult<EPay> {
  const { id, status } = enrolment;
  if (status !== "enrolled") return refuse({ code: "e-pay.not-enrolled", status });
  return changed(enrolment, [{ type: "e-pay.suspended", enrolment: id }], context);
}

/** 调低限额: down by herself, never up, not even back to what was before (E15). */
export function lowerLimits(
  { id, limits }: { readonly id: EPayId; readonly limits: EPayLimits },
  context: OnlineContext,
): OnlineResult<EPay> {
  const found = entered(id, context);
  if (!found.ok) return found;
  const { status } = found.value;
  if (status !== "enrolled") return refuse({ code: "e-pay.not-enrolled", status });
  const rules = context.parameters.ePay;
  const before = limitsInForce(found.value, rules);
  if (isRaise(before, limits)) return refuse({ code: "e-pay.raised-at-counter-only" });
  const admitted = admitLimits(limits, rules);
  if (!admitted.ok) return admitted;
  if (before.single === limits.single && before.day === limits.day) {
    return refuse({ code: "e-pay.nothing-changed" });
  }
  return changed(found.value, [{ type: "e-pay.limited", enrolment: id, limits }], context);
}

/** 别名: what she calls the card, so that its number is never shown (E13). */
export function renameOwn(
  { id, alias }: { readonly id: EPayId; readonly alias: string },
  context: OnlineContext,
): OnlineResult<EPay> {
  const found = entered(id, context);
  if (!found.ok) return found;
  if (found.value.alias === alias) return refuse({ code: "e-pay.nothing-changed" });
  const { customer } = found.value;
  const admitted = admitAlias({ customer, alias, except: id }, context.books);
  if (!admitted.ok) return admitted;
  return changed(found.value, [{ type: "e-pay.renamed", enrolment: id, alias }], context);
}

/** 注销: the enrolment ends, and its relation to the card with it (5.5). */
export function cancelOwn(id: EPayId, context: OnlineContext): OnlineResult<EPay> {
  const found = entered(id, context);
  if (!found.ok) return found;
  const { relation } = found.value;
  const entries = [
    { type: "e-pay.cancelled", enrolment: id },
    { type: "relations.closed", relations: [relation] },
  ] as const satisfies readonly Entry[];
  return changed(found.value, entries, context);
}

/** The enrolment that was entered, as long as it lives and its telephone is the one that proved it. */
function entered(id: EPayId, { books }: OnlineContext): Result<EPay, EPayRefusal> {
  const enrolment = books.find("ePay", id);
  const isStillHers =
    enrolment !== undefined &&
    isLive(enrolment) &&
    books.find("customer", enrolment.customer)?.phone === enrolment.phone;
  return isStillHers ? accept(enrolment) : refuse({ code: "e-pay.not-entered" });
}

function changed(
  enrolment: EPay,
  entries: readonly Entry[],
  { books }: OnlineContext,
): OnlineResult<EPay> {
  return accept({ entries, outcome: enrolment, facts: factsOf(cardOf(enrolment, books)) });
}
