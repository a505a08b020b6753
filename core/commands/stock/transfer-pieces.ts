import { handOf } from "#core/books/post-stock.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import {
  colleague,
  handFact,
  listable,
  namedIn,
  pieceFacts,
} from "#core/commands/stock/named-pieces.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";
import type { TellerId } from "#core/teller/teller.ts";
import {
  highestOf,
  joined,
  piecesIn,
  type SerialRange,
  type VoucherKind,
} from "#core/voucher/stock.ts";
import { apart } from "#core/voucher/tally.ts";

/**
 * 8002 柜员间凭证调剂 (V07): from box to box, and both sign: the word of the other side alone counts.
 * Pieces that two counts showed to lie in the wrong hand are booked into the one that has them.
 */
export const transferPieces: Command<"8002"> = (input, context) =>
  input.action === "hand-over" ? handOver(input, context) : setRight(input, context);

type HandOver = Extract<TransactionInput<"8002">, { readonly action: "hand-over" }>;
type SetRight = Extract<TransactionInput<"8002">, { readonly action: "set-right" }>;

/** The highest pieces of the box go over, so that the rest is used in order (V02). */
function handOver({ kind, to, count }: HandOver, context: Context): Result<Decision, Refusal> {
  const { books, teller } = context;
  const receiver = colleague(to, context);
  if (!receiver.ok) return receiver;
  const { ranges } = handOf(books, kind, teller.id);
  const left = piecesIn(ranges);
  if (left < count) return refuse({ code: "voucher.box-short", left });
  const runs = listable(joined(highestOf(ranges, count).taken));
  if (!runs.ok) return runs;
  return accept(transferred({ kind, from: teller.id, to, ranges: runs.value }, [to]));
}

/** Both hands were counted today: one misses just what the other has too many of. */
function setRight(input: SetRight, context: Context): Result<Decision, Refusal> {
  const { kind, other } = input;
  const { teller, books, today } = context;
  if (other !== "vault") {
    const beside = colleague(other, context);
    if (!beside.ok) return beside;
  }
  const [from, to] = input.way === "out" ? [teller.id, other] : [other, teller.id];
  const pieces = namedIn({ kind, holder: from, ranges: input.ranges }, context);
  if (!pieces.ok) return pieces;

  const [giver, taker] = [handOf(books, kind, from).count, handOf(books, kind, to).count];
  const missing = giver?.date === today ? giver.missing : [];
  const surplus = taker?.date === today ? taker.surplus : [];
  const [elsewhere] = [...apart(pieces.value, missing), ...apart(pieces.value, surplus)];
  if (elsewhere) return refuse({ code: "voucher.not-misplaced", ...elsewhere });
  return accept(
    transferred({ kind, from, to, ranges: pieces.value }, other === "vault" ? undefined : [other]),
  );
}

function transferred(
  {
    kind,
    from,
    to,
    ranges,
  }: {
    readonly kind: VoucherKind;
    readonly from: TellerId | "vault";
    readonly to: TellerId | "vault";
    readonly ranges: readonly SerialRange[];
  },
  onlyBy: readonly TellerId[] | undefined,
): Decision {
  return {
    level: "A1",
    ...(onlyBy ? { onlyBy } : {}),
    entries: [{ type: "pieces.transferred", kind, from, to, ranges }],
    outcome: {
      facts: [
        ...pieceFacts(kind, ranges),
        handFact("stockFrom", from),
        handFact("stockTo", to),
        ...(onlyBy ? [] : [termFact("note", "note.stock-set-right")]),
      ],
      relations: [],
    },
    slip: "general",
  };
}
