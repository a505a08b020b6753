import { handOf } from "#core/books/post-stock.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import {
  handFact,
  mayAnswerFor,
  named,
  namedIn,
  pieceFacts,
} from "#core/commands/stock/named-pieces.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import { joined, type SerialRange, type VoucherKind } from "#core/voucher/stock.ts";
import { apart, merged, shared } from "#core/voucher/tally.ts";
import type { VoucherRefusal } from "#core/voucher/voucher-refusal.ts";

/** 8004 凭证丢失登记, 找回 (V09): a lost piece is in no hand any more, so nothing can use or move it. */
export const losePieces: Command<"8004"> = (input, context) =>
  input.action === "lost" ? lose(input, context) : find(input, context);

type Lost = Extract<TransactionInput<"8004">, { readonly action: "lost" }>;
type Found = Extract<TransactionInput<"8004">, { readonly action: "found" }>;

function lose(input: Lost, context: Context): Result<Decision, Refusal> {
  const { kind, holder, words } = input;
  const may = mayAnswerFor(context.teller, holder);
  if (!may.ok) return may;
  const pieces = namedIn(input, context);
  if (!pieces.ok) return pieces;

  return accept({
    level: "A3",
    entries: [{ type: "pieces.lost", kind, from: holder, ranges: pieces.value, words }],
    outcome: {
      facts: [
        termFact("action", "action.lost"),
        ...pieceFacts(kind, pieces.value),
        handFact("stockFrom", holder),
        textFact("stockWords", words),
        termFact("note", "note.stock-blocked"),
      ],
      relations: [],
    },
    slip: "general",
  });
}

/** Where it was meanwhile nobody knows: a found piece is void, and never comes back into a box. */
function find({ kind, ranges, words }: Found, context: Context): Result<Decision, Refusal> {
  const pieces = named(ranges);
  if (!pieces.ok) return pieces;
  const from = origin(kind, pieces.value, context);
  if (!from.ok) return from;

  return accept({
    level: "A3",
    entries: [{ type: "pieces.found", kind, from: from.value, ranges: pieces.value, words }],
    outcome: {
      facts: [
        termFact("action", "action.found"),
        ...pieceFacts(kind, pieces.value),
        textFact("stockWords", words),
        termFact("note", "note.stock-cut-and-kept"),
      ],
      relations: [],
    },
    slip: "general",
  });
}

/**
 * Registered as lost; or nobody's by the books, and then two people must have counted them today: else
 * pieces could be written into the books that nobody ever saw.
 */
function origin(
  kind: VoucherKind,
  ranges: readonly SerialRange[],
  { books, today }: Context,
): Result<"lost" | "nowhere", VoucherRefusal> {
  const lost = handOf(books, kind, "lost").ranges;
  const [other] = apart(ranges, lost);
  if (!other) return accept("lost");

  const hands = books.all("stock").filter((stock) => stock.kind === kind);
  const owned = joined(hands.flatMap((stock) => stock.ranges));
  const [elsewhere] = shared(ranges, owned);
  if (elsewhere) return refuse({ code: "voucher.not-lost", ...elsewhere });
  const seen = merged(hands.flatMap(({ count }) => (count?.date === today ? count.surplus : [])));
  const [unseen] = apart(ranges, seen);
  return unseen ? refuse({ code: "voucher.not-lost", ...unseen }) : accept("nowhere");
}
