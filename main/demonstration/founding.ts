import type { AccountId } from "#core/account/account.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import { addDays, addMonths, type BusinessDate } from "#core/calendar/business-date.ts";
import type { Holidays } from "#core/calendar/holidays.ts";
import { clockTime, dateOf, type Instant, instantAt, startOfDay } from "#core/calendar/instant.ts";
import type { BinTable } from "#core/card/bin.ts";
import { settleFreezes } from "#core/commands/settle-freezes.ts";
import { settleTerms } from "#core/commands/settle-terms.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { assert, known } from "#core/kernel/assert.ts";
import type { Grid } from "#core/password-card/grid.ts";
import type { PasswordVerifier, Teller, TellerId } from "#core/teller/teller.ts";
import type { VoucherKind } from "#core/voucher/stock.ts";
import { customerId, DRAWN_PEOPLE } from "#main/demonstration/cast.ts";
import { demonstrationData } from "#main/demonstration/data.ts";
import { createDraw, type Draw } from "#main/demonstration/draw.ts";
import { eBankStories, PIECES_OF_E_BANK_STORIES } from "#main/demonstration/e-bank-stories.ts";
import { foundingEntries } from "#main/demonstration/founding-day.ts";
import { intakeMoment, piecesOf, servedBy, takeIn } from "#main/demonstration/intake.ts";
import { type IntakePlan, planIntake } from "#main/demonstration/intake-plan.ts";
import { createPast } from "#main/demonstration/past.ts";
import { drawPerson, personOf } from "#main/demonstration/person.ts";
import { demonstrationBankPassword, demonstrationPin } from "#main/demonstration/pin.ts";
import {
  demonstrationStaff,
  otherBranch,
  otherBranchTeller,
  staff,
} from "#main/demonstration/staff.ts";
import { CARDS_OF_STORIES, type Counters, stories } from "#main/demonstration/stories.ts";
import type { Counter, Happening } from "#main/demonstration/visit.ts";
import { type WalletSetting, walletStory } from "#main/demonstration/wallet-steps.ts";

/** The seed of every demonstration, so that what one presenter tells the next one finds. */
export const DEMONSTRATION_SEED = 20260318;

/** What an invented branch is made from. */
export interface FoundingParts {
  /** The day on which the demonstration begins: terms run out on it, and on the days around it. */
  readonly today: BusinessDate;
  readonly now: Instant;
  readonly seed: number;
  readonly holidays: Holidays;
  readonly bins: BinTable;
  readonly freezeKinds: FreezeKinds;
  /** The verifier of a password; asked once for each person of the branch. */
  readonly hashPassword: (password: string) => PasswordVerifier;
  /** The keyed hash of a PIN for an account, as the vault of this installation makes it (K07). */
  readonly pinVerifier: (account: AccountId, pin: string) => string;
  /** The keyed hash of a login password for electronic banking. */
  readonly bankPasswordVerifier: (customer: CustomerId, digits: string) => string;
  /** The keyed hash of one of a wallet's two passwords. */
  readonly walletPasswordVerifier: WalletSetting["verifierOf"];
  /** The layout of the password cards; absent for the usual one. */
  readonly grid?: Grid | undefined;
}

/** The branch opened so long before: longer than a card is valid, so that one can have expired. */
const HISTORY_MONTHS = 11 * 12;

/** How many pieces the stories use up, all from the box of the teller who serves them. */
const piecesOfStories = { card: CARDS_OF_STORIES, ...PIECES_OF_E_BANK_STORIES };

/** What sets the chance of wallets apart from everybody else's. */
const WALLETS = 0x5a11e7;

/** From so many days before today on the terms of losses are settled day by day. */
const SETTLED_DAYS = 100;

/**
 * The whole past of the invented branch as a journal would hold it: batches from sequence 1 on, in
 * the order of time, the last of them at the first moment of `today`.
 *
 * The same parts always give the same batches. They go into an empty journal of the demonstration
 * and into no other.
 */
