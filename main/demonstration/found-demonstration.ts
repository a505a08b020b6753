import type { AccountId } from "#core/account/account.ts";
import type { Holidays } from "#core/calendar/holidays.ts";
import { dateOf, instant } from "#core/calendar/instant.ts";
import type { BinTable } from "#core/card/bin.ts";
import { known } from "#core/kernel/assert.ts";
import { DEMONSTRATION_SEED, foundingBatches } from "#main/demonstration/founding.ts";
import { demonstrationPassword, staff } from "#main/demonstration/staff.ts";
import type { OpenBooks } from "#main/open-books.ts";
import { hashPassword } from "#main/people/password.ts";
import { pinVerifier } from "#main/pin-pad/pin-pad.ts";

/** A lighter cost than a live branch's: the passwords are public, and the first start shall be quick. */
const DEMONSTRATION_COST = 2 ** 14;
/** Frames that go to the disk at a time. */
const AT_A_TIME = 500;

/** Gives an empty demonstration its invented past; one that has a past is left as it is. */
export async function foundDemonstration(
  { vault, journal, ledger }: OpenBooks,
  sources: { readonly holidays: Holidays; readonly bins: BinTable },
  clock: () => number,
): Promise<void> {
  if (journal.lastSequence > 0) return;

  const verifiers = new Map(
    await Promise.all(
      Object.values(staff).map(async (id) => {
        const password = demonstrationPassword(id);
        return [password, await hashPassword(password, DEMONSTRATION_COST)] as const;
      }),
    ),
  );
  const now = instant(clock());
  const batches = foundingBatches({
    ...sources,
    today: dateOf(now),
    now,
    seed: DEMONSTRATION_SEED,
    hashPassword: (password) => known(verifiers.get(password), "everybody's password is hashed"),
    pinVerifier: (account: AccountId, pin) => pinVerifier(vault.pinPepper, account, pin),
  });
  for (let at = 0; at < batches.length; at += AT_A_TIME) {
    const some = batches.slice(at, at + AT_A_TIME);
    journal.append(
      some.map((batch) => JSON.stringify(batch)),
      now,
    );
    for (const batch of some) ledger.post(batch);
  }
}
