import type { RequestHash } from "#core/authorisation/grant.ts";
import { mayTakeUp, type Parked, type ParkedRefusal } from "#core/authorisation/parked.ts";
import { openParked } from "#core/authorisation/parked-still-waiting.ts";
import type { Books } from "#core/books/books.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { TellerId } from "#core/teller/teller.ts";

/** What is posted: by whom, and which parked request it was made from, if any. */
interface Posted {
  readonly code: string;
  readonly hash: RequestHash;
  readonly maker: TellerId;
  readonly parked: string | undefined;
}

/**
 * The parked requests that a posting settles: the one it was made from, and whichever else of its
 * maker asked for the very same. So nothing that was parked is ever posted twice, whether the window
 * named it or not.
 */
export function takenUp(
  books: Books,
  { code, hash, maker, parked: named }: Posted,
): Result<readonly Parked[], ParkedRefusal> {
  const same = openParked(books).filter((one) => one.hash === hash && one.maker === maker);
  if (named === undefined) return accept(same);

  const parked = books.find("parked", named);
  if (!parked) return refuse({ code: "parked.unknown" });
  const may = mayTakeUp(parked, maker);
  if (!may.ok) return may;
  if (parked.code !== code) return refuse({ code: "parked.other-transaction" });
  return accept([parked, ...same.filter(({ id }) => id !== parked.id)]);
}