export function foundingBatches(parts: FoundingParts): readonly Batch[] {
  assert(dateOf(parts.now) === parts.today, "a demonstration begins on the day of its clock");
  const draw = createDraw(parts.seed);
  // Another chance for what came later to the demonstration: who lives in it stays who they were.
  const later = createDraw(~parts.seed);
  const people = demonstrationStaff(parts.hashPassword);
  const plans = planIntakes(draw, parts.today);
  const past = createPast({ ...parts, draw: later });
  const setting = { ...parts, ...counters(people, parts) };

  const happenings = [
    foundingDay(plans, people, parts),
    ...plans.map((plan) => intake(plan, parts)),
    ...stories({ ...setting, draw }),
    ...eBankStories({ ...setting, draw: later, plans }),
    ...walletStory({
      ...setting,
      draw: createDraw(parts.seed ^ WALLETS),
      verifierOf: parts.walletPasswordVerifier,
    }),
    ...settlements(parts.today),
  ];
  for (const { happen } of happenings.sort((one, other) => one.at - other.at)) happen(past);
  return past.batches();
}

function planIntakes(draw: Draw, today: BusinessDate): readonly IntakePlan[] {
  const taken = new Set<string>();
  const count = DRAWN_PEOPLE + demonstrationData.guests.length;
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const id = customerId(number);
    const guest = demonstrationData.guests[index - DRAWN_PEOPLE];
    const customer = guest
      ? personOf(draw, guest, { id, today })
      : drawPerson(draw, { id, today, taken });
    taken.add(customer.name);
    return planIntake(draw, number, customer, today);
  });
}

function foundingDay(
  plans: readonly IntakePlan[],
  people: readonly Teller[],
  { today, grid }: FoundingParts,
): Happening {
  const date = addMonths(today, -HISTORY_MONTHS);
  const at = instantAt(date, clockTime("08:30:00"));
  const givenOut = (kind: VoucherKind, teller: TellerId) =>
    plans
      .filter((plan) => servedBy(plan) === teller)
      .reduce((sum, plan) => sum + piecesOf(plan, kind), 0) +
    (teller === staff.teller ? piecesOfStories[kind] : 0);
  const entries = foundingEntries({ date, people, givenOut, grid });
  return { at, happen: (past) => past.record({ at, teller: "system", code: "9008", entries }) };
}

function intake(plan: IntakePlan, { bins, pinVerifier, ...parts }: FoundingParts): Happening {
  const { customer } = plan;
  const tools = {
    bins,
    pinVerifier: (account: AccountId) => pinVerifier(account, demonstrationPin(customer)),
    bankPassword: parts.bankPasswordVerifier(customer.id, demonstrationBankPassword(customer)),
  };
  return { at: intakeMoment(plan), happen: (past) => takeIn(past, plan, tools) };
}

function counters(
  people: readonly Teller[],
  { pinVerifier, bankPasswordVerifier }: FoundingParts,
): Counters {
  const teller = known(
    people.find(({ id }) => id === staff.teller),
    "the teller of the stories works here",
  );
  const pad: Pick<Counter, "pinVerifier" | "bankPassword"> = {
    pinVerifier: (account, customer) => pinVerifier(account, demonstrationPin(customer)),
    bankPassword: (customer) =>
      bankPasswordVerifier(customer.id, demonstrationBankPassword(customer)),
  };
  return {
    here: { teller, ...pad },
    elsewhere: { teller: otherBranchTeller(teller.password), branch: otherBranch, ...pad },
  };
}

/** Each midnight up to today's: what the clock alone brought about, as the workstation records it. */
function settlements(today: BusinessDate): readonly Happening[] {
  return Array.from({ length: SETTLED_DAYS + 1 }, (_, index) => {
    const date = addDays(today, index - SETTLED_DAYS);
    return {
      at: startOfDay(date),
      happen(past) {
        const at = startOfDay(date);
        const record = (entries: readonly Entry[]) => {
          if (entries.length > 0) past.record({ at, teller: "system", code: "system", entries });
        };
        const room = () => ({ books: past.books(), now: at, parameters: defaultParameters });
        record(settleTerms({ ...room(), today: date }));
        record(settleFreezes(room()));
        // The past did without days; whoever comes to the counter now finds the branch open.
        if (date === today) record([{ type: "day.opened", date }]);
      },
    };
  });
}
