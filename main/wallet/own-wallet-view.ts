import { maskAccountNumber } from "#core/account/account-number.ts";
import { isCounterOnly } from "#core/account/hold.ts";
import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { walletOf } from "#core/commands/wallet/wallet-file.ts";
import type {
  EnteredWalletView,
  OwnWalletView,
  WalletPaidView,
  WalletView,
} from "#core/contract/own-wallet-view.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { maskPhone } from "#core/identity/mask.ts";
import type { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import { fen } from "#core/money/fen.ts";
import type { FactName } from "#core/slip/fact-name.ts";
import type { Wallet } from "#core/wallet/wallet.ts";
import { isWaiting } from "#core/wallet/wallet-bill.ts";
import { availableOn } from "#main/views/account-view.ts";

/** What a view of e钱包 is made with besides the books. */
export interface OwnWalletViewParts {
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly entered: Wallet | undefined;
  readonly hasLapsed: boolean;
  readonly isFaultNext: boolean;
}

/** Everything of e钱包 that the customer's window plays, numbers and telephones masked. */
export function ownWalletView(
  books: Books,
  { entered, ...parts }: OwnWalletViewParts,
): OwnWalletView {
  return {
    ...parts,
    people: books
      .all("customer")
      .filter(({ phone }) => phone !== undefined)
      .map(({ id: customer, name }) => ({
        ...{ customer, name },
        hasWallet: walletOf(customer, books) !== undefined,
      })),
    ...(entered ? { entered: enteredView(books, entered, parts.today) } : {}),
  };
}

function enteredView(books: Books, wallet: Wallet, today: BusinessDate): EnteredWalletView {
  const { id, customer, life, phone, balance, freezes, bills } = wallet;
  const { name } = known(books.find("customer", customer), "a wallet has an owner");
  const account = wallet.account && books.find("account", wallet.account);
  const holds = account ? books.list("hold", "account", account.id) : [];
  return {
    ...{ id, customer, name, life, balance },
    phone: maskPhone(phone),
    freezes: freezes.map(({ kind, since, words }) => ({ kind, since, words })),
    bills: bills.filter(isWaiting),
    ...(account
      ? {
          account: {
            number: maskAccountNumber(account.number),
            available: isCounterOnly(holds) ? fen(0) : availableOn(books, account, today),
          },
        }
      : {}),
  };
}

/** The same at the counter, for the customer's page; none where there never was one in use. */
export function walletView(books: Books, customer: CustomerId): WalletView | undefined {
  const wallet = walletOf(customer, books);
  if (!wallet) return undefined;
  const { id, life, phone, balance, freezes } = wallet;
  const account = wallet.account && books.find("account", wallet.account);
  return {
    ...{ id, life, balance },
    phone: maskPhone(phone),
    ...(account ? { account: maskAccountNumber(account.number) } : {}),
    freezes: freezes.map(({ kind, since, words, case: number }) => ({
      ...{ kind, since, words },
      ...(number ? { case: number } : {}),
    })),
  };
}

/**
 * The receipt of money that moved, read off the batch that moved it, so that the first answer and one
 * that is asked for again are the same by making (design rule 6).
 */
export function walletPaidIn(batch: Batch): WalletPaidView {
  const told = batch.entries.find(
    (entry) => entry.type === "sms.queued" && entry.message.template === "wallet.paid",
  );
  const payee = told?.type === "sms.queued" ? told.message.values.payee : undefined;
  return {
    ...(payee ? { payee } : {}),
    amount: fen(stated(batch, "amount")),
    balanceAfter: stated(batch, "balanceAfter"),
    sequence: batch.sequence,
    recordedAt: batch.recordedAt,
  };
}

function stated({ outcome }: Batch, name: FactName) {
  const fact = outcome?.facts.find((one) => one.name === name);
  return known(fact?.kind === "money" ? fact.amount : undefined, "a payment states its amounts");
}
