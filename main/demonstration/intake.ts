import { AccountId } from "#core/account/account.ts";
import { transferOf } from "#core/account/posting.ts";
import { clockTime, instantAt } from "#core/calendar/instant.ts";
import { type BinTable, findOwnBin } from "#core/card/bin.ts";
import { type Card, CardId } from "#core/card/card.ts";
import { luhnCheckDigit, Pan } from "#core/card/pan.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { signedFen } from "#core/money/fen.ts";
import { Relation } from "#core/replacement/relation.ts";
import type { TellerId } from "#core/teller/teller.ts";
import { panOfPiece } from "#core/voucher/piece-number.ts";
import { nextSerial, Serial, stockId } from "#core/voucher/stock.ts";
import type { AccountPlan, CardPlan, IntakePlan } from "#main/demonstration/intake-plan.ts";
import type { Past } from "#main/demonstration/past.ts";
import { demonstrationBranch, staff } from "#main/demonstration/staff.ts";

/** What the cards of blank pieces begin with, and those that were given out before. */
const PIECE_PREFIX = "622202";
const OLDER_PREFIX = "955880";

/** What an intake is done with: the ranges of the bank, and the PIN on the pad as a keyed hash. */
export interface IntakeTools {
  readonly bins: BinTable;
  readonly pinVerifier: (account: AccountId) => string;
}

/** What the steps of one intake have in common. */
interface Intake {
  readonly past: Past;
  readonly plan: IntakePlan;
  readonly teller: TellerId;
  readonly tools: IntakeTools;
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

/**
 * A customer comes to the branch, 3001: accounts, cards and relations.
 *
 * An account is a posting of its own, because the next one takes the next blank piece of the box.
 */
export function takeIn(past: Past, plan: IntakePlan, tools: IntakeTools): void {
  const teller = servedBy(plan);
  const intake = { past, plan, teller, tools };
  plan.accounts.forEach((accountPlan, index) => {
    const account = AccountId.parse(`a-${past.books().count("account") + 1}`);
    past.record({
      at: intakeMoment(plan),
      teller,
      approvers: [staff.supervisor],
      code: "3001",
      entries: [
        ...(index === 0 ? [{ type: "customer.registered", customer: plan.customer } as const] : []),
        ...accountEntries(intake, account, accountPlan),
        ...accountPlan.cards.flatMap((card, at) => cardEntries(intake, account, card, at)),
        ...(index === 0 ? relationEntries(intake, account) : []),
      ],
    });
  });
}

function numberOf(customer: CustomerId): number {
  return Number(customer.slice("c-".length));
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
  { past, plan, teller, tools }: Intake,
  account: AccountId,
  how: CardPlan,
  index: number,
): readonly Entry[] {
  const books = past.books();
  const serial = how.range === "piece" ? pieceAt(past, teller, index) : undefined;
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
function pieceAt(past: Past, teller: TellerId, further: number): Serial {
  const next = nextSerial(past.books().find("stock", stockId("card", teller)), "card");
  const first = known(next.ok ? next.value : undefined, "the boxes of the past never run empty");
  return Serial.parse(String(Number(first) + further).padStart(12, "0"));
}

function pieceTaken(serial: Serial, teller: TellerId, card: CardId): Entry {
  const id = `card:${serial}`;
  return { type: "piece.taken", piece: { id, kind: "card", serial, teller, status: "used", card } };
}

function olderPan({ individual }: CardPlan): Pan {
  const digits = `${OLDER_PREFIX}${individual}`;
  return Pan.parse(`${digits}${luhnCheckDigit(digits)}`);
}

/** Everything hangs on the first card of the first account. */
function relationEntries({ past, plan }: Intake, account: AccountId): readonly Entry[] {
  const card = CardId.parse(`k-${past.books().count("card") + 1}`);
  const first = past.books().count("relation") + 1;
  return plan.relations.map(({ kind, label }, index) => ({
    type: "relation.bound",
    relation: Relation.parse({
      id: `r-${first + index}`,
      kind,
      customer: plan.customer.id,
      account,
      card,
      label,
      status: "active",
    }),
  }));
}
