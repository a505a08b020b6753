import { type Books, type Change, put } from "#core/books/books.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { stockId, withoutNext } from "#core/voucher/stock.ts";

type PieceEntry = Extract<Entry, { type: "stock.placed" | "piece.taken" | "piece.collected" }>;

/** Stock and pieces after `entry`: a piece taken is always the lowest of its box (V02). */
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
      return [];
  }
}
