import type { Account } from "#core/account/account.ts";
import { mayCredit } from "#core/account/posting.ts";
import { accountBehind } from "#core/commands/account-behind.ts";
import { mayCreditHere } from "#core/commands/as-heard.ts";
import type { Context } from "#core/commands/command.ts";
import { hasRoomFor } from "#core/commands/room.ts";
import type { MoneyRefusal, Refusal } from "#core/contract/refusal.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Fen } from "#core/money/fen.ts";

/** Where money goes: to an account of ours, or on its way to another bank, a shop, a biller. */
export type Payee = Account | "elsewhere";

/** Whom money is meant for, and what is said where that does not agree. */
interface Meant {
  readonly number: string;
  /** Whether this holder is whom the payer, or the paper, names. */
  readonly isNamed: (holder: string) => boolean;
  readonly sameAccount: Refusal;
  readonly nameDiffers: Refusal;
}

/** What a payee is looked for with; whoever pays online has no teller, and no table of cards. */
type PayeeContext = Pick<Context, "books" | "parameters"> &
  Partial<Pick<Context, "teller" | "bins">>;

/** Whether a number is like the payer's own account here, or like a card that this bank issues. */
function isShapedLikeOurs(number: string, payer: Account, { bins }: PayeeContext): boolean {
  const isLikeAccount =
    number.length === payer.number.length &&
    number.startsWith(payer.branch) &&
    payer.number.startsWith(payer.branch);
  const isLikeCard = bins?.bins.some(
    ({ own, panLength, prefix }) => own && number.length === panLength && number.startsWith(prefix),
  );
  return isLikeAccount || isLikeCard === true;
}

/**
 * The payee behind a number. One of ours must belong to whom the payer names, and be able to take
 * the money; it is never the payer's own account.
 *
 * A number that is one of ours by its shape and that nobody has is a mistake, not another bank's.
 * The name is compared before anything else is said of the account, so that nobody learns the state
 * of one whose holder he cannot name. At the counter it is said as the teller may hear it; a customer
 * who pays online has no teller.
 */
export function payeeOf(
  { number, isNamed, sameAccount, nameDiffers }: Meant,
  payer: Account,
  context: PayeeContext,
): Result<Payee, Refusal> {
  const found = accountBehind(number, context);
  if (found === "elsewhere") {
    return isShapedLikeOurs(number, payer, context)
      ? refuse({ code: "account.unknown" })
      : accept(found);
  }

  const { books, teller } = context;
  const payee = found.account;
  if (payee.id === payer.id) return refuse(sameAccount);
  const holder = known(books.find("customer", payee.customer), "an account has a holder");
  if (!isNamed(holder.name)) return refuse(nameDiffers);
  if (!found.takesCredits) return refuse({ code: "account.unknown" });
  const holds = books.list("hold", "account", payee.id);
  return teller ? mayCreditHere(payee, holds, { teller }) : mayCredit(payee, holds);
}

/** The account by which a posting reaches the payee: his own, or that of what is on its way. */
export function reaching(payee: Payee): string {
  return payee === "elsewhere" ? "clearing" : payee.id;
}

/** Whether so much, in fen, has room where it reaches the payee. */
export function payeeHasRoom(
  amount: Fen,
  payee: Payee,
  { books }: Pick<Context, "books">,
): Result<Fen, MoneyRefusal> {
  const reached = payee === "elsewhere" ? books.find("branchBalance", "clearing") : payee;
  return hasRoomFor(amount, reached?.balance ?? 0);
}
