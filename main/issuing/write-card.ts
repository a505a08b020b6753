import { type BinTable, findOwnBin } from "#core/card/bin.ts";
import { maskPan } from "#core/card/pan.ts";
import { stripeKindOf } from "#core/card/stripe-kind.ts";
import type { CardToWrite } from "#core/commands/command.ts";
import type { WrittenView } from "#core/contract/posting-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import { assert, known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { TellerId } from "#core/teller/teller.ts";
import { nextSerial, stockId } from "#core/voucher/stock.ts";
import type { VerifiedWriteOutcome, WriteStage } from "#main/card-reader/reader.ts";
import type { Reading } from "#main/evidence/reading.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { type AtReader, approvedFor, untouched } from "#main/issuing/at-reader.ts";
import type { ComposeStripe } from "#main/issuing/stripe.ts";
import type { Decided } from "#main/transactions.ts";

/** What writing a card needs. */
export interface WritingParts extends AtReader {
  readonly reading: Reading;
  readonly compose: ComposeStripe;
  /** Says which stripe a product has. */
  readonly bins: BinTable;
  readonly onStage: (stage: WriteStage | "done", changing: "writing") => void;
}

/**
 * Writes the next blank piece for an approved request and reads it back.
 *
 * This happens before the posting and changes no book: the posting later wants the name of a
 * verified piece. A write that failed, or of which nobody knows, voids that piece at once (V04),
 * and the next serial is offered; it is never repeated by itself. Asked again for the same request
 * it names the piece that was written: one request makes one card (design rule 6).
 */
export function writingHandlers(parts: WritingParts): Pick<Handlers, "card.write" | "card.cancel"> {
  const { evidence, reading } = parts;
  let isWriting = false;
  /** A piece that holds somebody's card and may not be posted yet. */
  let inHand: WrittenView | undefined;

  async function write(decided: Decided, card: CardToWrite): Promise<Result<WrittenView, Refusal>> {
    const own = inHand && evidence.lookWritten(inHand.ref, decided.hash);
    const isThis = own?.type === "written" && own.serial === card.serial;
    if (inHand && isThis && own.issuedOn === card.issuedOn) return accept(inHand);

    // The piece in the teller's hand was meant for another request; it is about to be written anew.
    if (inHand) evidence.burn([inHand.ref]);
    inHand = undefined;

    const written = await writeAside(decided, card, parts);
    if (written.ok) inHand = written.value;
    return written;
  }

  return {
    "card.write": async ({ request: raw, grant }) => {
      const request = raw as TransactionRequest; // The schema paired the code with its input.
      if (isWriting) return refuse({ code: "reader.busy" });
      const approved = approvedFor(parts, { request, grant }, (decision) => decision.write);
      if (!approved.ok) return approved;

      isWriting = true;
      try {
        return await write(approved.value.decided, approved.value.card);
      } finally {
        isWriting = false;
      }
    },
    "card.cancel": async () => {
      await reading.callOff();
      return accept("done");
    },
  };
}

/** Nobody else reads until the piece is written and what became of it is in the journal. */
async function writeAside(
  decided: Decided,
  card: CardToWrite,
  parts: WritingParts,
): Promise<Result<WrittenView, Refusal>> {
  const { reader, reading, onStage } = parts;
  const image = imageFor(card, parts);
  const stripe = stripeKindOf(findOwnBin(parts.bins, card.pan));
  const settled = await reading.aside(async () => {
    const written = await reader.writeAndVerify(image, {
      onStage: (stage) => onStage(stage, "writing"),
      stripe,
    });
    onStage("done", "writing");
    return settleWrite(written, { decided, card }, parts);
  });
  return settled === "called-off" ? refuse({ code: "reader.cancelled" }) : settled;
}

function imageFor(write: CardToWrite, { desk, compose }: WritingParts) {
  const account = known(desk.books.find("account", write.account), "a new card has an account");
  const holder = known(desk.books.find("customer", account.customer), "an account has a holder");
  return compose(write, holder.latinName);
}

function settleWrite(
  written: VerifiedWriteOutcome,
  { decided, card }: { readonly decided: Decided; readonly card: CardToWrite },
  parts: WritingParts,
): Result<WrittenView, Refusal> {
  assert(written.outcome !== "not-encodable", "a card that the bank makes can be encoded");
  // Such a piece stays the next one of the box.
  const refusal = untouched(written, parts);
  if (refusal) return refuse(refusal);
  if (written.outcome !== "verified") {
    return spoil(written.outcome, { teller: decided.context.teller.id, card }, parts);
  }
  const { serial, pan, trackVersion, issuedOn } = card;
  const ref = parts.evidence.keepWritten(
    { type: "written", serial, pan, trackVersion, issuedOn },
    decided.hash,
  );
  return accept({ ref, serial, number: maskPan(pan) });
}

/** 作废 (V04): of whoever's box the piece came from, even if they have left the desk meanwhile. */
function spoil(
  why: string,
  { teller, card: { serial } }: { readonly teller: TellerId; readonly card: CardToWrite },
  { desk }: WritingParts,
): Result<WrittenView, Refusal> {
  desk.commit({
    teller,
    code: "8003",
    entries: [
      {
        type: "piece.taken",
        piece: {
          id: `card:${serial}`,
          kind: "card",
          serial,
          teller,
          status: "voided",
          reason: why,
        },
      },
    ],
  });
  const next = nextSerial(desk.books.find("stock", stockId("card", teller)), "card");
  return refuse({
    code: "reader.write-failed",
    why,
    spoiled: serial,
    ...(next.ok ? { next: next.value } : {}),
  });
}
