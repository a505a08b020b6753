import type { BankSessionView } from "#core/contract/bank-view.ts";
import { Accounts } from "#renderer/customer/bank/accounts.tsx";
import { CardQuery } from "#renderer/customer/bank/card-query.tsx";
import {
  BillForm,
  EarlyWithdrawalForm,
  PurchaseForm,
  TransferForm,
} from "#renderer/customer/bank/order-forms.tsx";
import { Switches } from "#renderer/customer/bank/switches.tsx";

/** What a customer can do in internet and WAP bank, in the order of their menus. */
export const bankPages = [
  "accounts",
  "transfer",
  "purchase",
  "bill",
  "early-withdrawal",
  "card",
  "switches",
] as const;
export type BankPageName = (typeof bankPages)[number];

/** One page of the bank: the same on a large screen and on a telephone's. */
export function BankPage({
  page,
  session,
}: {
  readonly page: BankPageName;
  readonly session: BankSessionView;
}) {
  switch (page) {
    case "accounts":
      return <Accounts session={session} />;
    case "transfer":
      return <TransferForm session={session} />;
    case "purchase":
      return <PurchaseForm session={session} />;
    case "bill":
      return <BillForm session={session} />;
    case "early-withdrawal":
      return <EarlyWithdrawalForm session={session} />;
    case "card":
      return <CardQuery session={session} />;
    case "switches":
      return <Switches session={session} />;
  }
}
