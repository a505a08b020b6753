import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Customer } from "#core/customer/customer.ts";
import { type Call, CallQuestion, type CallRefusal } from "#core/hotline/call.ts";
import { birthDateOnDocument } from "#core/identity/document-number.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** How many questions must be answered rightly, that for the document's number among them (O10). */
export const RIGHT_NEEDED = 2;

/**
 * What can be asked of somebody who says to be this customer: only what the record has. The date of
 * birth is no question where the number of the document tells it: it would prove the same thing twice.
 */
export function questionsFor(
  customer: Customer,
  lastVisit: () => BusinessDate | undefined,
): readonly CallQuestion[] {
  return CallQuestion.options.filter((question) => {
    switch (question) {
      case "document-number":
      case "address":
        return true;
      case "birth-date":
        return birthDateOnDocument(customer.documentKind, customer.documentNumber) === undefined;
      case "reserved-phone":
        return customer.phone !== undefined;
      default:
        return lastVisit() !== undefined;
    }
  });
}

/** Whether a caller is who they say, by what was asked and what of it was right. */
export function identified(
  asked: Call["asked"],
  askable: readonly CallQuestion[],
): Result<Call["asked"], CallRefusal> {
  const questions = asked.map(({ question }) => question);
  const wrong = questions.find(
    (question, index) => !askable.includes(question) || questions.indexOf(question) !== index,
  );
  if (wrong) return refuse({ code: "call.question", question: wrong });

  const right = asked.filter((one) => one.right);
  const saysNumber = right.some(({ question }) => question === "document-number");
  return saysNumber && right.length >= RIGHT_NEEDED
    ? accept(asked)
    : refuse({ code: "call.not-identified", right: right.length, needed: RIGHT_NEEDED });
}
