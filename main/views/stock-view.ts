import type { Books } from "#core/books/books.ts";
import type { StockView } from "#core/contract/password-card-view.ts";
import type { TellerId } from "#core/teller/teller.ts";
import { nextSerial, piecesLeft, stockId, VoucherKind } from "#core/voucher/stock.ts";

/** Blank pieces of every kind in a teller's box, and what the vault could add to it (V02, V07). */
export function stockViews(books: Books, teller: TellerId): readonly StockView[] {
  return VoucherKind.options.map((kind) => {
    const box = books.find("stock", stockId(kind, teller));
    const next = nextSerial(box, kind);
    return {
      kind,
      ...(next.ok ? { next: next.value } : {}),
      left: piecesLeft(box),
      inVault: piecesLeft(books.find("stock", stockId(kind, "vault"))),
    };
  });
}
