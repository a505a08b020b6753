import { maskAccountNumber } from "#core/account/account-number.ts";
import type { Books, Shelf, Shelves } from "#core/books/books.ts";
import { daysBetween } from "#core/calendar/business-date.ts";
import type { Context } from "#core/commands/command.ts";
import { commands } from "#core/commands/commands.ts";
import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import { FreezePaper } from "#core/freeze/freeze-kind.ts";
import type { FreezeOrder, FreezePapers } from "#core/freeze/freeze-order.ts";
import { controlled, waiting } from "#core/freeze/queue.ts";
import { lastDayOf } from "#core/freeze/term.ts";
import { freeWords } from "#core/identity/free-text.ts";
import { known } from "#core/kernel/assert.ts";
import type { Result } from "#core/kernel/result.ts";
import { fen, minus } from "#core/money/fen.ts";

/** One order as a window shows it: as the register has it, and with what may be done with it. */
export function freezeOrderView(order: FreezeOrder, context: Context): FreezeOrderView {
  return { ...freezeOrderLine(order, context), ...triedOn(order, context) };
}

/** An order as it stands, without what the rules would allow on it. */
export type FreezeOrderLine = Omit<FreezeOrderView, keyof Tried>;
type Tried = Pick<FreezeOrderView, "possible" | "impossible">;

/**
 * One order as the register has it, for whoever may see orders at all: what it controls now, its
 * place in the queue, and how long it still holds.
 */
export function freezeOrderLine(
  order: FreezeOrder,
  { books, today }: Pick<Context, "books" | "today">,
): FreezeOrderLine {
  const customer = known(books.find("customer", order.customer), "an order is on somebody");
  const account = known(books.find("account", order.account), "an order lies on an account");
  const orders = books.list("freezeOrder", "account", account.id);
  const place = waiting(orders).findIndex(({ id }) => id === order.id);
  const { papers, effectiveAt, endsAt, lastDay, status, scope, rest } = order;
  const held = controlled({ balance: account.balance, orders }).get(order.id) ?? fen(0);
  const claims = scope.type === "amount" && (status === "active" || status === "waiting");

  return {
    id: order.id,
    kind: papers.organ.kind,
    organ: papers.organ.name,
    documentNumber: papers.documentNumber,
    officers: papers.officers.map(({ name }) => name),
    customer: customer.id,
    customerName: customer.name,
    account: account.id,
    accountNumber: maskAccountNumber(account.number),
    scope,
    coversInterest: order.coversInterest,
    rest,
    controlled: held,
    ...(claims ? { missing: minus(rest, held) } : {}),
    deducted: order.deducted,
    status,
    ...(place < 0 ? {} : { queue: place + 1 }),
    deliveredAt: papers.deliveredAt,
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
    ...(endsAt === undefined ? {} : { endsAt }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(status === "active" && endsAt !== undefined
      ? { daysLeft: daysBetween(today, lastDayOf(endsAt)) }
      : {}),
    renewals: order.renewals.map((renewal) => ({
      from: renewal.from,
      endsAt: renewal.endsAt,
      documentNumber: renewal.papers.documentNumber,
    })),
    ...endOf(order, books),
  };
}

/**
 * When an order that is over ended, and by which paper. The hold by which it was felt was lifted at
 * that very moment; one that only ever waited was called back when the paper was handed over.
 */
function endOf(
  { id, account, status, laterPapers }: FreezeOrder,
  books: Books,
): Pick<FreezeOrderView, "endedAt" | "endedBy"> {
  if (status === "active" || status === "waiting") return {};
  const felt = books
    .list("hold", "account", account)
    .find(({ source }) => source.type === "judicial" && source.order === id);
  const last = status === "expired" ? undefined : laterPapers?.at(-1);
  const endedAt = felt?.status === "lifted" ? felt.liftedAt : last?.deliveredAt;
  return {
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(last === undefined
      ? {}
      : {
          endedBy: {
            documentNumber: last.documentNumber,
            officers: last.officers.map(({ name }) => name),
          },
        }),
  };
}

/**
 * What may be done with an order now, asked of the very rules that will decide, as if the organ's
 * officers stood there with papers in order. Nothing of it is committed.
 */
function triedOn(order: FreezeOrder, context: Context): Tried {
  const { kind } = order.papers.organ;
  const row = known(
    context.freezeKinds.find((one) => one.kind === kind),
    "the table has a row for every kind",
  );
  const unit = row.renewal?.longest.unit ?? "days";
  const term = unit === "open" ? { unit } : { unit, count: 1 };
  const asked = { order: order.id, papers: papersInOrder(order, context) };
  const trial = withNewPapers(context);

  const tried: readonly (readonly [TransactionCode, Result<unknown, Refusal>])[] = [
    ["6002", commands["6002"]({ ...asked, term, isExtended: false }, trial)],
    ["6004", commands["6004"](asked, trial)],
    ["6005", commands["6005"](asked, trial)],
    ["6006", commands["6006"]({ ...asked, amount: fen(1), to: elsewhere }, trial)],
    ["6007", commands["6007"]({ ...asked, action: "extend" }, trial)],
  ];
  return {
    possible: tried.filter(([, { ok }]) => ok).map(([code]) => code),
    impossible: tried.flatMap(([code, result]) =>
      result.ok ? [] : [{ code, refusal: result.refusal.code }],
    ),
  };
}

/** An account that none of ours can be: money deducted to it goes to another bank. */
const elsewhere = {
  name: freeWords(60).parse("收款专户"),
  account: "000000000000",
  bank: freeWords(60).parse("他行"),
};

/** Papers of the order's own organ as they must be: two officers, all that is to be shown. */
function papersInOrder({ papers }: FreezeOrder, { now, today }: Context): FreezePapers {
  const officer = (name: string, permit: string) => ({ name, permit, permitValidTo: today });
  return {
    organ: papers.organ,
    documentNumber: "----",
    shown: FreezePaper.options,
    officers: [officer("甲", "0001"), officer("乙", "0002")],
    deliveredAt: now,
  };
}

/** The paper to come has a number that its organ never used: no earlier order needs looking at. */
function withNewPapers(context: Context): Context {
  const { books } = context;
  return {
    ...context,
    books: {
      ...books,
      all: <S extends Shelf>(shelf: S): readonly Shelves[S][] =>
        shelf === "freezeOrder" ? [] : books.all(shelf),
    },
  };
}
