import { addMinutes } from "#core/calendar/instant.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import {
  LOCK_OUT_MS,
  PASSWORD_TRIES,
  type Teller,
  type TellerId,
  type TellerRefusal,
} from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import { isPassword } from "#main/people/password.ts";

/**
 * Whether somebody is who they say: number and password, with a lock-out that is journalled, so
 * that neither a restart nor patience gives more tries (security: 8.3.4).
 *
 * Slow on purpose, and done before the books are looked at for anything else.
 */
export async function proveIdentity(
  desk: Desk,
  id: TellerId,
  password: string,
): Promise<Result<Teller, TellerRefusal>> {
  const isRight = await isPassword(password, desk.books.find("teller", id)?.password);

  // Everything below happens in one piece, on the books as they are now.
  const teller = desk.books.find("teller", id);
  if (!teller) return refuse({ code: "teller.credentials" });
  const until = teller.lockedOutUntil;
  if (until && desk.now() < until) return refuse({ code: "teller.locked-out", until });
  if (isRight) return accept(teller);

  const isLast = teller.failures + 1 >= PASSWORD_TRIES;
  const lockedOutUntil = addMinutes(desk.now(), LOCK_OUT_MS / 60_000);
  desk.commit({
    teller: "system",
    code: "1001",
    entries: [
      { type: "teller.password-failed", teller: id, ...(isLast ? { lockedOutUntil } : {}) },
    ],
  });
  return isLast
    ? refuse({ code: "teller.locked-out", until: lockedOutUntil })
    : refuse({ code: "teller.credentials" });
}
