import { cashBox, transferOf } from "#core/account/posting.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { BoxId } from "#core/cash/box.ts";
import type { Entry } from "#core/journal/entry.ts";
import { CashCount, countedSum } from "#core/money/denomination.ts";
import { type Fen, fen } from "#core/money/fen.ts";
import type { Grid } from "#core/password-card/grid.ts";
import type { Teller, TellerId } from "#core/teller/teller.ts";
import { Serial, type Stock, serialAfter, stockId, type VoucherKind } from "#core/voucher/stock.ts";
import { demonstrationBranch, staff } from "#main/demonstration/staff.ts";

/** Blank pieces in each box and in the vault when the demonstration begins. */
const PIECES_IN_BOX = 50;
const PIECES_IN_VAULT = 500;

/** Cash a teller begins with, as it was counted into the box: 300,000 yuan. */
const CASH_IN_BOX = CashCount.parse({
  ...{ "note-10000": 2_800, "note-5000": 200, "note-2000": 300, "note-1000": 300 },
  ...{ "note-500": 120, "note-100": 300, "coin-100": 60, "coin-50": 60, "coin-10": 100 },
});

/** Cash in the branch's vault, in fen. */
const CASH_IN_VAULT = fen(5_000_000_00);

/** Where the serials of a kind begin. Kinds share none, so that nobody mixes two boxes up. */
const FIRST_SERIALS = {
  card: Serial.parse("020000100001"),
  "password-card": Serial.parse("030000100001"),
  "usb-key": Serial.parse("040000100001"),
} as const satisfies Readonly<Record<VoucherKind, Serial>>;

/** Between the ranges of two holders lies room, so that a range tells whose it is. */
const RANGE_STEP = 100_000;

/** The tellers who have a box, in the order of their ranges. */
const boxHolders = [staff.teller, staff.secondTeller] as const;

/** What a demonstration begins with. */
export interface FoundingDay {
  readonly date: BusinessDate;
  readonly people: readonly Teller[];
  /** How many blank pieces each box will have used up before the demonstration. */
  readonly givenOut: (kind: VoucherKind, teller: TellerId) => number;
  /** The layout of password cards, those of today and those made later; absent for the usual one. */
  readonly grid?: Grid | undefined;
}

/** The branch is founded: its people, the blank pieces, and cash in the boxes. */
export function foundingEntries(day: FoundingDay): readonly Entry[] {
  const { people } = day;
  return [
    { type: "branch.founded", branch: demonstrationBranch },
    ...layoutChosen(day),
    ...people.map((teller) => ({ type: "teller.registered", teller }) as const),
    ...placed("card", day),
    ...passwordCards(day),
    ...placed("usb-key", day),
    cashPlaced(CASH_IN_VAULT, "vault"),
    ...boxHolders.flatMap((teller) => boxOpened(teller, day)),
  ];
}

function cashPlaced(amount: Fen, box: BoxId): Entry {
  const postings = transferOf(amount, cashBox(box), "opening");
  return { type: "money.posted", memo: "opening", postings };
}

/** A box that begins open, counted by two (C01). */
function boxOpened(teller: TellerId, { date }: FoundingDay): readonly Entry[] {
  const counted = countedSum(CASH_IN_BOX);
  const count = { date, cash: CASH_IN_BOX, counted, expected: counted };
  return [cashPlaced(counted, teller), { type: "box.opened", box: teller, date, count }];
}

function layoutChosen({ grid }: FoundingDay): readonly Entry[] {
  if (!grid) return [];
  const passwordCard = { ...defaultParameters.passwordCard, grid };
  return [{ type: "parameters.set", parameters: { ...defaultParameters, passwordCard } }];
}

/** Pieces that came as they are: a range for each box and one for the vault. */
function placed(kind: "card" | "usb-key", day: FoundingDay): readonly Entry[] {
  const hands: readonly (readonly [Stock["holder"], number])[] = [
    ...boxHolders.map((teller) => [teller, inBox(kind, teller, day)] as const),
    ["vault", PIECES_IN_VAULT],
  ];
  return hands.map(([holder, count], place) => {
    const first = serialAfter(FIRST_SERIALS[kind], place * RANGE_STEP);
    const ranges = [{ first, last: serialAfter(first, count - 1) }];
    return { type: "stock.placed", stock: { id: stockId(kind, holder), kind, holder, ranges } };
  });
}

/** Password cards come as a batch, since what stands on them must be known: vault first (V07). */
function passwordCards(day: FoundingDay): readonly Entry[] {
  const kind = "password-card";
  const boxes = boxHolders.map((teller) => ({ to: teller, count: inBox(kind, teller, day) }));
  const count = boxes.reduce((sum, box) => sum + box.count, PIECES_IN_VAULT);
  const first = FIRST_SERIALS[kind];
  const whole = { first, last: serialAfter(first, count - 1) };
  const { date: madeOn, grid = defaultParameters.passwordCard.grid } = day;
  return [
    { type: "batch.made", batch: { id: "b-1", ...whole, version: 1, grid, madeOn, delivered: [] } },
    { type: "batch.delivered", batch: "b-1", good: [whole], spoiled: [] },
    ...boxes.map((box) => ({ type: "pieces.allotted", kind, ...box }) as const),
  ];
}

function inBox(kind: VoucherKind, teller: TellerId, { givenOut }: FoundingDay): number {
  return PIECES_IN_BOX + givenOut(kind, teller);
}
