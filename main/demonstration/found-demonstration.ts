import { dateOf, type Instant, instant, startOfDay } from "#core/calendar/instant.ts";
import type { Context } from "#core/commands/command.ts";
import { known } from "#core/kernel/assert.ts";
import type { Grid } from "#core/password-card/grid.ts";
import type { PasswordVerifier } from "#core/teller/teller.ts";
import { DEMONSTRATION_SEED, foundingBatches } from "#main/demonstration/founding.ts";
import { demonstrationPassword, staff } from "#main/demonstration/staff.ts";
import type { Journal } from "#main/journal/journal.ts";
import type { Ledger } from "#main/ledger/ledger.ts";
import type { OpenBooks } from "#main/open-books.ts";
import { hashPassword } from "#main/people/password.ts";
import { bankPasswordVerifier, pinVerifier } from "#main/pin-pad/pin-pad.ts";

/** A lighter cost than a live branch's: the passwords are public, and the first start shall be quick. */
const DEMONSTRATION_COST = 2 ** 14;
/** Frames that go to the disk at a time. */
const AT_A_TIME = 500;

/** What a demonstration is founded with. */
interface FoundingSources extends Pick<Context, "holidays" | "bins" | "freezeKinds"> {
  /** The layout of its password cards; absent for the usual one. */
  readonly grid?: Grid | undefined;
}

/**
 * Gives an empty demonstration its invented past; one that has a past is left as it is.
 *
 * A first start that was cut short left the beginning of a past. The same parts always give the same
 * past, so the rest of it is added, as of the day on which it was begun.
 */
export async function foundDemonstration(
  { vault, journal, ledger }: OpenBooks,
  sources: FoundingSources,
  clock: () => number,
): Promise<void> {
  const begun = begunAt(journal);
  if (begun !== undefined && isLivedIn(ledger, begun)) return;

  const verifiers = await hashedPasswords();
  const now = begun ?? instant(clock());
  const batches = foundingBatches({
    ...sources,
    // What was begun goes on with the cards it was begun with.
    grid: ledger.books.all("passwordCardBatch")[0]?.grid ?? sources.grid,
    today: dateOf(now),
    now,
    seed: DEMONSTRATION_SEED,
    hashPassword: (password) => known(verifiers.get(password), "everybody's password is hashed"),
    pinVerifier: (account, pin) => pinVerifier(vault.pinPepper, account, pin),
    bankPasswordVerifier: (customer, digits) =>
      bankPasswordVerifier(vault.pinPepper, customer, digits),
  });
  for (let at = journal.lastSequence; at < batches.length; at += AT_A_TIME) {
    const some = batches.slice(at, at + AT_A_TIME);
    journal.append(
      some.map((batch) => JSON.stringify(batch)),
      now,
    );
    for (const batch of some) ledger.post(batch);
  }
}

/** The moment of the first start: every frame of the invented past bears it. */
function begunAt(journal: Journal): Instant | undefined {
  for (const { recordedAt } of journal.frames()) return instant(recordedAt);
  return undefined;
}

/** The past ends with the first moment of its last day; what is later was done at the counter. */
function isLivedIn(ledger: Ledger, begun: Instant): boolean {
  const last = ledger.batch(ledger.lastSequence);
  return last !== undefined && last.recordedAt > startOfDay(dateOf(begun));
}

async function hashedPasswords(): Promise<ReadonlyMap<string, PasswordVerifier>> {
  const people = Object.values(staff).map(async (id) => {
    const password = demonstrationPassword(id);
    return [password, await hashPassword(password, DEMONSTRATION_COST)] as const;
  });
  return new Map(await Promise.all(people));
}
