import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Input } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import {
  isLive,
  type PasswordCard,
  type PasswordCardId,
} from "#core/password-card/password-card.ts";
import type { PrintCard } from "#main/config.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { createCells } from "#main/password-card/cells.ts";
import type { Vault } from "#main/vault/vault.ts";

/**
 * Prints the password card of an invented customer into a file beside the data folder, so that a
 * presenter has one to hand out. Of a live branch nothing comes out: there the cards are the printer's
 * shop's, and no cell ever leaves the main process.
 */
export function cardPrintingHandlers(
  desk: Desk,
  parts: {
    readonly folder: string;
    readonly printCard: PrintCard;
    readonly vault: Pick<Vault, "passwordCard">;
  },
): Pick<Handlers, "card.print" | "card.sheet"> {
  const printing = new Set<PasswordCardId>();
  const cells = createCells(parts.vault.passwordCard);

  function printable(id: PasswordCardId): Result<PasswordCard, Refusal> {
    if (desk.kind === "live") return refuse({ code: "request.not-in-live" });
    const card = desk.books.find("passwordCard", id);
    if (!card) return refuse({ code: "password-card.unknown" });
    return isLive(card) ? accept(card) : refuse({ code: "password-card.void" });
  }

  return {
    "card.print": async ({ card: id, layout, language }) => {
      const card = printable(id);
      if (!card.ok) return card;
      if (printing.has(id)) return refuse({ code: "request.too-many" });

      printing.add(id);
      try {
        const file = await fileFor(parts.folder, { serial: card.value.serial, layout });
        await parts.printCard({ card: id, layout, language, file });
        return accept({ file });
      } finally {
        printing.delete(id);
      }
    },

    "card.sheet": ({ card: id }) => {
      const card = printable(id);
      if (!card.ok) return card;
      // Only the page that prints this card is ever shown what stands on it.
      if (!printing.has(id)) return refuse({ code: "request.untrusted" });

      const { serial, grid, uses } = card.value;
      const { columns, rows, cellDigits } = grid;
      const printed = parted(cells.allOf(card.value), cellDigits);
      return accept({ serial, columns, rows, uses, cells: printed });
    },
  };
}

function parted(joined: string, digits: number): readonly string[] {
  return Array.from({ length: joined.length / digits }, (_, index) =>
    joined.slice(index * digits, (index + 1) * digits),
  );
}

/** Printed cards lie beside the data folder, in which no cell may ever stand. */
async function fileFor(
  folder: string,
  { serial, layout }: { readonly serial: string; readonly layout: Input<"card.print">["layout"] },
): Promise<string> {
  const cards = join(dirname(folder), `${basename(folder)}-cards`);
  await mkdir(cards, { recursive: true, mode: 0o700 });
  return join(cards, layout === "card" ? `${serial}.pdf` : `${serial}-large-print.pdf`);
}
