import type { AuditEntry } from "#core/audit/audit-entry.ts";
import type { AuditFilter } from "#core/contract/audit-view.ts";
import type { JournalRow } from "#core/contract/posting-view.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept } from "#core/kernel/result.ts";
import { maySeeOrders, type Teller } from "#core/teller/teller.ts";
import { goodPassphrase } from "#core/vault/passphrase.ts";
import { csvOf, jsonLinesOf } from "#main/audit/audit-text.ts";
import { watches } from "#main/audit/watches.ts";
import { customersBehind } from "#main/audit/who.ts";
import type { Desk } from "#main/desk.ts";
import type { ExportFolder } from "#main/exports/export-folder.ts";
import { sealedExport } from "#main/exports/sealed-export.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { JournalFilter } from "#main/ledger/journal-page.ts";
import { everyRow } from "#main/ledger/page.ts";
import { mayLook } from "#main/people/may-look.ts";
import { journalRow } from "#main/views/journal-row.ts";

/** So many batches of an export are read at a time. */
const READ_AT_ONCE = 1_000;

/**
 * 审计查询 and 主管日清单 (U08, R07, R19, R23): the journal by any field, for those who look over
 * everybody's work. Each look is a line of the journal itself.
 */
export function auditHandlers(
  desk: Desk,
  folder: ExportFolder,
): Pick<Handlers, "audit.search" | "audit.export" | "daily.list"> {
  const { ledger } = desk;
  // Turning a page is the same look; only the first of the very same search is written down.
  let looked: string | undefined;

  function record(teller: Teller, what: AuditEntry["what"], filter: unknown, code: string): number {
    const entries = [{ type: "audit.looked", what, filter: JSON.stringify(filter) }] as const;
    return desk.commit({ teller: teller.id, code, entries }).sequence;
  }
  const rowOf =
    (seesOrders: boolean) =>
    (batch: Batch): JournalRow =>
      journalRow(batch, seesOrders, batch.slip ? desk.books.find("slip", batch.slip) : undefined);

  return {
    "audit.search": ({ filter, page }) => {
      const teller = mayLook(desk, "9005");
      if (!teller.ok) return teller;
      const seesOrders = maySeeOrders(teller.value);
      const asked = journalFilter(desk, filter, seesOrders);
      const look = JSON.stringify([teller.value.id, filter]);
      if (page === 0 || look !== looked) record(teller.value, "search", filter, "9005");
      looked = look;
      const { rows, total } = ledger.journalPage({ ...asked, page });
      return accept({ rows: rows.map(rowOf(seesOrders)), total });
    },

    "audit.export": async ({ filter, as, passphrase: typed }) => {
      const teller = mayLook(desk, "9005");
      if (!teller.ok) return teller;
      const passphrase = goodPassphrase(typed);
      if (!passphrase.ok) return passphrase;

      // The look, and what is exported, are of one moment; only sealing it takes a while.
      const sequence = record(teller.value, "export", filter, "9005");
      const seesOrders = maySeeOrders(teller.value);
      const asked = journalFilter(desk, filter, seesOrders);
      const pageAt = (page: number) => ledger.journalPage({ ...asked, page, size: READ_AT_ONCE });
      const rows = [...everyRow(pageAt)].map(rowOf(seesOrders));
      const text = [...(as === "csv" ? csvOf(rows) : jsonLinesOf(rows))].join("");
      const name = `audit-${sequence}.${as === "csv" ? "csv" : "jsonl"}.jwe`;
      const sealed = await sealedExport(Buffer.from(text, "utf8"), {
        passphrase: passphrase.value,
        contents: as === "csv" ? "text/csv" : "application/jsonl",
      });
      return accept({ file: folder.lay(name, sealed), rows: rows.length });
    },

    "daily.list": ({ date }) => {
      const teller = mayLook(desk, "9010");
      if (!teller.ok) return teller;
      record(teller.value, "daily-list", { date }, "9010");
      const seesOrders = maySeeOrders(teller.value);
      const groups = watches.map(({ watch, ...asked }) => {
        const filter = { ...asked, date, withoutOrders: !seesOrders, page: 0 };
        const { rows, total } = ledger.journalPage(filter);
        return { watch, total, rows: rows.map(rowOf(seesOrders)) };
      });
      return accept({ date, groups });
    },
  };
}

/** The filter as the ledger is asked with it; a number that nobody has finds nothing. */
function journalFilter(
  { books }: Desk,
  { who, entry, ...asked }: AuditFilter,
  seesOrders: boolean,
): Omit<JournalFilter, "page"> {
  return {
    ...asked,
    ...(who === undefined ? {} : { customers: customersBehind(books, who) }),
    // A word that no entry has finds nothing; it is compared and never run.
    ...(entry === undefined ? {} : { type: entry as Entry["type"] }),
    withoutOrders: !seesOrders,
  };
}
