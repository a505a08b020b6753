import { type Books, type Change, put } from "#core/books/books.ts";
import { recordOf } from "#core/books/record-of.ts";
import { isOver } from "#core/card/card.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import {
  joined,
  lowestOf,
  type SerialRange,
  type Stock,
  stockId,
  without,
  withoutNext,
} from "#core/voucher/stock.ts";

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

/** Stock, pieces and batches after `entry`: what is taken is always the lowest of its box (V02). */
export function postPiece(books: Books, entry: PieceEntry): readonly Change[] {
  switch (entry.type) {
    case "stock.placed":
      return [put("stock", entry.stock.id, entry.stock)];
    case "piece.taken": {
      const { piece } = entry;
      const id = stockId(piece.kind, piece.teller);
      const stock = known(books.find("stock", id), "a piece is taken from an existing box");
      return [put("stock", id, withoutNext(stock)), put("piece", piece.id, piece)];
    }
    case "piece.collected":
      return collected(books, entry);
    case "pieces.allotted": {
      const vault = recordOf(books, "stock", stockId(entry.kind, "vault"));
      const { taken, left } = lowestOf(vault.ranges, entry.count);
      return [
        put("stock", vault.id, { ...vault, ranges: left }),
        withMore(books, { kind: entry.kind, holder: entry.to }, taken),
      ];
    }
    case "pieces.returned": {
      const box = recordOf(books, "stock", stockId(entry.kind, entry.from));
      return [
        put("stock", box.id, { ...box, ranges: without(box.ranges, entry.ranges) }),
        withMore(books, { kind: entry.kind, holder: "vault" }, entry.ranges),
      ];
    }
    case "batch.made":
      return [put("passwordCardBatch", entry.batch.id, entry.batch)];
    case "batch.delivered":
      return delivered(books, entry);
  }
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

function delivered(
  books: Books,
  { batch: id, good, spoiled }: Extract<PieceEntry, { type: "batch.delivered" }>,
): readonly Change[] {
  const batch = recordOf(books, "passwordCardBatch", id);
  const bad = spoiled.map((serial) => ({ first: serial, last: serial }));
  return [
    put("passwordCardBatch", id, {
      ...batch,
      delivered: joined([...batch.delivered, ...good, ...bad]),
    }),
    withMore(books, { kind: "password-card", holder: "vault" }, good),
  ];
}

function withMore(
  books: Books,
  { kind, holder }: Pick<Stock, "kind" | "holder">,
  ranges: readonly SerialRange[],
): Change {
  const id = stockId(kind, holder);
  const stock: Stock = books.find("stock", id) ?? { id, kind, holder, ranges: [] };
  return put("stock", id, { ...stock, ranges: joined([...stock.ranges, ...ranges]) });
}
