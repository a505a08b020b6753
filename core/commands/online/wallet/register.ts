import type { Books } from "#core/books/books.ts";
import {
  type CodeSent,
  sendCode,
  type TypedCode,
  takeCode,
} from "#core/commands/online/e-pay/code.ts";
import type { OnlineResult } from "#core/commands/online/online.ts";
import type { WalletContext } from "#core/commands/online/wallet/wallet-context.ts";
import { ownerOf, walletOf } from "#core/commands/wallet/wallet-file.ts";
import type { Customer } from "#core/customer/customer.ts";
import { maskPhone } from "#core/identity/mask.ts";
import type { Phone } from "#core/identity/phone.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { signedFen } from "#core/money/fen.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Wallet } from "#core/wallet/wallet.ts";
import { WalletId } from "#core/wallet/wallet-id.ts";
import { goodPasswords, type TypedPasswords } from "#core/wallet/wallet-password.ts";
import type { WalletRefusal } from "#core/wallet/wallet-refusal.ts";

/** Who she says she is (W05): both must be one customer's, as the bank has them. */
export interface PersonTyped {
  readonly phone: Phone;
  readonly documentNumber: string;
}

/** The customer whose reserved telephone and document these are; which of both is wrong is not said. */
export function personTyped(
  { phone, documentNumber }: PersonTyped,
  books: Books,
): Result<Customer, WalletRefusal> {
  const number = documentNumber.trim().toUpperCase();
  const customer = books
    .list("customer", "documentNumber", number)
    .find((one) => one.phone === phone);
  return customer ? accept(customer) : refuse({ code: "wallet.person-unknown" });
}

const bound = ({ id }: Customer, { phone }: PersonTyped) =>
  ({ customer: id, purpose: "wallet.register", elements: [id, phone] }) as const;

/** 注册, first step: a code goes to the telephone that she reserved with the bank (W05). */
export function askToRegister(typed: PersonTyped, context: WalletContext): OnlineResult<CodeSent> {
  const person = newcomer(typed, context.books);
  if (!person.ok) return person;
  const request = { ...bound(person.value, typed), to: typed.phone, values: {} };
  const sent = sendCode(request, context);
  if (!sent.ok) return sent;
  const { entries, sent: outcome } = sent.value;
  return accept({ entries, outcome, facts: factsOf(typed) });
}

/** What she fills in to register. */
export interface Registering extends PersonTyped {
  readonly typed: TypedCode;
  readonly passwords: TypedPasswords;
}

/**
 * 注册, second step: the code, and two passwords that are not easily guessed (W05, W06, W11). Passwords
 * that do not serve cost no try of the code. What is kept of them are keyed hashes alone.
 */
export function registerWallet(
  registering: Registering,
  context: WalletContext,
): OnlineResult<Wallet> {
  const person = newcomer(registering, context.books);
  if (!person.ok) return person;
  const customer = person.value;
  const good = goodPasswords(registering.passwords, ownerOf(customer));
  if (!good.ok) return good;
  const taken = takeCode(registering.typed, bound(customer, registering), context);
  if (!taken.ok) return taken;

  const registered: Wallet = {
    id: WalletId.parse(`wa-${context.books.count("wallet") + 1}`),
    customer: customer.id,
    phone: registering.phone,
    life: "registered",
    freezes: [],
    balance: signedFen(0),
    passwords: verifiersOf(customer, good.value, context),
    bills: [],
  };
  return accept({
    entries: [...taken.value, { type: "wallet.registered", registered }],
    outcome: registered,
    facts: [...factsOf(registering), textFact("wallet", registered.id)],
  });
}

/** Both passwords as they are kept. */
export function verifiersOf(
  { id }: Customer,
  { login, second }: TypedPasswords,
  { now, verifierOf }: WalletContext,
): Wallet["passwords"] {
  return {
    login: verifierOf(id, "login", login),
    second: verifierOf(id, "second", second),
    setAt: now,
  };
}

function newcomer(typed: PersonTyped, books: Books): Result<Customer, WalletRefusal> {
  const person = personTyped(typed, books);
  if (!person.ok) return person;
  return walletOf(person.value.id, books) ? refuse({ code: "wallet.already" }) : person;
}

const factsOf = ({ phone }: PersonTyped) => [
  termFact("channel", "channel.e-wallet"),
  textFact("phone", maskPhone(phone)),
];
