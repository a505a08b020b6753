import type { Books } from "#core/books/books.ts";
import { sentAs } from "#core/commands/online/e-pay/code.ts";
import { payeeWords } from "#core/commands/online/payment-file.ts";
import type {
  EPayAppliedView,
  EPayAskedView,
  EPayPaidView,
} from "#core/contract/own-e-pay-view.ts";
import type { OutgoingOrder } from "#core/e-bank/payment.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";

// Answers are read off the batch that did the work, so that the first one and one that is asked for
// again are the same by making (design rule 6).

/** The code that a batch sent out. */
function sentIn(batch: Batch) {
  return sentAs(entryIn(batch, "sms-code.issued").issued);
}

/** What a customer is shown of an application that was laid down. */
export function appliedIn(batch: Batch): EPayAppliedView {
  return { enrolment: entryIn(batch, "e-pay.applied").applied.id, sent: sentIn(batch) };
}

/** What a customer is shown of a payment that waits for its code: what it is good for, in full (4.2). */
export function askedIn(batch: Batch, order: OutgoingOrder, alias: string): EPayAskedView {
  return { payee: payeeWords(order), amount: order.amount, alias, sent: sentIn(batch) };
}

/** The receipt of a payment, as it was confirmed. */
export function paidIn(batch: Batch, books: Books): EPayPaidView {
  const { to: payee, amount, enrolment } = entryIn(batch, "e-pay.paid");
  const { alias } = known(books.find("ePay", enrolment), "an enrolment paid");
  const { sequence, recordedAt } = batch;
  return { payee, amount, alias, sequence, recordedAt };
}

function entryIn<T extends Entry["type"]>(
  { entries }: Batch,
  type: T,
): Extract<Entry, { readonly type: T }> {
  const found = entries.find((entry): entry is Extract<Entry, { type: T }> => entry.type === type);
  return known(found, `the batch has ${type}`);
}
