import type { BatchView, DeliveryView } from "#core/contract/password-card-view.ts";
import { accept } from "#core/kernel/result.ts";
import type { PasswordCardBatch } from "#core/password-card/batch.ts";
import { readStockFile } from "#core/password-card/stock-file.ts";
import { piecesIn } from "#core/voucher/stock.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { ShopFolder } from "#main/password-card/shop-folder.ts";
import { mayLook } from "#main/people/may-look.ts";

/** The list grows by a batch every few months; nobody looks further back than this. */
const BATCHES_SHOWN = 500;

/** Batches that were made, newest first, and the stock file that came with a delivery. */
export function batchDesk(
  desk: Desk,
  { evidence, folder }: { readonly evidence: EvidenceBox; readonly folder: ShopFolder },
): Pick<Handlers, "batch.list" | "delivery.read"> {
  return {
    "batch.list": () => {
      const teller = mayLook(desk, "8007");
      if (!teller.ok) return teller;
      const batches = [...desk.books.all("passwordCardBatch")].sort((one, other) =>
        one.first < other.first ? 1 : -1,
      );
      return accept(batches.slice(0, BATCHES_SHOWN).map((batch) => batchView(batch, folder)));
    },

    "delivery.read": ({ text }) => {
      const teller = mayLook(desk, "8008");
      if (!teller.ok) return teller;
      const delivery = readStockFile(text, desk.books.all("passwordCardBatch"));
      if (!delivery.ok) return delivery;

      const { batch, good, spoiled } = delivery.value;
      const ref = evidence.keep({ type: "delivery", ...delivery.value });
      const view: DeliveryView = { ref, batch, good: piecesIn(good), spoiled, ranges: good };
      return accept(view);
    },
  };
}

function batchView(batch: PasswordCardBatch, folder: ShopFolder): BatchView {
  const { id, first, last, madeOn, delivered } = batch;
  const file = folder.find(batch);
  return {
    id,
    first,
    last,
    count: piecesIn([batch]),
    madeOn,
    ...(file ? { file } : {}),
    ...(batch.file ? { sha256: batch.file.sha256 } : {}),
    delivered: piecesIn(delivered),
  };
}
