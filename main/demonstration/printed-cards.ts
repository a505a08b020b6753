import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { known } from "#core/kernel/assert.ts";
import { batchOf } from "#core/password-card/batch.ts";
import { type PasswordCard, PasswordCardId } from "#core/password-card/password-card.ts";
import { unusedCard } from "#core/password-card/unused-card.ts";
import type { Serial } from "#core/voucher/stock.ts";

/** A password card as it leaves the counter: nothing used, nothing locked, not yet active (5.3). */
export function unusedPasswordCard(
  books: Books,
  {
    serial,
    customer,
    issuedOn,
  }: {
    readonly serial: Serial;
    readonly customer: CustomerId;
    readonly issuedOn: BusinessDate;
  },
): PasswordCard {
  const batch = known(
    batchOf(books.all("passwordCardBatch"), serial),
    "the boxes hold cards of our own making",
  );
  const branch = known(books.find("branch", "branch"), "a branch is founded first");
  return unusedCard({
    id: PasswordCardId.parse(`p-${books.count("passwordCard") + 1}`),
    serial,
    version: batch.version,
    grid: batch.grid,
    customer,
    issuedOn,
    uses: branch.parameters.passwordCard.uses,
  });
}
