import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Refusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Slip } from "#core/slip/slip.ts";
import { maySeeOrders, type Teller } from "#core/teller/teller.ts";
import type { PrintSlip } from "#main/config.ts";
import type { Desk } from "#main/desk.ts";
import type { OrderLooks } from "#main/enquiries/order-looks.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { mayLookAtAny } from "#main/people/may-look.ts";
import { listedSlipView, slipView } from "#main/views/slip-view.ts";

/**
 * Prints a slip, on paper or into a file beside the data folder.
 *
 * Once freely, and then once for every reprint that was authorised: a second original would be a
 * second collection paper (9003, 4011, 3.12). A print is counted when it came out; while it is
 * coming out nobody else gets one.
 */
export function printingHandlers(
  desk: Desk,
  parts: { readonly folder: string; readonly printSlip: PrintSlip; readonly looks: OrderLooks },
): Pick<Handlers, "slip.print" | "slip.view"> {
  const printing = new Set<string>();

  return {
    "slip.print": async ({ slip: number, to, language }) => {
      const teller = mayLookAtAny(desk, ["9003", "9001"]);
      if (!teller.ok) return teller;
      const slip = printable(shownTo(teller.value, desk.books.find("slip", number)));
      if (!slip.ok) return slip;
      if (printing.has(number)) return refuse({ code: "slip.printed", slip: number });

      printing.add(number);
      try {
        const file = to === "pdf" ? await fileFor(parts.folder, slip.value) : undefined;
        const printed = await parts.printSlip(
          file === undefined
            ? { slip: number, language, to: "printer" }
            : { slip: number, language, to: "pdf", file },
        );
        if (!printed.ok) return printed;

        desk.commit({
          teller: teller.value.id,
          code: "9003",
          entries: [{ type: "slip.printed", slip: number }],
        });
        return accept({ file });
      } finally {
        printing.delete(number);
      }
    },

    "slip.view": ({ slip: number }) => {
      const isAtWork = desk.atWork().ok;
      const teller = isAtWork ? mayLookAtAny(desk, ["9003", "9001"]) : desk.atWork();
      if (isAtWork && !teller.ok) return teller;
      // The page that prints a slip is shown it even if the teller has left the desk meanwhile.
      if (!teller.ok && !printing.has(number)) return teller;
      const found = desk.books.find("slip", number);
      const slip = teller.ok ? shownTo(teller.value, found) : found;
      if (!slip) return refuse({ code: "slip.unknown" });
      // Its printing is in the journal itself.
      if (slip.kind === "freeze-receipt" && !printing.has(number)) {
        parts.looks.record({ what: "slip", slip: number });
      }
      // In full on the paper alone, which the customer signs.
      const view = printing.has(number) ? slipView : listedSlipView;
      const branchEnglishName = desk.branch()?.branch.englishName;
      return accept({
        ...view(slip, desk.kind),
        ...(branchEnglishName === undefined ? {} : { branchEnglishName }),
      });
    },
  };
}

/** An organ's receipt is there for those alone who may see orders at all (no tipping off). */
function shownTo(teller: Teller, slip: Slip | undefined): Slip | undefined {
  return slip?.kind === "freeze-receipt" && !maySeeOrders(teller) ? undefined : slip;
}

function printable(slip: Slip | undefined): Result<Slip, Refusal> {
  if (!slip) return refuse({ code: "slip.unknown" });
  if (slip.status === "void") return refuse({ code: "slip.void" });
  return slip.prints <= slip.reprints
    ? accept(slip)
    : refuse({ code: "slip.printed", slip: slip.number });
}

/** Printed files lie beside the data folder, in which every byte belongs to the journal. */
async function fileFor(folder: string, { number, prints: copy }: Slip): Promise<string> {
  const slips = join(dirname(folder), `${basename(folder)}-slips`);
  await mkdir(slips, { recursive: true, mode: 0o700 });
  return join(slips, copy === 0 ? `${number}.pdf` : `${number}-copy-${copy}.pdf`);
}
