import { bindRelation } from "#core/commands/bind-relation.ts";
import type { CardFile } from "#core/commands/card-file.ts";
import type { Context } from "#core/commands/command.ts";
import type { Application } from "#core/e-pay/admission.ts";
import { enrolmentsOf } from "#core/e-pay/admission.ts";
import { type EPay, EPayId } from "#core/e-pay/e-pay.ts";
import { cardOf } from "#core/e-pay/identifier.ts";
import { firstLimits } from "#core/e-pay/limits.ts";
import type { Entry } from "#core/journal/entry.ts";

/** What the relation of an enrolment is called; the alias may change, and is kept with the enrolment. */
export const EPAY_LABEL = "工银e支付";

/** The books and the moment of an application, at the counter or at home. */
export type ApplyingAt = Pick<Context, "books" | "now" | "parameters">;

/** An application with what it journals: its relation to the card, and itself, waiting for its code. */
export interface Applied {
  readonly enrolment: EPay;
  readonly entries: readonly Entry[];
}

/**
 * Writes an application down: bound to the card, with the limits of a new enrolment (E15), and with
 * version and moment of the agreement (E07). An application for the same card that was never confirmed
 * ends with it.
 */
export function applyFor(
  { alias, phone, agreement }: Application & Pick<EPay, "alias">,
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
    limits: firstLimits(parameters.ePay),
    agreement: { version: agreement, acceptedAt: now },
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

/** Ends applications for this card whose code never came back. */
function unconfirmedOn({ card, customer }: CardFile, books: ApplyingAt["books"]): readonly Entry[] {
  return enrolmentsOf(customer.id, books)
    .filter((one) => one.status === "pending" && cardOf(one, books).id === card.id)
    .flatMap(({ id, relation }) => [
      { type: "relations.closed", relations: [relation] },
      { type: "e-pay.cancelled", enrolment: id },
    ]);
}
