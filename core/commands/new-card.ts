import type { Account } from "#core/account/account.ts";
import type { BinTable, OwnBin } from "#core/card/bin.ts";
import { type Card, CardId } from "#core/card/card.ts";
import { maskPan, type Pan } from "#core/card/pan.ts";
import type { CardToWrite, Context } from "#core/commands/command.ts";
import { reBound } from "#core/commands/e-pay/re-bind.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import { type RelationMove, relationMoves } from "#core/replacement/relation.ts";
import { textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import { panOfPiece } from "#core/voucher/piece-number.ts";
import { nextSerial, stockId } from "#core/voucher/stock.ts";

/** The card that takes an old one's place, with all it brings about. */
export interface Successor {
  readonly entries: readonly Entry[];
  readonly relations: readonly RelationMove[];
  readonly facts: readonly Fact[];
  readonly write?: CardToWrite;
}

/** The reference the next card in the books gets. */
export function nextCardId({ books }: Context): CardId {
  return CardId.parse(`k-${books.count("card") + 1}`);
}

/**
 * 异号: a card of another number from the teller's box, the lowest serial first (V02).
 *
 * The account stays, the relations move, the sequence starts again at 1 (T33, L17). The PIN goes
 * with the account unless the holder chose a new one.
 */
export function newNumberCard(
  old: Card,
  verifier: string | undefined,
  context: Context,
): Result<Successor, Refusal> {
  const { books, teller, today, bins } = context;
  const serial = nextSerial(books.find("stock", stockId("card", teller.id)), "card");
  if (!serial.ok) return serial;

  const bin = rangeOfBlanks(bins, old.pan);
  const card: Card = {
    ...withPin(old, verifier),
    id: nextCardId(context),
    pan: panOfPiece(bin.prefix, serial.value),
    serial: serial.value,
    issuedOn: today,
    validityYears: bin.validityYears,
    serviceCode: bin.serviceCode,
    life: "issued-inactive",
    loss: "none",
    sequence: 1,
    trackVersion: 1,
  };
  const moved = moveRelations(old, card, "new", context);
  const ePay = reBound(old, card, context);
  return accept({
    entries: [
      {
        type: "piece.taken",
        piece: {
          id: `card:${serial.value}`,
          kind: "card",
          serial: serial.value,
          teller: teller.id,
          status: "used",
          card: card.id,
        },
      },
      { type: "card.entered", card },
      { type: "card.replaced", card: old.id, by: card.id },
      ...moved.entries,
      ...ePay.entries,
    ],
    relations: moved.relations,
    facts: [
      textFact("oldCard", maskPan(old.pan)),
      textFact("newCard", maskPan(card.pan)),
      textFact("newSerial", serial.value),
      ...ePay.facts,
    ],
    write: {
      issuedOn: card.issuedOn,
      serial: serial.value,
      pan: card.pan,
      account: card.account,
      sequence: card.sequence,
      trackVersion: card.trackVersion,
      validityYears: card.validityYears,
      serviceCode: card.serviceCode,
    },
  });
}

/** 同号: the made card, of the same number and another stripe, takes the old one's place (L13). */
export function sameNumberCard(
  old: Card,
  made: Card,
  verifier: string | undefined,
  context: Context,
): Successor {
  const moved = moveRelations(old, made, "same", context);
  return {
    entries: [
      { type: "card.handed-over", card: made.id, pin: pinOf(old) },
      ...(verifier ? [{ type: "card.pin-set", card: made.id, verifier } as const] : []),
      { type: "card.replaced", card: old.id, by: made.id },
      ...moved.entries,
    ],
    relations: moved.relations,
    facts: [textFact("oldCard", maskPan(old.pan)), textFact("newCard", maskPan(made.pan))],
  };
}

/**
 * The range a blank card belongs to: the old card's own, if a serial fits into its numbers, else
 * the first of ours that has such numbers. Prefix, serial and check digit make 19 digits.
 */
function rangeOfBlanks({ bins }: BinTable, pan: Pan): OwnBin {
  const ranges = bins.filter((bin) => bin.own && bin.panLength === bin.prefix.length + 13);
  const own = ranges.find(({ prefix }) => pan.startsWith(prefix)) ?? ranges[0];
  return known(own?.own ? own : undefined, "the bank has a range for its blank cards");
}

function pinOf({ pin, pinVerifier, pinFailures }: Card) {
  return { pin, pinFailures, ...(pinVerifier === undefined ? {} : { pinVerifier }) };
}

function withPin(old: Card, verifier: string | undefined): Card {
  return verifier ? { ...old, pin: "ok", pinVerifier: verifier, pinFailures: 0 } : old;
}

function moveRelations(
  old: Card,
  successor: Card,
  numbering: "same" | "new",
  { books }: Context,
): { readonly entries: readonly Entry[]; readonly relations: readonly RelationMove[] } {
  const moves = relationMoves(books.list("relation", "card", old.id), numbering);
  return {
    entries:
      moves.length > 0 ? [{ type: "relations.moved", to: successor.id, moves: [...moves] }] : [],
    relations: moves,
  };
}

/** Whether a full block makes any replacement the branch head's business (5.1). */
export function replacementLevel(
  account: Account,
  isSooner: boolean,
  { books }: Context,
): "A2" | "A3" {
  const isFullyBlocked = books
    .list("hold", "account", account.id)
    .some((hold) => hold.status === "active" && hold.kind === "full-block");
  return isSooner || isFullyBlocked ? "A3" : "A2";
}
