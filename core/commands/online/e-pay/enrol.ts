import type { Account } from "#core/account/account.ts";
import type { Books } from "#core/books/books.ts";
import { type Card, isCurrent, mayUse } from "#core/card/card.ts";
import { lastFour } from "#core/card/pan.ts";
import { checkPin } from "#core/commands/check-pin.ts";
import type { Evidence } from "#core/commands/command.ts";
import { applyFor, carriedOn, limitsAtHome } from "#core/commands/e-pay/apply.ts";
import {
  type CodeSent,
  sendCode,
  type TypedCode,
  takeCode,
} from "#core/commands/online/e-pay/code.ts";
import { factsOf } from "#core/commands/online/e-pay/facts.ts";
import type { OnlineContext, OnlineResult } from "#core/commands/online/online.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Customer } from "#core/customer/customer.ts";
import {
  type Application,
  admitAlias,
  admitApplication,
  admitIdentifier,
  admitPhone,
  enrolmentsOf,
} from "#core/e-pay/admission.ts";
import { enrolElements } from "#core/e-pay/code-elements.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import { cardOf } from "#core/e-pay/identifier.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** 在线自助开通: what a customer types at home (E02, E07–E09). */
export interface Wish extends Application {
  /** 卡（账）号. */
  readonly number: string;
  readonly alias: string;
}

/** Who applies, for which card. */
export interface Applicant {
  readonly customer: Customer;
  readonly card: Card;
  readonly account: Account;
  /** An application for this card that no code has come back for: it is made anew. */
  readonly pending: EPay | undefined;
}

/**
 * Whether somebody may apply as she typed, before her PIN is asked for (E01, E04, E07, E10, E13).
 *
 * A number that nobody has and a telephone that is not the reserved one are answered alike, so that
 * nobody can try out whose card a number is. No internet bank and no U盾 is needed (E03).
 */
export function mayApply(wish: Wish, context: OnlineContext): Result<Applicant, Refusal> {
  const { books, today, parameters } = context;
  const card = cardNumbered(wish.number, books);
  if (!card) return refuse({ code: "e-pay.phone-differs" });
  const customer = known(books.find("customer", card.customer), "a card has a holder");
  const applied = admitApplication(customer, wish, parameters.ePay);
  if (!applied.ok) return applied;
  const account = known(books.find("account", card.account), "a card has an account");
  if (account.life === "closed") return refuse({ code: "account.closed" });
  if (account.product === "time-deposit") return refuse({ code: "e-bank.deposit-account" });
  const usable = mayUse(card, today);
  if (!usable.ok) return usable;

  const pending = pendingFor(card, books);
  const admitted = isHersAlone({ customer, card, pending }, wish, books);
  return admitted.ok ? accept({ customer, card, account, pending }) : admitted;
}

/** Alias, telephone and identifier must be hers alone; now, and still when the code comes back. */
function isHersAlone(
  { customer, card, pending }: Omit<Applicant, "account">,
  { phone, alias }: Pick<Wish, "phone" | "alias">,
  books: Books,
): Result<unknown, Refusal> {
  const except = pending ? { except: pending.id } : {};
  const named = admitAlias({ customer: customer.id, alias, ...except }, books);
  if (!named.ok) return named;
  const own = admitPhone({ customer: customer.id, phone }, books);
  return own.ok ? admitIdentifier({ phone, card, ...except }, books) : own;
}

/** The card in use that a number names: its own, or that of its account (E08). */
function cardNumbered(number: string, books: Books): Card | undefined {
  const [account] = books.list("account", "number", number);
  const cards = account
    ? books.list("card", "account", account.id)
    : books.list("card", "pan", number);
  return cards.filter(isCurrent).at(-1);
}

function pendingFor(card: Card, books: Books): EPay | undefined {
  return enrolmentsOf(card.customer, books).find(
    (one) => one.status === "pending" && cardOf(one, books).id === card.id,
  );
}

/** An application that waits for its code. */
export interface Applied {
  readonly enrolment: EPay["id"];
  readonly sent: CodeSent;
}

/**
 * 第二步: her PIN, as the pad took it (E09). The right one lays the application down and sends the code
 * to the reserved telephone (E10); a wrong one is counted against the card like any other (T25).
 */
export function applyForEPay(
  wish: Wish,
  pin: Evidence | undefined,
  context: OnlineContext,
): OnlineResult<Applied> {
  const { parameters } = context;
  const found = mayApply(wish, context);
  if (!found.ok) return found;
  const { customer, card } = found.value;
  const right = checkPin(card, "pad", { evidence: () => pin, parameters });
  if (!right.ok) return right;
  const sent = sendCode(
    {
      customer: customer.id,
      to: wish.phone,
      purpose: "e-pay.enrol",
      elements: enrolElements(customer.id, card.id, wish.phone),
      values: { card: lastFour(card.pan) },
    },
    context,
  );
  if (!sent.ok) return sent;

  const { enrolment, entries } = laidDown(wish, found.value, context);
  return accept({
    entries: [...right.value, ...entries, ...sent.value.entries],
    outcome: { enrolment: enrolment.id, sent: sent.value.sent },
    facts: factsOf(card),
  });
}

/** The application as it is written down; one that no code came back for is made anew (5.5). */
function laidDown(
  { phone, alias, agreement: version }: Wish,
  { customer, card, account, pending }: Applicant,
  context: OnlineContext,
): ReturnType<typeof applyFor> {
  const holds = context.books.list("hold", "account", account.id);
  const file = { customer, card, account, holds };
  const limits = limitsAtHome(file, context);
  if (!pending) return applyFor({ phone, alias, agreement: version, limits }, file, context);

  const agreement = { version, acceptedAt: context.now };
  const enrolment: EPay = {
    ...{ ...pending, alias, phone, agreement, limits },
    ...carriedOn(file, context),
  };
  return { enrolment, entries: [{ type: "e-pay.applied", applied: enrolment }] };
}

/**
 * 第三步: the code (E10). All that held at the application must hold still, for minutes have passed; the
 * right digits make the enrolment good for paying (5.5).
 */
export function confirmEnrolment(
  { enrolment: id, typed }: { readonly enrolment: EPay["id"]; readonly typed: TypedCode },
  context: OnlineContext,
): OnlineResult<"enrolled"> {
  const { books, today } = context;
  const pending = books.find("ePay", id);
  if (pending?.status !== "pending") return refuse({ code: "e-pay.unknown" });
  const card = cardOf(pending, books);
  const customer = known(books.find("customer", pending.customer), "an enrolment is a customer's");
  if (customer.phone !== pending.phone) return refuse({ code: "e-pay.phone-differs" });
  const usable = mayUse(card, today);
  if (!usable.ok) return usable;
  const admitted = isHersAlone({ customer, card, pending }, pending, books);
  if (!admitted.ok) return admitted;

  const elements = enrolElements(customer.id, card.id, pending.phone);
  const use = { customer: customer.id, purpose: "e-pay.enrol", elements } as const;
  const taken = takeCode(typed, use, context);
  if (!taken.ok) return taken;
  return accept({
    entries: [...taken.value, { type: "e-pay.enrolled", enrolment: id }],
    outcome: "enrolled",
    facts: factsOf(card),
  });
}
