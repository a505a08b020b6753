import { cashBox, transferOf } from "#core/account/posting.ts";
import type { Entry } from "#core/journal/entry.ts";
import { fen } from "#core/money/fen.ts";
import type { Teller, TellerId } from "#core/teller/teller.ts";
import { Serial, type Stock, stockId, type VoucherKind } from "#core/voucher/stock.ts";
import { demonstrationBranch, staff } from "#main/demonstration/staff.ts";

/** Blank pieces in each box and in the vault when the demonstration begins. */
const PIECES_IN_BOX = 50;
const PIECES_IN_VAULT = 500;

/** Cash a teller begins with, in fen. */
const CASH_IN_BOX = fen(300_000_00);

/** Where the serials of a kind begin. Kinds share none, so that nobody mixes two boxes up. */
const FIRST_SERIALS = { card: 20_000_100_001, "password-card": 30_000_100_001 } as const;

/** Between the ranges of two holders lies room, so that a range tells whose it is. */
const RANGE_STEP = 100_000;

/** The tellers who have a box, in the order of their ranges. */
const boxHolders = [staff.teller, staff.secondTeller] as const;

/**
 * The branch is founded: its people, the blank pieces, and cash in the boxes.
 *
 * `cardsGivenOut` is how many blank cards each box will have used up before the demonstration.
 */
export function foundingEntries(
  people: readonly Teller[],
  cardsGivenOut: (teller: TellerId) => number,
): readonly Entry[] {
  return [
    { type: "branch.founded", branch: demonstrationBranch },
    ...people.map((teller) => ({ type: "teller.registered", teller }) as const),
    ...boxHolders.flatMap((teller, place) => [
      placed("card", teller, place, PIECES_IN_BOX + cardsGivenOut(teller)),
      placed("password-card", teller, place, PIECES_IN_BOX),
    ]),
    placed("card", "vault", boxHolders.length, PIECES_IN_VAULT),
    placed("password-card", "vault", boxHolders.length, PIECES_IN_VAULT),
    ...boxHolders.map((teller): Entry => {
      const postings = transferOf(CASH_IN_BOX, cashBox(teller), "opening");
      return { type: "money.posted", memo: "opening", postings };
    }),
  ];
}

function placed(kind: VoucherKind, holder: Stock["holder"], place: number, count: number): Entry {
  const first = FIRST_SERIALS[kind] + place * RANGE_STEP;
  const ranges = [{ first: serial(first), last: serial(first + count - 1) }];
  return { type: "stock.placed", stock: { id: stockId(kind, holder), kind, holder, ranges } };
}

function serial(number: number): Serial {
  return Serial.parse(String(number).padStart(12, "0"));
}
