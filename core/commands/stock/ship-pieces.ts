import { handOf } from "#core/books/post-stock.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { handFact, named, namedIn, pieceFacts } from "#core/commands/stock/named-pieces.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import { joined } from "#core/voucher/stock.ts";
import { apart, shared } from "#core/voucher/tally.ts";

/** 8009 凭证入库, 上缴中心库 (V03, V07): between the central store and the branch, counted by two. */
export const shipPieces: Command<"8009"> = (input, context) =>
  input.action === "receive" ? receive(input, context) : ship(input, context);

type Receive = Extract<TransactionInput<"8009">, { readonly action: "receive" }>;
type Ship = Extract<TransactionInput<"8009">, { readonly action: "ship" }>;

/**
 * What arrives must be in no hand yet, or have been shipped from here. Password cards come by their
 * batch (8008): no shop ever printed one that no batch of ours has.
 */
function receive(input: Receive, context: Context): Result<Decision, Refusal> {
  const { kind, note } = input;
  const { books } = context;
  const pieces = named(input.ranges);
  if (!pieces.ok) return pieces;
  for (const { kind: other, holder, ranges } of books.all("stock")) {
    if (other !== kind || holder === "shipped") continue;
    const [here] = shared(pieces.value, ranges);
    if (here) return refuse({ code: "voucher.already-here", ...here, holder });
  }
  const [unknown] = apart(pieces.value, joined(handOf(books, kind, "shipped").ranges));
  if (kind === "password-card" && unknown) {
    return refuse({ code: "voucher.comes-by-batch", ...unknown });
  }

  return accept({
    level: "A1",
    entries: [{ type: "pieces.received", kind, ranges: pieces.value, note }],
    outcome: {
      facts: [
        termFact("action", "action.receive"),
        ...pieceFacts(kind, pieces.value),
        handFact("stockTo", "vault"),
        textFact("deliveryNote", note),
      ],
      relations: [],
    },
    slip: "general",
  });
}

function ship({ kind, from, ranges, note }: Ship, context: Context): Result<Decision, Refusal> {
  const pieces = namedIn({ kind, holder: from, ranges }, context);
  if (!pieces.ok) return pieces;
  return accept({
    level: "A1",
    entries: [{ type: "pieces.shipped", kind, from, ranges: pieces.value, note }],
    outcome: {
      facts: [
        termFact("action", "action.ship"),
        ...pieceFacts(kind, pieces.value),
        handFact("stockFrom", from),
        textFact("deliveryNote", note),
      ],
      relations: [],
    },
    slip: "general",
  });
}
