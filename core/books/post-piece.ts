import { type Books, type Change, put } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { handOf, passed } from "#core/books/post-stock.ts";
import { recordOf } from "#core/books/record-of.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { isOver } from "#core/card/card.ts";
import type { Entry } from "#core/journal/entry.ts";
import { holdsAll, joined, lowestOf, type Piece, type SerialRange } from "#core/voucher/stock.ts";

type PieceEntry = Extract<
  Entry,
  {
    type:
      | "stock.placed"
      | "piece.taken"
      | "piece.collected"
      | "pieces.allotted"
      | "pieces.returned"
      | `batch.${string}`;
  }
>;

/** Stock, pieces and batches after `entry`, on the business date that it belongs to (V02, V05). */
export function postPiece(books: Books, entry: PieceEntry, date: BusinessDate): readonly Change[] {
  switch (entry.type) {
    case "stock.placed":
      return [put("stock", entry.stock.id, entry.stock)];
    case "piece.taken":
      return taken(books, entry.piece, date);
    case "piece.collected":
      return collected(books, entry);
    case "pieces.allotted": {
      const { kind, to, count } = entry;
      // The lowest, which a newer journal names.
      const ranges = entry.ranges ?? lowestOf(handOf(books, kind, "vault").ranges, count).taken;
      return passed(books, { kind, ranges, from: "vault", way: "handedOver", to }, date);
    }
    case "pieces.returned": {
      const { kind, from, ranges } = entry;
      const undoes = true;
      return passed(books, { kind, ranges, from, way: "handedOver", to: "vault", undoes }, date);
    }
    case "batch.made":
      return [put("passwordCardBatch", entry.batch.id, entry.batch)];
    case "batch.delivered":
      return delivered(books, entry, date);
  }
}

/** A piece is used or spoiled. */
function taken(books: Books, piece: Piece, date: BusinessDate): readonly Change[] {
  const { kind, serial, teller: from, status } = piece;
  const ranges = [{ first: serial, last: serial }];
  const record = put("piece", piece.id, piece);
  // An older program could spoil another piece than the lowest, and its books forgot the lowest: so
  // its journal may take one again that has left the box. It is in its hand already.
  if (!holdsAll(handOf(books, kind, from).ranges, ranges)) return [record];

  const passage =
    status === "used"
      ? ({ kind, ranges, from, way: "used", to: "used" } as const)
      : ({ kind, ranges, from, way: "voided", to: "voided" } as const);
  return [...passed(books, passage, date), record];
}

/** A card that is none any more lies at the counter; of a counterfeit no record of ours changes. */
function collected(
  books: Books,
  entry: Extract<PieceEntry, { type: "piece.collected" }>,
): readonly Change[] {
  const card = recordOf(books, "card", entry.card);
  return entry.counterfeit || !isOver(card)
    ? []
    : [put("card", card.id, { ...card, collected: entry.reason })];
}

/** Good ones go into the vault; spoiled ones wait with other void pieces for their destruction. */
function delivered(
  books: Books,
  { batch: id, good, spoiled }: Extract<PieceEntry, { type: "batch.delivered" }>,
  date: BusinessDate,
): readonly Change[] {
  const batch = recordOf(books, "passwordCardBatch", id);
  const bad = joined(spoiled.map((serial) => ({ first: serial, last: serial })));
  const taken = put("passwordCardBatch", id, {
    ...batch,
    delivered: joined([...batch.delivered, ...good, ...bad]),
  });
  const stored = cameIn(books, good, "vault", date);
  return [taken, ...stored, ...cameIn(booksAfter(stored, books), bad, "voided", date)];
}

function cameIn(
  books: Books,
  ranges: readonly SerialRange[],
  to: "vault" | "voided",
  date: BusinessDate,
): readonly Change[] {
  if (ranges.length === 0) return [];
  const kind = "password-card";
  return passed(books, { kind, ranges, from: "nowhere", way: "handedOver", to }, date);
}
