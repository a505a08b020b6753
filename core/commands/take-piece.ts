import type { Context } from "#core/commands/command.ts";
import { nextPiece } from "#core/commands/next-piece.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import type { Serial, VoucherKind } from "#core/voucher/stock.ts";
import type { VoucherRefusal } from "#core/voucher/voucher-refusal.ts";

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
  context: Context,
): Result<Entry, VoucherRefusal> {
  const next = nextPiece(kind, serial, context);
  if (!next.ok) return next;

  const teller = context.teller.id;
  return accept({
    type: "piece.taken",
    piece: { id: `${kind}:${serial}`, kind, serial, teller, status: "used", customer },
  });
}
