import type { Command, Context, Evidence } from "#core/commands/command.ts";
import { contextAfter } from "#core/commands/context-after.ts";
import type { EvidenceRefusal } from "#core/contract/refusal.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { counted } from "#core/password-card/delivery.ts";
import { textFact } from "#core/slip/facts.ts";
import { piecesIn } from "#core/voucher/stock.ts";

/**
 * 8008 口令卡入库: printed cards that came back from the shop, as its stock file lists them, counted by
 * two people. Good ones go into the vault; spoiled ones are void and never reach a box (V03, V04).
 *
 * The file was read a while ago, so every piece is looked up again: none comes twice (V05).
 */
export const takeInDelivery: Command<"8008"> = (input, context) => {
  const listed = deliveryOf(input.delivery, context);
  if (!listed.ok) return listed;
  const { books } = context;
  const batch = known(
    books.find("passwordCardBatch", listed.value.batch),
    "a delivery is read for a batch of ours",
  );
  const delivery = counted(listed.value, batch);
  if (!delivery.ok) return delivery;

  const { good, spoiled } = delivery.value;
  const entry: Entry = {
    type: "batch.delivered",
    batch: batch.id,
    good: [...good],
    spoiled: [...spoiled],
  };
  const { books: later } = contextAfter([entry], context);
  const delivered = piecesIn(later.find("passwordCardBatch", batch.id)?.delivered ?? []);
  const serials = [...good.flatMap(({ first, last }) => [first, last]), ...spoiled].sort();
  return accept({
    level: "A1",
    entries: [entry],
    outcome: {
      facts: [
        textFact("batch", batch.id),
        textFact("firstSerial", known(serials[0], "a delivery has a piece")),
        textFact("lastSerial", known(serials.at(-1), "a delivery has a piece")),
        // Good and spoiled together: what two people have before them to count (V03).
        textFact("counted", String(piecesIn(good) + spoiled.length)),
        textFact("pieces", String(piecesIn(good))),
        textFact("spoiled", String(spoiled.length)),
        textFact("delivered", `${delivered} / ${piecesIn([batch])}`),
      ],
      relations: [],
    },
    slip: "general",
  });
};

function deliveryOf(
  ref: string,
  context: Context,
): Result<Extract<Evidence, { readonly type: "delivery" }>, EvidenceRefusal> {
  const listed = context.evidence(ref);
  if (!listed) return refuse({ code: "evidence.unknown" });
  return listed.type === "delivery" ? accept(listed) : refuse({ code: "evidence.other-kind" });
}
