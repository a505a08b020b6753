import { AccountId } from "#core/account/account.ts";
import { transferOf } from "#core/account/posting.ts";
import { clockTime, type Instant, instantAt } from "#core/calendar/instant.ts";
import { type BinTable, findOwnBin } from "#core/card/bin.ts";
import { type Card, CardId } from "#core/card/card.ts";
import { luhnCheckDigit, Pan } from "#core/card/pan.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { signedFen } from "#core/money/fen.ts";
import type { TellerId } from "#core/teller/teller.ts";
import { panOfPiece } from "#core/voucher/piece-number.ts";
import { type Serial, serialAfter, type VoucherKind } from "#core/voucher/stock.ts";
import { numberOf } from "#main/demonstration/cast.ts";
import type { AccountPlan, CardPlan, IntakePlan } from "#main/demonstration/intake-plan.ts";
import { serviceEntries } from "#main/demonstration/intake-services.ts";
import type { Past } from "#main/demonstration/past.ts";
import { lowestPiece } from "#main/demonstration/pieces.ts";
import { demonstrationBranch, staff } from "#main/demonstration/staff.ts";

/** What the cards of blank pieces begin with, and those that were given out before. */
const PIECE_PREFIX = "622202";
const OLDER_PREFIX = "955880";

/** What an intake is done with: the ranges of the bank, and what is typed on the pad as keyed hashes. */
export interface IntakeTools {
  readonly bins: BinTable;
  readonly pinVerifier: (account: AccountId) => string;
  /** Of the first login password, one for all channels. */
  readonly bankPassword: string;
}

/** What the steps of one intake have in common. */
export interface Intake {
  readonly past: Past;
  readonly plan: IntakePlan;
  readonly teller: TellerId;
  readonly tools: IntakeTools;
  readonly at: Instant;
}

/** The moment of an intake: in opening hours, and no two on a day at the same minute. */
export function intakeMoment({ customer, openedOn }: IntakePlan) {
  const number = numberOf(customer.id);
  const minute = 10 + (number % 45);
  return instantAt(openedOn, clockTime(`${10 + Math.floor(number / 45)}:${minute}:00`));
}

/** The two tellers take turns; the pieces come from the box of whoever serves. */
export function servedBy({ customer }: IntakePlan): TellerId {
  return numberOf(customer.id) % 2 === 1 ? staff.teller : staff.secondTeller;
}

/** How many blank pieces of a kind an intake takes out of the box. */
export function piecesOf({ accounts, relations }: IntakePlan, kind: VoucherKind): number {
  return kind === "card"
    ? accounts.flatMap(({ cards }) => cards).filter(({ range }) => range === "piece").length
    : relations.filter((relation) => relation.kind === kind).length;
}

/**
 * A customer comes to the branch, 3001: accounts, cards and relations.
 *
 * An account is a posting of its own, because the next one takes the next blank piece of the box.
 */
export function takeIn(past: Past, plan: IntakePlan, tools: IntakeTools): void {
  const teller = servedBy(plan);
  const intake = { past, plan, teller, tools, at: intakeMoment(plan) };
  plan.accounts.forEach((accountPlan, index) => {
    const account = AccountId.parse(`a-${past.books().count("account") + 1}`);
    past.record({
      at: intake.at,
      teller,
      approvers: [staff.supervisor],
      code: "3001",
      entries: [
        ...(index === 0 ? [{ type: "customer.registered", customer: plan.customer } as const] : []),
        ...accountEntries(intake, account, accountPlan),
        ...accountPlan.cards.flatMap((card, at) => cardEntries(intake, account, card, at)),
        ...(index === 0 ? serviceEntries(intake, account) : []),
      ],
    });
  });
}

function accountEntries(
  { plan }: Intake,
  id: AccountId,
  { number, product, opening }: AccountPlan,
): readonly Entry[] {
  const account = {
    id,
    number,
    customer: plan.customer.id,
    branch: demonstrationBranch.code,
    product,
    openedOn: plan.openedOn,
    drawMethod: "pin",
    life: "open",
    balance: signedFen(0),
    lastMovedOn: plan.openedOn,
    interestProduct: 0,
  } as const;
  const postings = transferOf(opening, "opening", id);
  return [
    { type: "account.opened", account },
    ...(opening > 0 ? [{ type: "money.posted", memo: "opening", postings } as const] : []),
  ];
}

function cardEntries(
  intake: Intake,
  account: AccountId,
  how: CardPlan,
  index: number,
): readonly Entry[] {
  const { past, plan, teller, tools } = intake;
  const books = past.books();
  const serial = how.range === "piece" ? pieceAt(intake, index) : undefined;
  const pan = serial ? panOfPiece(PIECE_PREFIX, serial) : olderPan(how);
  const bin = known(findOwnBin(tools.bins, pan), "the ranges of the demonstration are our own");
  const card: Card = {
    id: CardId.parse(`k-${books.count("card") + index + 1}`),
    pan,
    account,
    customer: plan.customer.id,
    ...(serial ? { serial } : {}),
    issuedOn: plan.openedOn,
    validityYears: bin.validityYears,
    serviceCode: bin.serviceCode,
    life: "issued-inactive",
    loss: "none",
    pin: "ok",
    pinVerifier: tools.pinVerifier(account),
    pinFailures: 0,
    sequence: how.sequence,
    trackVersion: how.sequence,
  };
  return [
    ...(serial ? [pieceTaken(serial, teller, card.id)] : []),
    { type: "card.entered", card },
    ...(how.isActivated ? [{ type: "card.activated", card: card.id } as const] : []),
  ];
}

/** The piece that is next in the box once so many more of it have been used (V02). */
function pieceAt({ past, teller }: Intake, further: number): Serial {
  return serialAfter(lowestPiece(past.books(), "card", teller), further);
}

function pieceTaken(serial: Serial, teller: TellerId, card: CardId): Entry {
  const id = `card:${serial}`;
  return { type: "piece.taken", piece: { id, kind: "card", serial, teller, status: "used", card } };
}

function olderPan({ individual }: CardPlan): Pan {
  const digits = `${OLDER_PREFIX}${individual}`;
  return Pan.parse(`${digits}${luhnCheckDigit(digits)}`);
}
