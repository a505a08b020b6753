import { Button, Input } from "antd";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { BusinessDate } from "#core/calendar/business-date.ts";
import type { DailyList as Listed } from "#core/contract/audit-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { journalColumns, RowDetail } from "#renderer/screens/enquiry/journal-line.tsx";
import { Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 9010 主管日清单: openings, unmaskings, typed cards, reprints and refusals of a day (R07, R19, R23). */
export function DailyList() {
  const words = useWords();
  const { bridge } = useCounter();
  const today = useTeller((teller) => teller.workstation?.today) ?? "";
  const [typed, type] = useState<string>(today);
  const [list, show] = useState<Listed>();
  const [refusal, refuse] = useState<Refusal>();
  const look = useCallback(
    async (date: string) => {
      const reply = await bridge.request("daily.list", { date });
      show(reply.ok ? reply.value : undefined);
      refuse(reply.ok ? undefined : reply.refusal);
    },
    [bridge],
  );
  // Looked at once as it opens: each look is a line of the journal.
  useEffect(() => void look(today), [look, today]);

  function ask(event: FormEvent): void {
    event.preventDefault();
    if (BusinessDate.safeParse(typed).success) void look(typed);
  }
  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="9010" />
      <form className="filters" onSubmit={ask}>
        <label htmlFor="daily-date">
          {words("enquiry:journal.date")}
          <Input
            id="daily-date"
            className="figures"
            maxLength={10}
            autoFocus
            autoComplete="off"
            aria-invalid={!BusinessDate.safeParse(typed).success}
            value={typed}
            onChange={({ target }) => type(target.value.trim())}
          />
        </label>
        <Button htmlType="submit">{words("enquiry:journal.find")}</Button>
      </form>
      <RefusalNote refusal={refusal} />
      {list?.groups.map((group) => (
        <Group key={group.watch} group={group} />
      ))}
    </section>
  );
}

function Group({ group: { watch, total, rows } }: { readonly group: Listed["groups"][number] }) {
  const words = useWords();
  const [sequence, choose] = useState<number>();
  const title = words(`audit:watch.${watch}`);
  const chosen = rows.find((row) => row.sequence === sequence);
  if (total === 0) {
    return (
      <p className="nothing">
        {title}: {words("audit:watch.none")}
      </p>
    );
  }
  return (
    <section aria-label={title}>
      <h2>
        {title} <span className="figures">{total}</span>
      </h2>
      {total > rows.length && (
        <p className="hint">{words("audit:watch.more", { shown: rows.length })}</p>
      )}
      <Register
        caption={title}
        columns={journalColumns(words)}
        rows={rows}
        keyOf={(row) => String(row.sequence)}
        none={words("audit:watch.none")}
        chosen={sequence === undefined ? undefined : String(sequence)}
        onChoose={(row) => choose(row.sequence)}
        onOpen={(row) => choose(row.sequence)}
      />
      {chosen && <RowDetail row={chosen} />}
    </section>
  );
}
