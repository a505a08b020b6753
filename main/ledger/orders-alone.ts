import type { Books } from "#core/books/books.ts";
import { isOfOrders } from "#core/freeze/order-codes.ts";
import type { Batch } from "#core/journal/batch.ts";

/**
 * Whether a batch was about orders of the state and nothing else, so that for somebody who may not
 * see them it is not there (no tipping off): their transactions, whatever the clock did to them, and
 * prints of their receipts with every word for or against such a print. A deposit that an order took
 * up is a deposit like any other.
 */
export function isOfOrdersAlone(batch: Batch, books: Books): boolean {
  const { code, entries } = batch;
  if (isOfOrders(code)) return true;
  if (entries.every(({ type }) => type.startsWith("freeze."))) return true;
  return code === "9003" && slipsIn(batch).some((slip) => isReceipt(slip, books));
}

/** The slips a print or reprint is about; of a word for one the batch itself names it. */
function slipsIn({ slip, entries }: Batch): readonly string[] {
  const printed = entries.flatMap((entry) =>
    entry.type === "slip.printed" || entry.type === "slip.reprinted" ? [entry.slip] : [],
  );
  return slip === undefined ? printed : [slip, ...printed];
}

function isReceipt(slip: string, books: Books): boolean {
  return books.find("slip", slip)?.kind === "freeze-receipt";
}
