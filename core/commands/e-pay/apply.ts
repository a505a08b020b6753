import { instant } from "#core/calendar/instant.ts";
import { bindRelation } from "#core/commands/bind-relation.ts";
import type { CardFile } from "#core/commands/card-file.ts";
import type { Context } from "#core/commands/command.ts";
import type { Application } from "#core/e-pay/admission.ts";
import { enrolmentsOf } from "#core/e-pay/admission.ts";
import { phoneCoolsUntil } from "#core/e-pay/cooling.ts";
import { type EPay, EPayId } from "#core/e-pay/e-pay.ts";
import { cardOf } from "#core/e-pay/identifier.ts";
import { firstLimits, lesser } from "#core/e-pay/limits.ts";
import type { Entry } from "#core/journal/entry.ts";

/** What the relation of an enrolment is called; the alias may change, and is kept with the enrolment. */
export const EPAY_LABEL = "工银e支付";

/** What is agreed on by applying; `limits` are those it begins with. */
type Agreed = Application & Pick<EPay, "alias" | "limits">;

/** The books and the moment of an application, at the counter or at home. */
export type ApplyingAt = Pick<Context, "books" | "now" | "parameters">;

/** An application with what it journals: its relation to the card, and itself, waiting for its code. */
export interface Applied {
  readonly enrolment: EPay;
  readonly entries: readonly Entry[];
}

/**
 * Writes an application down: bound to the card, and with version and moment of the agreement (E07). An
 * application for the same card that was never confirmed ends with it.
 *
 * To cancel and to enrol anew is no way around a limit: what was paid from the account today and in this
 * month counts on (E15), and the telephone cools on (O09).
 */
export function applyFor(
  { alias, phone, agreement, limits }: Agreed,
  file: CardFile,
  { books, now, parameters }: ApplyingAt,
): Applied {
  const enrolment: EPay = {
    id: EPayId.parse(`ep-${books.count("ePay") + 1}`),
    customer: file.customer.id,
    relation: `r-${books.count("relation") + 1}`,
    alias,
    phone,
    status: "pending",
    limits,
    agreement: { version: agreement, acceptedAt: now },
    ...carriedOn(file, { books, now, parameters }),
  };
  return {
    enrolment,
    entries: [
      ...unconfirmedOn(file, books),
      bindRelation({ kind: "e-pay", label: EPAY_LABEL }, file, { books }),
      { type: "e-pay.applied", applied: enrolment },
    ],
  };
}

/**
 * The limits of somebody who enrols by herself: those of a new enrolment, and never above those that she
 * left behind when she cancelled, for only the counter raises them (E15).
 */
export function limitsAtHome(
  file: Pick<CardFile, "customer" | "account">,
  { books, parameters }: Pick<ApplyingAt, "books" | "parameters">,
): EPay["limits"] {
  const first = firstLimits(parameters.ePay);
  const last = endedOn(file, books).at(-1);
  return last ? lesser(first, last.limits) : first;
}

/**
 * What a new enrolment does not undo: what was paid by those before it (E15), and that the telephone is
 * new. That cools for transfers whether anything was enrolled when it was changed or not (O09).
 */
export function carriedOn(
  file: Pick<CardFile, "customer" | "account">,
  { books, now, parameters }: ApplyingAt,
): Pick<EPay, "paid" | "coolsUntil"> {
  const { id } = file.customer;
  const { paid } = endedOn(file, books).at(-1) ?? {};
  const ends = enrolmentsOf(id, books).map(({ coolsUntil }) => coolsUntil ?? 0);
  const ownEnd = phoneCoolsUntil(file.customer, parameters.ePay) ?? 0;
  const cooling = Math.max(ownEnd, ...ends);
  return {
    ...(paid ? { paid } : {}),
    ...(cooling > now ? { coolsUntil: instant(cooling) } : {}),
  };
}

/** What was enrolled with this account, by whichever card, and ended; each carried on from the last. */
function endedOn(
  { customer, account }: Pick<CardFile, "customer" | "account">,
  books: ApplyingAt["books"],
): readonly EPay[] {
  return enrolmentsOf(customer.id, books).filter(
    (one) => one.status === "cancelled" && cardOf(one, books).account === account.id,
  );
}

/** Ends applications for this card whose code never came back. */
function unconfirmedOn({ card, customer }: CardFile, books: ApplyingAt["books"]): readonly Entry[] {
  return enrolmentsOf(customer.id, books)
    .filter((one) => one.status === "pending" && cardOf(one, books).id === card.id)
    .flatMap(({ id, relation }) => [
      { type: "relations.closed", relations: [relation] },
      { type: "e-pay.cancelled", enrolment: id },
    ]);
}
