import type { Account } from "#core/account/account.ts";
import { addDays, addMonths, type BusinessDate } from "#core/calendar/business-date.ts";
import { luhnCheckDigit } from "#core/card/pan.ts";
import type { Customer } from "#core/customer/customer.ts";
import { EBankChannel } from "#core/e-bank/e-bank.ts";
import { known } from "#core/kernel/assert.ts";
import { type Fen, fen } from "#core/money/fen.ts";
import { RelationKind } from "#core/replacement/relation.ts";
import { cast, isOfEBankCast } from "#main/demonstration/cast.ts";
import { demonstrationData } from "#main/demonstration/data.ts";
import type { Draw } from "#main/demonstration/draw.ts";
import { demonstrationBranch } from "#main/demonstration/staff.ts";

/** A card as it is given to a new customer: from a blank piece, or of an older range. */
export interface CardPlan {
  readonly range: "piece" | "older-19" | "older-16";
  /** The digits between prefix and check digit of an older card. */
  readonly individual: string;
  readonly isActivated: boolean;
  readonly sequence: number;
}

/** An account as it is opened, with what is paid in at once. */
export interface AccountPlan {
  readonly number: string;
  readonly product: Account["product"];
  readonly opening: Fen;
  readonly cards: readonly CardPlan[];
}

/** Something that hangs on the first card; a password card and a U盾 get their serial as label. */
export interface RelationPlan {
  readonly kind: RelationKind;
  readonly label: string;
}

/** Everything about a new customer that is drawn by chance or laid down by the cast. */
export interface IntakePlan {
  readonly customer: Customer;
  readonly openedOn: BusinessDate;
  readonly accounts: readonly AccountPlan[];
  readonly relations: readonly RelationPlan[];
}

/** More than a sleeping account ever has. */
const AWAKE = 200_00;

/** The older range has been given out until so many days ago. */
const OLDER_RANGE_DAYS = 6 * 365;

const PRODUCT_CODES = {
  "demand-savings": "01",
  settlement: "02",
  "time-deposit": "03",
} as const satisfies Readonly<Record<Account["product"], string>>;

/** Plans how a customer, by number, came to the branch. */
export function planIntake(
  draw: Draw,
  number: number,
  customer: Customer,
  today: BusinessDate,
): IntakePlan {
  const openedOn = openingDay(draw, number, customer, today);
  const older = addDays(today, -OLDER_RANGE_DAYS);
  const range = openedOn < older ? draw.pick(["older-19", "older-16"] as const) : "piece";
  const card = (): CardPlan => ({
    range,
    individual: draw.digits(range === "older-16" ? 9 : 12),
    isActivated: number !== cast.neverActivated,
    sequence: number === cast.sequenceNine ? 9 : 1,
  });

  const count = accountCount(draw, number);
  return {
    customer,
    openedOn,
    accounts: Array.from({ length: count }, (_, index) => {
      const product = index === 0 ? "settlement" : "demand-savings";
      return {
        number: accountNumber(draw, product),
        product,
        opening: openingBalance(draw, number),
        cards: number === cast.oneOfTwoCards ? [card(), card()] : [card()],
      };
    }),
    relations: isChild(customer, today) ? [] : relationsOf(draw, number),
  };
}

function openingDay(
  draw: Draw,
  number: number,
  customer: Customer,
  today: BusinessDate,
): BusinessDate {
  if (number === cast.cardExpired) return addMonths(today, -123);
  if (number === cast.dormant) return addMonths(today, -86);
  return addDays(today, -draw.between(130, isChild(customer, today) ? 400 : 3200));
}

function isChild({ birthDate }: Customer, today: BusinessDate): boolean {
  return addMonths(birthDate, 16 * 12) > today;
}

function accountCount(draw: Draw, number: number): number {
  if (number === cast.threeAccounts) return 3;
  // The people of the stories have one account each, so that a story has one way to go.
  return number < cast.threeAccounts ? 1 : draw.pick([1, 1, 1, 2, 2, 3]);
}

