import type { Context } from "#core/commands/command.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { nextSerial, type Serial, stockId, type VoucherKind } from "#core/voucher/stock.ts";
import type { VoucherRefusal } from "#core/voucher/voucher-refusal.ts";

/**
 * That the piece in the teller's hand is the one the box must give next (V02): none is skipped, and
 * none comes from another box.
 */
export function nextPiece(
  kind: VoucherKind,
  serial: Serial,
  { books, teller }: Context,
): Result<Serial, VoucherRefusal> {
  const next = nextSerial(books.find("stock", stockId(kind, teller.id)), kind);
  if (!next.ok) return next;
  return next.value === serial
    ? accept(serial)
    : refuse({ code: "voucher.not-next", next: next.value });
}
