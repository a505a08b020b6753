import { handOf } from "#core/books/post-stock.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { listable, pieceFacts } from "#core/commands/stock/named-pieces.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";
import { highestOf, joined, lowestOf, piecesIn } from "#core/voucher/stock.ts";

/** 8001 凭证领用, 上缴: between the branch's vault and the teller's own box, counted by two (V03, V07). */
export const allotPieces: Command<"8001"> = (input, context) =>
  input.action === "draw" ? draw(input, context) : giveIn(input, context);

/** The lowest pieces of the vault, so that they are used in order; what is asked for, or nothing (V02). */
function draw(
  { kind, count }: TransactionInput<"8001">,
  { books, teller }: Context,
): Result<Decision, Refusal> {
  const { ranges } = handOf(books, kind, "vault");
  const left = piecesIn(ranges);
  if (left < count) return refuse({ code: "voucher.vault-short", left });
  const runs = listable(joined(lowestOf(ranges, count).taken));
  if (!runs.ok) return runs;

  return accept({
    level: "A1",
    entries: [{ type: "pieces.allotted", kind, to: teller.id, count, ranges: runs.value }],
    outcome: { facts: pieceFacts(kind, runs.value), relations: [] },
    slip: "general",
  });
}

/** 上缴: the highest pieces go back, so that the box goes on from its next one in order (V02). */
function giveIn(
  { kind, count }: TransactionInput<"8001">,
  { books, teller }: Context,
): Result<Decision, Refusal> {
  const { ranges } = handOf(books, kind, teller.id);
  const left = piecesIn(ranges);
  if (left < count) return refuse({ code: "voucher.box-short", left });
  const runs = listable(joined(highestOf(ranges, count).taken));
  if (!runs.ok) return runs;

  return accept({
    level: "A1",
    entries: [
      { type: "pieces.transferred", kind, from: teller.id, to: "vault", ranges: runs.value },
    ],
    outcome: {
      facts: [termFact("action", "action.give-in"), ...pieceFacts(kind, runs.value)],
      relations: [],
    },
    slip: "general",
  });
}
