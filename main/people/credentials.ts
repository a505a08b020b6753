import { addMinutes } from "#core/calendar/instant.ts";
import type { Entry } from "#core/journal/entry.ts";
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
 * that neither a restart nor patience gives more tries (security: 8.3.4). Every attempt that fails
 * is written down, also that of nobody who works here (C05).
 *
 * Slow on purpose, and done before the books are looked at for anything else.
 */
export async function proveIdentity(
  desk: Desk,
  id: TellerId,
  password: string,
): Promise<Result<Teller, TellerRefusal>> {
  const isRight = await isPassword(password, whoWorksHere(desk, id)?.password);

  // Everything below happens in one piece, on the books as they are now.
  const teller = whoWorksHere(desk, id);
  const until = teller?.lockedOutUntil;
  if (!teller) return turnAway(desk, { code: "teller.credentials" });
  if (until && desk.now() < until) return turnAway(desk, { code: "teller.locked-out", until });
  if (isRight) return accept(teller);

  const isLast = teller.failures + 1 >= PASSWORD_TRIES;
  const lockedOutUntil = addMinutes(desk.now(), LOCK_OUT_MS / 60_000);
  const counted: Entry = {
    type: "teller.password-failed",
    teller: id,
    ...(isLast ? { lockedOutUntil } : {}),
  };
  return isLast
    ? turnAway(desk, { code: "teller.locked-out", until: lockedOutUntil }, counted)
    : turnAway(desk, { code: "teller.credentials" }, counted);
}

/** Whoever has left is nobody, and answered as slowly. */
function whoWorksHere({ books }: Desk, id: TellerId): Teller | undefined {
  const teller = books.find("teller", id);
  return teller?.leftAt === undefined ? teller : undefined;
}

function turnAway(
  desk: Desk,
  refusal: TellerRefusal,
  counted: Entry = { type: "request.refused", refusal: refusal.code },
): Result<never, TellerRefusal> {
  desk.commit({ teller: "system", code: "1001", entries: [counted] });
  return refuse(refusal);
}
