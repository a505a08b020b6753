import { Button, Input } from "antd";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { BusinessDate } from "#core/calendar/business-date.ts";
import type { JournalRow } from "#core/contract/posting-view.ts";
import { journalColumns, RowDetail } from "#renderer/screens/enquiry/journal-line.tsx";
import { PageLine, usePages } from "#renderer/screens/pages.tsx";
import { downIntoRegister, Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Filter {
  readonly date: string;
  readonly code: string;
  readonly teller: string;
}

/** 9001 流水查询: what was posted, by whom, on whose word. */
export function Journal() {
  const words = useWords();
  const { bridge } = useCounter();
  const today = useTeller((teller) => teller.workstation?.today) ?? "";
  const ask = useCallback(
    ({ date, code, teller }: Filter, page: number) =>
      bridge.request("journal.list", {
        ...(date === "" ? {} : { date }),
        ...(code === "" ? {} : { code }),
        ...(teller === "" ? {} : { teller }),
        page,
      }),
    [bridge],
  );
  const pages = usePages<Filter, JournalRow>(ask, { date: today, code: "", teller: "" });
  const [sequence, choose] = useState<number>();
  const detail = useRef<HTMLDivElement>(null);
  const chosen = pages.rows.find((row) => row.sequence === sequence);

  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="9001" />
      <Filters filter={pages.filter} onLook={pages.look} isWaiting={pages.isWaiting} />
      <RefusalNote refusal={pages.refusal} />
      <Register
        caption={words("enquiry:journal.caption")}
        columns={journalColumns(words)}
        rows={pages.rows}
        keyOf={keyOf}
        none={words(pages.isWaiting ? "shell:waiting" : "enquiry:journal.none")}
        chosen={sequence === undefined ? undefined : String(sequence)}
        onChoose={(row) => choose(row.sequence)}
        onOpen={() => detail.current?.focus()}
        onTurn={pages.turn}
        focusOn={pages.focusOn}
      />
      <PageLine pages={pages} />
      <div ref={detail} tabIndex={-1}>
        {chosen && <RowDetail row={chosen} />}
      </div>
    </section>
  );
}

function keyOf({ sequence }: JournalRow): string {
  return String(sequence);
}

function Filters({
  filter,
  onLook,
  isWaiting,
}: {
  readonly filter: Filter;
  readonly onLook: (filter: Filter) => void;
  readonly isWaiting: boolean;
}) {
  const words = useWords();
  const [typed, type] = useState(filter);
  const [isWrong, sayWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("#journal-code")?.focus(), []);

  function look(event: FormEvent): void {
    event.preventDefault();
    const isDate = typed.date === "" || BusinessDate.safeParse(typed.date).success;
    sayWrong(!isDate);
    if (isDate) onLook(typed);
  }
  return (
    <form ref={form} className="filters" onSubmit={look}>
      <label htmlFor="journal-date">
        {words("enquiry:journal.date")}
        <Input
          id="journal-date"
          className="figures"
          maxLength={10}
          autoComplete="off"
          placeholder="YYYY-MM-DD"
          aria-invalid={isWrong}
          value={typed.date}
          onChange={({ target }) => type({ ...typed, date: target.value.trim() })}
        />
      </label>
      <label htmlFor="journal-code">
        {words("enquiry:journal.code")}
        <Input
          id="journal-code"
          className="figures"
          maxLength={20}
          autoComplete="off"
          value={typed.code}
          onChange={({ target }) => type({ ...typed, code: target.value.trim() })}
          onKeyDown={downIntoRegister}
        />
      </label>
      <label htmlFor="journal-teller">
        {words("enquiry:journal.teller")}
        <Input
          id="journal-teller"
          className="figures"
          maxLength={10}
          autoComplete="off"
          value={typed.teller}
          onChange={({ target }) => type({ ...typed, teller: target.value.trim() })}
          onKeyDown={downIntoRegister}
        />
      </label>
      <Button htmlType="submit" loading={isWaiting}>
        {words("enquiry:journal.find")}
      </Button>
      {isWrong && (
        <p role="alert" className="bad">
          {words("enquiry:journal.date.invalid")}
        </p>
      )}
    </form>
  );
}
