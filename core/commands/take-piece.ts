import type { Context } from "#core/commands/command.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import {
  nextSerial,
  type Serial,
  stockId,
  type VoucherKind,
  type VoucherRefusal,
} from "#core/voucher/stock.ts";

/** A blank piece in the teller's hand, and whose it becomes. */
export interface PieceInHand {
  readonly kind: Exclude<VoucherKind, "card">;
  readonly serial: Serial;
  readonly customer: CustomerId;
}

/**
 * Takes a piece out of the teller's own box for a customer: the lowest and no other (V02).
 *
 * Refuses an empty box and a piece that is not next.
 */
export function takePiece(
  { kind, serial, customer }: PieceInHand,
  { books, teller }: Context,
): Result<Entry, VoucherRefusal> {
  const next = nextSerial(books.find("stock", stockId(kind, teller.id)), kind);
  if (!next.ok) return next;
  if (next.value !== serial) return refuse({ code: "voucher.not-next", next: next.value });

  return accept({
    type: "piece.taken",
    piece: { id: `${kind}:${serial}`, kind, serial, teller: teller.id, status: "used", customer },
  });
}
