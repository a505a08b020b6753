import { maskPan } from "#core/card/pan.ts";
import type { CardToWrite, Evidence } from "#core/commands/command.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import type { WrittenView } from "#core/contract/views.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { nextSerial, stockId } from "#core/voucher/stock.ts";
import type { CardReader, VerifiedWriteOutcome, WriteStage } from "#main/card-reader/reader.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { Reading } from "#main/evidence/reading.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { ComposeStripe } from "#main/issuing/stripe.ts";
import { type Decide, type Decided, isApproved } from "#main/transactions.ts";

/** What writing a card needs. */
export interface WritingParts {
  readonly desk: Desk;
  readonly decideOn: Decide;
  readonly evidence: EvidenceBox;
  readonly reader: CardReader;
  readonly reading: Reading;
  readonly compose: ComposeStripe;
  readonly onStage: (stage: WriteStage | "done") => void;
}

/**
 * Writes the next blank piece for an approved request and reads it back.
 *
 * This happens before the posting and changes no book: the posting later wants the name of a
 * verified piece. A write that failed, or of which nobody knows, voids that piece at once (V04),
 * and the next serial is offered; it is never repeated by itself.
 */
export function writingHandlers(parts: WritingParts): Pick<Handlers, "card.write" | "card.cancel"> {
  const { decideOn, reader, reading, onStage } = parts;

  return {
    "card.write": async ({ request, grant }) => {
      const decided = decideOn(request as TransactionRequest);
      if (!decided.ok) return decided;
      const { write } = decided.value.decision;
      if (!write) return refuse({ code: "request.unknown" });
      const approved = isApproved(decided.value, grant);
      if (!approved.ok) return approved;
      const { status } = reader.state();
      if (status === "absent" || status === "lost") {
        return refuse({ code: "reader.not-ready", status });
      }

      const image = imageFor(decided.value, write, parts);
      const written = await reading.aside(() => reader.writeAndVerify(image, { onStage }));
      onStage("done");
      return settleWrite(written, write, parts);
    },
    "card.cancel": async () => {
      await reader.cancel();
      return accept("done");
    },
  };
}

function imageFor({ context }: Decided, write: CardToWrite, { desk, compose }: WritingParts) {
  const account = known(desk.books.find("account", write.account), "a new card has an account");
  const holder = known(desk.books.find("customer", account.customer), "an account has a holder");
  return compose({ ...write, issuedOn: context.today }, holder.latinName);
}

function settleWrite(
  written: VerifiedWriteOutcome,
  write: CardToWrite,
  parts: WritingParts,
): Result<WrittenView, Refusal> {
  switch (written.outcome) {
    case "verified": {
      const { serial, pan, trackVersion } = write;
      const evidence: Evidence = { type: "written", serial, pan, trackVersion };
      return accept({ ref: parts.evidence.keep(evidence), serial, number: maskPan(pan) });
    }
    // The piece was not touched: it stays the next one of the box.
    case "busy":
      return refuse({ code: "reader.busy" });
    case "not-ready":
    case "cancelled":
    case "lost":
    case "not-encodable":
      return refuse({ code: "reader.not-ready", status: written.outcome });
    default:
      return spoil(written.outcome, write, parts);
  }
}

function spoil(
  why: string,
  { serial }: CardToWrite,
  { desk }: WritingParts,
): Result<WrittenView, Refusal> {
  const teller = desk.sitting()?.teller;
  if (!teller) return refuse({ code: "teller.not-signed-on" });

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
