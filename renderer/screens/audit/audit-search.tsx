import { Button } from "antd";
import { useCallback, useRef, useState } from "react";
import type { Sent } from "#core/contract/contract.ts";
import type { JournalRow } from "#core/contract/posting-view.ts";
import { AuditFields } from "#renderer/screens/audit/audit-fields.tsx";
import { ExportDialog } from "#renderer/screens/audit/export-dialog.tsx";
import { journalColumns, RowDetail } from "#renderer/screens/enquiry/journal-line.tsx";
import { PageLine, usePages } from "#renderer/screens/pages.tsx";
import { Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** The filter as the window sends it. */
export type AskedFilter = Sent<"audit.search">["filter"];

/** 9005 审计查询: the journal by any field, and what was found as a file (U08). */
export function AuditSearch() {
  const words = useWords();
  const { bridge } = useCounter();
  const today = useTeller((teller) => teller.workstation?.today) ?? "";
  const ask = useCallback(
    (filter: AskedFilter, page: number) => bridge.request("audit.search", { filter, page }),
    [bridge],
  );
  // That somebody looked is a line of the journal, so the list must not follow it.
  const pages = usePages<AskedFilter, JournalRow>(ask, { from: today }, { followsBooks: false });
  const [sequence, choose] = useState<number>();
  const [isExporting, exportThem] = useState(false);
  const detail = useRef<HTMLDivElement>(null);
  const chosen = pages.rows.find((row) => row.sequence === sequence);
  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="9005" />
      <p className="hint">{words("audit:search.noted")}</p>
      <AuditFields start={{ from: today }} onLook={pages.look} isWaiting={pages.isWaiting} />
      <RefusalNote refusal={pages.refusal} />
      <Register
        caption={words("audit:search.caption")}
        columns={journalColumns(words)}
        rows={pages.rows}
        keyOf={(row) => String(row.sequence)}
        none={words(pages.isWaiting ? "shell:waiting" : "enquiry:journal.none")}
        chosen={sequence === undefined ? undefined : String(sequence)}
        onChoose={(row) => choose(row.sequence)}
        onOpen={() => detail.current?.focus()}
        onTurn={pages.turn}
        focusOn={pages.focusOn}
      />
      <PageLine pages={pages} />
      <p className="actions">
        <Button disabled={pages.total === 0} onClick={() => exportThem(true)}>
          {words("audit:export")}
        </Button>
      </p>
      {isExporting && <ExportDialog filter={pages.filter} onClose={() => exportThem(false)} />}
      <div ref={detail} tabIndex={-1}>
        {chosen && <RowDetail row={chosen} />}
      </div>
    </section>
  );
}
