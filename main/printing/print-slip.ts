import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { accept, refuse } from "#core/kernel/result.ts";
import type { PrintSlip } from "#main/config.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";

/**
 * Prints a slip, on paper or into a file beside the data folder.
 *
 * Once freely, and then once for every reprint that was authorised: a second original would be a
 * second collection paper (9003, 4011, 3.12). A print is counted when it came out.
 */
export function printingHandlers(
  desk: Desk,
  parts: { readonly folder: string; readonly printSlip: PrintSlip },
): Pick<Handlers, "slip.print"> {
  return {
    "slip.print": async ({ slip: number, to, language }) => {
      const teller = desk.atWork();
      if (!teller.ok) return teller;
      const slip = desk.books.find("slip", number);
      if (!slip) return refuse({ code: "slip.unknown" });
      if (slip.prints > slip.reprints) return refuse({ code: "slip.printed", slip: number });

      const file = to === "pdf" ? await fileFor(parts.folder, number, slip.prints) : undefined;
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
    },
  };
}

/** Printed files lie beside the data folder, in which every byte belongs to the journal. */
async function fileFor(folder: string, slip: string, copy: number): Promise<string> {
  const slips = join(dirname(folder), `${basename(folder)}-slips`);
  await mkdir(slips, { recursive: true, mode: 0o700 });
  return join(slips, copy === 0 ? `${slip}.pdf` : `${slip}-copy-${copy}.pdf`);
}
