import { maskAccountNumber } from "#core/account/account-number.ts";
import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type EBankFile, eBankFileOf } from "#core/commands/e-bank-file.ts";
import type { EBankView } from "#core/contract/password-card-view.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { EBankChannel, paidOn } from "#core/e-bank/e-bank.ts";
import type { EBankRules } from "#core/e-bank/rules.ts";

/** A customer's electronic banking as the teller sees it today; payees' accounts are masked (K01). */
export function eBankView(
  books: Books,
  customer: CustomerId,
  { today, rules }: { readonly today: BusinessDate; readonly rules: EBankRules },
): EBankView {
  const file = eBankFileOf(customer, books);
  const { bank, open, medium } = file;
  return {
    channels: EBankChannel.options.filter((channel) => open[channel] !== undefined),
    switches: bank.switches,
    medium,
    ...limitsOf(file, rules),
    paidToday: paidOn(bank, today),
    payees: bank.payees.map(({ name, account }) => ({ name, account: maskAccountNumber(account) })),
  };
}

/** What one payment and one day may come to (P38–P40); no word of a limit where there is none. */
export function limitsOf(
  { medium }: Pick<EBankFile, "medium">,
  { limits }: EBankRules,
): Pick<EBankView, "limits"> {
  return medium === "static" || medium === "card" ? { limits: limits[medium] } : {};
}
