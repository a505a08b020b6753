import type { MoneyRefusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { FEN_MAX, type Fen } from "#core/money/fen.ts";

/**
 * What an account or a box may hold, in fen: a tenth of what an amount can be, so that interest and
 * fees on top never leave the range.
 */
const MOST_HELD = FEN_MAX / 10;

/** Whether so much, in fen, can be added to such a balance. */
export function hasRoomFor(amount: Fen, balance: number): Result<Fen, MoneyRefusal> {
  const most = Math.max(0, MOST_HELD - balance);
  return amount <= most ? accept(amount) : refuse({ code: "amount.too-large", most });
}
