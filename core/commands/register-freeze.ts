import type { Account, AccountId, AccountRefusal } from "#core/account/account.ts";
import { dateOf, type Instant } from "#core/calendar/instant.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { checkedPapers } from "#core/commands/freeze-papers.ts";
import { type LaidDown, laidDown, layingDown } from "#core/commands/lay-down-order.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Customer } from "#core/customer/customer.ts";
import type { FreezeKind } from "#core/freeze/freeze-kind.ts";
import type { FreezeRefusal } from "#core/freeze/freeze-order.ts";
import { saysSame } from "#core/freeze/same-organ.ts";
import { endOfTerm, overlong } from "#core/freeze/term.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { capitalAmount } from "#core/money/capital.ts";

/**
 * 6001 有权机关冻结登记: an organ's order on an account, by paper and two officers (F01–F06, F10).
 *
 * It takes effect at once on what is there, or waits where an earlier one leaves it nothing. A notice
 * may name several accounts of the holder (子账户): then each gets an order of its own, and either all
 * of them are laid down or none.
 */
export const registerFreeze: Command<"6001"> = (input, context) => {
  const notice = registrable(input, context);
  return notice.ok ? accept(layingDown(notice.value, context)) : notice;
};

/**
 * 6003 轮候冻结登记: the same where the organ asks to wait; refused where on any account that it names
 * there is nothing to wait for.
 */
export const registerWaitingFreeze: Command<"6003"> = (input, context) => {
  const notice = registrable(input, context);
  if (!notice.ok) return notice;
  return notice.value.orders.every(({ status }) => status === "waiting")
    ? accept(layingDown(notice.value, context))
    : refuse({ code: "freeze.nothing-to-wait-for" });
};

/** The guards in the order of the paper (5.4); what does not agree is handed back (F05). */
function registrable(
  input: TransactionInput<"6001" | "6003">,
  context: Context,
): Result<LaidDown, Refusal> {
  const { papers, scope, coversInterest, term, isExtended, lastDay, subAccounts = [] } = input;
  const on = { use: "order", accounts: [input.account, ...subAccounts] } as const;
  const kind = checkedPapers(papers, on, context);
  if (!kind.ok) return kind;
  if (papers.organ.kind === "emergency-stop") {
    return refuse({ code: "freeze.use-instead", transaction: "6007" });
  }
  const file = frozenFile(input.account, input.nameOnNotice, context);
  if (!file.ok) return file;
  const { account, customer } = file.value;
  const others = subAccountsOf(input, customer, context);
  if (!others.ok) return others;
  const amount = amountAgrees(input);
  if (amount) return refuse(amount);
  const endless = termAllowed(input, kind.value, context.now);
  if (endless) return refuse(endless);

  const plain = { papers, scope, coversInterest, term, isExtended };
  const asked = lastDay === undefined ? plain : { ...plain, lastDay };
  const orders = laidDown(asked, [account, ...others.value], context);
  return accept({ asked, orders, customer, level: scope.type === "account" ? "A3" : "A2" });
}

/** The holder's further accounts that the notice names, each once, and none for an amount (F04). */
function subAccountsOf(
  { account, scope, subAccounts = [] }: TransactionInput<"6001">,
  holder: Customer,
  context: Context,
): Result<readonly Account[], Refusal> {
  if (subAccounts.length === 0) return accept([]);
  if (scope.type === "amount") return refuse({ code: "freeze.amount-over-accounts" });
  if (new Set([account, ...subAccounts]).size <= subAccounts.length) {
    return refuse({ code: "freeze.account-twice" });
  }

  const accounts: Account[] = [];
  for (const id of subAccounts) {
    const found = context.books.find("account", id);
    if (found && found.customer !== holder.id) return refuse({ code: "freeze.other-holder" });
    const file = frozenFile(id, undefined, context);
    if (!file.ok) return file;
    accounts.push(file.value.account);
  }
  return accept(accounts);
}

/** The account an order is laid on: its holder's name as the notice has it, kept here, and open (F05). */
export function frozenFile(
  id: AccountId,
  nameOnNotice: string | undefined,
  { books, branch }: Context,
): Result<
  { readonly account: Account; readonly customer: Customer },
  AccountRefusal | FreezeRefusal
> {
  const account = books.find("account", id);
  if (!account) return refuse({ code: "account.unknown" });
  const customer = known(books.find("customer", account.customer), "an account has a holder");
  if (nameOnNotice !== undefined && !saysSame(nameOnNotice, customer.name)) {
    return refuse({ code: "freeze.name-differs" });
  }
  if (account.branch !== branch.code) {
    return refuse({ code: "freeze.other-branch", branch: account.branch });
  }
  return account.life === "open"
    ? accept({ account, customer })
    : refuse({ code: "account.closed" });
}

/** Figures and words of the amount agree, where the notice prints both (F05). */
function amountAgrees({
  scope,
  amountInWords: words,
}: Pick<TransactionInput<"6001">, "scope" | "amountInWords">): FreezeRefusal | undefined {
  if (scope.type === "amount" && scope.amount === 0) return { code: "freeze.amount-zero" };
  if (words === undefined) return undefined;
  const figures = scope.type === "amount" ? capitalAmount(scope.amount) : "";
  return saysSame(inOneHand(words), figures) ? undefined : { code: "freeze.words-differ" };
}

/** 人民币 in front, 圆 for 元 and 正 for 整 are other hands for the same amount. */
function inOneHand(words: string): string {
  return words.replace("人民币", "").replace("圆", "元").replace("正", "整");
}

/** The furthest last day of a measure that the law sets no end to: a hundred years. */
const FURTHEST = { unit: "months", count: 1200 } as const;

/** The term is of the kind's unit and no longer than the law allows, and so is the notice's last day. */
function termAllowed(
  { term, isExtended, lastDay }: Pick<TransactionInput<"6001">, "term" | "isExtended" | "lastDay">,
  { longest: plain, extended }: FreezeKind,
  now: Instant,
): FreezeRefusal | undefined {
  const longest = (isExtended ? extended : undefined) ?? plain;
  const refused = overlong(term, longest);
  if (refused || lastDay === undefined) return refused;
  if (lastDay < dateOf(now)) return { code: "freeze.last-day-past" };

  const within = longest.unit === "open" ? FURTHEST : longest;
  // By the day it ends before: the very last day of the calendar has no end that could be compared.
  const latest = known(endOfTerm(now, within), "a term that is counted has an end");
  return lastDay < dateOf(latest)
    ? undefined
    : { code: "freeze.term-too-long", unit: within.unit, count: within.count };
}
