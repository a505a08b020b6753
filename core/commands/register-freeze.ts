import type { Account, AccountId, AccountRefusal } from "#core/account/account.ts";
import { dateOf, endOfDay, type Instant } from "#core/calendar/instant.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { checkedPapers } from "#core/commands/freeze-papers.ts";
import { laidDown, layingDown } from "#core/commands/lay-down-order.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Customer } from "#core/customer/customer.ts";
import type { FreezeKind } from "#core/freeze/freeze-kind.ts";
import type { FreezeOrder, FreezeRefusal } from "#core/freeze/freeze-order.ts";
import { saysSame } from "#core/freeze/same-organ.ts";
import { endOfTerm, overlong } from "#core/freeze/term.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { capitalAmount } from "#core/money/capital.ts";

/**
 * 6001 有权机关冻结登记: an organ's order on an account, by paper and two officers (F01–F06, F10).
 *
 * It takes effect at once on what is there, or waits where an earlier one leaves it nothing.
 */
export const registerFreeze: Command<"6001"> = (input, context) => {
  const order = registrable(input, context);
  return order.ok ? accept(registering(order.value, context)) : order;
};

/** 6003 轮候冻结登记: the same where the organ asks to wait; refused when there is nothing to wait for. */
export const registerWaitingFreeze: Command<"6003"> = (input, context) => {
  const order = registrable(input, context);
  if (!order.ok) return order;
  return order.value.order.status === "waiting"
    ? accept(registering(order.value, context))
    : refuse({ code: "freeze.nothing-to-wait-for" });
};

interface Registrable {
  readonly order: FreezeOrder;
  readonly account: Account;
  readonly customer: Customer;
}

function registering({ order, ...file }: Registrable, context: Context): Decision {
  return layingDown(order, order.scope.type === "account" ? "A3" : "A2", file, context);
}

/** The guards in the order of the paper (5.4); what does not agree is handed back (F05). */
function registrable(
  input: TransactionInput<"6001" | "6003">,
  context: Context,
): Result<Registrable, Refusal> {
  const { papers, scope, coversInterest, term, isExtended, lastDay } = input;
  const kind = checkedPapers(papers, context);
  if (!kind.ok) return kind;
  if (papers.organ.kind === "emergency-stop") {
    return refuse({ code: "freeze.use-instead", transaction: "6007" });
  }
  const file = frozenFile(input.account, input.nameOnNotice, context);
  if (!file.ok) return file;
  const amount = amountAgrees(input);
  if (amount) return refuse(amount);
  const endless = termAllowed(input, kind.value, context.now);
  if (endless) return refuse(endless);

  const asked = { papers, scope, coversInterest, term, isExtended };
  const order = laidDown(
    lastDay === undefined ? asked : { ...asked, lastDay },
    file.value.account,
    context,
  );
  return accept({ order, ...file.value });
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

  const latest = endOfTerm(now, longest);
  if (longest.unit === "open" || latest === undefined || endOfDay(lastDay) <= latest) {
    return undefined;
  }
  return { code: "freeze.term-too-long", unit: longest.unit, count: longest.count };
}
