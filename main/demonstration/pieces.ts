import type { Books } from "#core/books/books.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import type { TellerId } from "#core/teller/teller.ts";
import { nextSerial, type Serial, stockId, type VoucherKind } from "#core/voucher/stock.ts";

/** The piece that the box of a teller of the past must give next (V02). */
export function lowestPiece(books: Books, kind: VoucherKind, teller: TellerId): Serial {
  const next = nextSerial(books.find("stock", stockId(kind, teller)), kind);
  return known(next.ok ? next.value : undefined, "the boxes of the past never run empty");
}

/** A piece that was given to a customer and is no bank card. */
export function pieceGiven(
  kind: Exclude<VoucherKind, "card">,
  serial: Serial,
  { teller, customer }: { readonly teller: TellerId; readonly customer: CustomerId },
): Entry {
  const id = `${kind}:${serial}`;
  return {
    type: "piece.taken",
    piece: { id, kind, serial, teller, status: "used", customer },
  };
}
