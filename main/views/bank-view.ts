import type { Account } from "#core/account/account.ts";
import { isMatured } from "#core/account/maturity.ts";
import type { Books } from "#core/books/books.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type EBankFile, eBankFileOf } from "#core/commands/e-bank-file.ts";
import type { OnlineSession } from "#core/commands/online/online.ts";
import { whyNoSuchOrder } from "#core/commands/online/payer.ts";
import type {
  BankSessionView,
  BankView,
  CardInHand,
  OwnCardView,
} from "#core/contract/bank-view.ts";
import type { Customer } from "#core/customer/customer.ts";
import { paidOn } from "#core/e-bank/e-bank.ts";
import { gateOf, PaymentChannel, PaymentKind } from "#core/e-bank/payment.ts";
import { known } from "#core/kernel/assert.ts";
import { isLive, lockOn, type PasswordCard, usesLeft } from "#core/password-card/password-card.ts";
import { isToRemind } from "#core/password-card/wear.ts";
import { availableOn } from "./account-view.ts";
import { limitsOf } from "./e-bank-view.ts";

/** What a view of the customer's bank is made with besides the books. */
export interface BankViewParts {
  readonly today: BusinessDate;
  readonly parameters: Parameters;
  /** The password with which a customer was registered, while it is still hers. */
  readonly firstPassword: (customer: Customer, file: EBankFile) => string | undefined;
}

/** Everybody who could log in somewhere, and every printed card that lies in a customer's hand. */
export function bankPeople(
  books: Books,
  { firstPassword }: BankViewParts,
): Pick<BankView, "people" | "cards"> {
  const bound = books
    .all("relation")
    .filter(({ kind, status }) => status === "active" && isGate(kind))
    .map(({ customer }) => customer);
  return {
    people: [...new Set(bound)].map((id) => {
      const customer = known(books.find("customer", id), "a relation is a customer's");
      const file = eBankFileOf(id, books);
      const password = firstPassword(customer, file);
      const channels = PaymentChannel.options.filter((channel) => file.open[gateOf(channel)]);
      return {
        customer: id,
        name: customer.name,
        channels,
        ...(password === undefined ? {} : { password }),
      };
    }),
    cards: books.all("passwordCard").map((card) => cardInHand(books, card)),
  };
}

function isGate(kind: string): boolean {
  return kind === "internet-bank" || kind === "wap-bank";
}

function cardInHand(books: Books, card: PasswordCard): CardInHand {
  const { id, customer, serial, grid } = card;
  const { columns, rows, cellDigits } = grid;
  const { name } = known(books.find("customer", customer), "a password card is a customer's");
  return {
    id,
    customer,
    name,
    serial,
    columns,
    rows,
    cellDigits,
    isSealed: card.life === "issued-inactive",
    isVoid: !isLive(card),
  };
}

/**
 * What a customer sees of herself where she is logged in. Her own account numbers stand in full, as
 * in any internet bank: she must be able to name them to whoever pays her.
 */
export function bankSessionView(
  books: Books,
  session: OnlineSession,
  { today, parameters }: BankViewParts,
): BankSessionView {
  const { customer: id, channel } = session;
  const { name } = known(books.find("customer", id), "only a customer logs in");
  const file = eBankFileOf(id, books);
  const { bank, medium, passwordCard } = file;
  const registered = books.find("card", file.open[gateOf(channel)]?.card ?? "");
  return {
    customer: id,
    name,
    channel,
    accounts: books
      .list("account", "customer", id)
      .filter(({ life }) => life === "open")
      .map((account) => ownAccount(books, account, { today, pays: registered?.account })),
    switches: bank.switches,
    medium,
    ...limitsOf(file, parameters.eBank),
    paidToday: paidOn(bank, today),
    ...(passwordCard ? { card: ownCard(passwordCard, { today, parameters }) } : {}),
    closed: PaymentKind.options.flatMap((kind) => {
      const refusal = whyNoSuchOrder(kind, session, { books, today, parameters });
      return refusal ? [{ kind, refusal }] : [];
    }),
  };
}

function ownAccount(
  books: Books,
  account: Account,
  { today, pays }: { readonly today: BusinessDate; readonly pays: string | undefined },
): BankSessionView["accounts"][number] {
  const { id, number, product, balance, maturesOn } = account;
  return {
    id,
    number,
    product,
    balance,
    available: availableOn(books, account, today),
    ...(maturesOn ? { maturesOn } : {}),
    isMatured: isMatured(account, today),
    pays: id === pays,
  };
}

/** 口令卡查询 (P16). */
function ownCard(
  card: PasswordCard,
  { today, parameters }: Pick<BankViewParts, "today" | "parameters">,
): OwnCardView {
  const { serial, issuedOn, expiresOn, used, life } = card;
  return {
    serial,
    issuedOn,
    ...(expiresOn ? { expiresOn } : {}),
    used,
    left: usesLeft(card),
    isToRemind: isToRemind(card, parameters.passwordCard),
    life,
    lock: lockOn(card, today),
  };
}