/** The number of a new account: branch, product, and what only this one has. */
export function accountNumber(draw: Draw, product: Account["product"]): string {
  const digits = `${demonstrationBranch.code}${PRODUCT_CODES[product]}${draw.digits(12)}`;
  return `${digits}${luhnCheckDigit(digits)}`;
}

function openingBalance(draw: Draw, number: number): Fen {
  switch (number) {
    case cast.empty:
      return fen(0);
    case cast.wealthy:
      return fen(12_345_678_90);
    case cast.dormant:
      return fen(draw.between(1, 99_99));
    case cast.accountClosed:
    case cast.amountFrozen:
      return fen(draw.between(20_000_00, 60_000_00));
    default:
      break;
  }
  // Enough for every fee and withdrawal of a story, and little enough for a box to pay it all out.
  if (number < cast.empty) return fen(draw.between(1_000_00, 99_999_99));

  const [least, most] = draw.pick([
    [1, 99_99],
    [100_00, 9_999_99],
    [10_000_00, 99_999_99],
    [100_000_00, 800_000_00],
  ] as const);
  const drawn = draw.between(least, most);
  // Whoever banks at home shall not have slept over it for years (3.6).
  return fen(isOfEBankCast(number) ? drawn + AWAKE : drawn);
}

/** Whether it is a part of banking at home. */
function isOfEBank(kind: RelationKind): boolean {
  return EBankChannel.options.some((channel) => channel === kind) || needsInternetBank(kind);
}

/** What an internet bank must be open for before anybody has it (P31). */
function needsInternetBank(kind: RelationKind): boolean {
  return kind === "password-card" || kind === "usb-key";
}

/** What the people who are there to bank at home begin with; the others of them begin with nothing. */
const servicesOfCast: Readonly<Partial<Record<number, readonly RelationKind[]>>> = {
  [cast.wellUsed]: ["internet-bank", "phone-bank", "password-card", "e-pay"],
  [cast.staticPasswordOnly]: ["internet-bank", "wap-bank"],
  [cast.hardLocked]: ["internet-bank", "password-card"],
  [cast.timeDeposits]: ["internet-bank", "wap-bank"],
};

/** The drawn relations as they may be together: for the cast as laid down, for others as P31 has it. */
function adjusted(drawn: IntakePlan["relations"], number: number): IntakePlan["relations"] {
  if (isOfEBankCast(number)) {
    const services = (servicesOfCast[number] ?? []).map(service);
    return [...drawn.filter(({ kind }) => !isOfEBank(kind)), ...services];
  }
  // Somebody with money and a card in use enrols for e支付 before everybody's eyes (E02).
  const isToEnrol = number === cast.wealthy;
  const wanted = drawn.filter(({ kind }) => kind !== "e-pay" || !isToEnrol);
  const kinds = wanted.map(({ kind }) => kind);
  const lacksBank = kinds.some(needsInternetBank) && !kinds.includes("internet-bank");
  return lacksBank ? [service("internet-bank"), ...wanted] : wanted;
}

function service(kind: RelationKind): RelationPlan {
  const [label] = demonstrationData.places.relations[kind];
  return { kind, label: known(label, "every kind of relation has a name") };
}

/** The people of the stories have more relations than others: they are what a new card must keep. */
function relationsOf(draw: Draw, number: number): IntakePlan["relations"] {
  const kinds = RelationKind.options;
  const count = number < cast.threeAccounts ? draw.between(4, 6) : draw.between(0, 3);
  const chosen = Array.from({ length: count }, (_, index) =>
    known(kinds[(number * 5 + index) % kinds.length], "the list of kinds goes round"),
  );
  const drawn = chosen
    .filter((kind) => kind !== "usb-key" || !chosen.includes("password-card")) // P31: never both.
    .map((kind) => ({ kind, label: draw.pick(demonstrationData.places.relations[kind]) }));
  return adjusted(drawn, number);
}
