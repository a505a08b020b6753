import type { Context } from "#core/commands/command.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { moneyFact, termFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * The lines about what a customer may pay online: the limits of the static password or of the
 * password card, or that a U盾 has none (P38–P40). None where nothing is open to pay through.
 */
export function limitFacts(customer: CustomerId, { books, parameters }: Context): readonly Fact[] {
  const { medium } = eBankFileOf(customer, books);
  if (medium === "none") return [];
  if (medium === "usb-key") return [termFact("note", "note.usb-key-no-limit")];

  const { single, day } = parameters.eBank.limits[medium];
  return [moneyFact("limitSingle", single), moneyFact("limitDay", day)];
}
