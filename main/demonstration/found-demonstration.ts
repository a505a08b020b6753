import { dateOf, type Instant, instant, startOfDay } from "#core/calendar/instant.ts";
import type { Context } from "#core/commands/command.ts";
import type { Batch } from "#core/journal/batch.ts";
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
import { walletPasswordVerifier } from "#main/wallet/wallet-secret.ts";

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
 * past, so the rest of it is added, as of the day on which it was begun. The past that another
 * version of the program invented is another one, and nothing is ever added to that.
 */
export async function foundDemonstration(
  { vault, journal, ledger }: OpenBooks,
  sources: FoundingSources,
  clock: () => number,
): Promise<void> {
  const begun = begunAt(journal);
  if (begun !== undefined && isLivedIn(ledger, begun)) return;

  const verifiers = await hashedPasswords(ledger);
  const now = begun ?? instant(clock());
  const batches = foundingBatches({
    ...sources,
    // What was begun goes on with the cards it was begun with.
    grid: begun === undefined ? sources.grid : gridOf(ledger),
    today: dateOf(now),
    now,
    seed: DEMONSTRATION_SEED,
    hashPassword: (password) => known(verifiers.get(password), "everybody's password is hashed"),
    pinVerifier: (account, pin) => pinVerifier(vault.pinPepper, account, pin),
    bankPasswordVerifier: (customer, digits) =>
      bankPasswordVerifier(vault.pinPepper, customer, digits),
    walletPasswordVerifier: (customer, which, typed) =>
      walletPasswordVerifier(vault.pinPepper, customer, which, typed),
  });
  if (!isBeginningOf(batches, journal)) return;

  for (let at = journal.lastSequence; at < batches.length; at += AT_A_TIME) {
    const some = batches.slice(at, at + AT_A_TIME);
    // First what can be thrown away: the disk never gets what the books would not take.
    for (const batch of some) ledger.post(batch);
    journal.append(
      some.map((batch) => JSON.stringify(batch)),
      now,
    );
  }
}

/** The layout that a past was begun with; none where it was the usual one without a word. */
function gridOf(ledger: Ledger): Grid | undefined {
  const founding = ledger.batch(1)?.entries ?? [];
  for (const entry of founding) {
    if (entry.type === "parameters.set") return entry.parameters.passwordCard.grid;
  }
  return undefined;
}

/** Whether all that the journal has, to the letter, is the beginning of this past. */
function isBeginningOf(batches: readonly Batch[], journal: Journal): boolean {
  for (const { sequence, body } of journal.frames()) {
    if (body !== JSON.stringify(batches[sequence - 1])) return false;
  }
  return true;
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

/** Everybody's verifier by the password: the one in the books, or else one with a new salt. */
async function hashedPasswords({ books }: Ledger): Promise<ReadonlyMap<string, PasswordVerifier>> {
  const people = Object.values(staff).map(async (id) => {
    const password = demonstrationPassword(id);
    const begun = books.find("teller", id)?.password;
    return [password, begun ?? (await hashPassword(password, DEMONSTRATION_COST))] as const;
  });
  return new Map(await Promise.all(people));
}
