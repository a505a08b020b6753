import { Button, Input } from "antd";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { dateOf, timeOf } from "#core/calendar/instant.ts";
import type { JournalRow } from "#core/contract/posting-view.ts";
import { whichAndWhen } from "#renderer/screens/enquiry/which-and-when.tsx";
import { OpenKeys, type Way } from "#renderer/screens/open-keys.tsx";
import { PageLine, usePages } from "#renderer/screens/pages.tsx";
import { type Column, downIntoRegister, Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { FactsTable, RelationsTable } from "#renderer/transaction/facts-table.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { isRefused, sayDoer, sayEntry, sayLine } from "#renderer/wording/say-line.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

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
        columns={columnsOf(words)}
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

function columnsOf(words: Words): readonly Column<JournalRow>[] {
  return [
    ...whichAndWhen(words),
    {
      key: "transaction",
      title: words("enquiry:journal.transaction"),
      show: (row) => (
        <>
          {sayLine(words, row.code)}
          {isRefused(row) && <strong> · {words("enquiry:journal.refused")}</strong>}
        </>
      ),
    },
    {
      key: "teller",
      title: words("enquiry:journal.teller"),
      show: ({ teller }) => <span className="figures">{sayDoer(words, teller)}</span>,
    },
    {
      key: "approvers",
      title: words("enquiry:journal.approvers"),
      show: ({ approvers }) => <span className="figures">{approvers.join(" ")}</span>,
    },
    {
      key: "slip",
      title: words("enquiry:journal.slip"),
      show: ({ slip }) => <span className="figures">{slip}</span>,
    },
  ];
}

function RowDetail({ row }: { readonly row: JournalRow }) {
  const words = useWords();
  const { sequence, code, recordedAt, entries, outcome, slip, undoable, reversed, reverses } = row;
  const isToday = useTeller(({ workstation }) => workstation?.today === row.businessDate);
  const ways: readonly Way[] = [
    ...(slip ? [{ code: "9003", subject: { slip } } as const] : []),
    ...(isToday && undoable
      ? [{ code: "1106", subject: { posting: `${sequence}` } } as const]
      : []),
  ];
  return (
    <section className="detail" aria-label={words("enquiry:journal.detail", { sequence })}>
      <h2>
        {words("enquiry:journal.detail", { sequence })} · {sayLine(words, code)} ·{" "}
        <span className="figures">
          {dateOf(recordedAt)} {timeOf(recordedAt)}
        </span>
      </h2>
      {isRefused(row) && <p className="bad">{words("reversal:original.refused")}</p>}
      {reversed && (
        <p className="bad">{words(`reversal:reversed.${reversed.part}`, { by: reversed.by })}</p>
      )}
      {reverses !== undefined && <p>{words("reversal:reverses", { reverses })}</p>}
      {outcome ? (
        <>
          <FactsTable facts={outcome.facts} />
          <RelationsTable moves={outcome.relations} />
        </>
      ) : (
        <p className="nothing">{words("enquiry:journal.no-outcome")}</p>
      )}
      <p className="hint">
        <strong>{words("enquiry:journal.entries")}</strong>{" "}
        {entries.map((type) => sayEntry(words, type)).join(" · ")}
      </p>
      <OpenKeys key={sequence} ways={ways} label={words("enquiry:journal.ways")} />
    </section>
  );
}
