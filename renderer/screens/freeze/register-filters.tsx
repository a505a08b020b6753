import { Button, Input, Radio, Select } from "antd";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { FreezeFilter } from "#core/contract/contract.ts";
import { freezeKinds, named } from "#renderer/screens/freeze/freeze-kinds.ts";
import { downIntoRegister } from "#renderer/screens/register.tsx";
import { useWords } from "#renderer/wording/words.ts";

const shows = ["in-force", "waiting", "ending", "ended", "all"] as const;
const DAYS = /^(?:\d{1,2}|[12]\d{2}|3[0-5]\d|36[0-6])$/;

/**
 * What of the register is looked at: the state, the days left, the kind of organ, and a word. Each
 * look is journalled, so that choosing is none: Enter looks, and the focus stays.
 */
export function RegisterFilters({
  filter,
  onLook,
  isWaiting,
}: {
  /** What was looked at last. */
  readonly filter: FreezeFilter;
  readonly onLook: (filter: FreezeFilter) => void;
  readonly isWaiting: boolean;
}) {
  const words = useWords();
  const [show, choose] = useState(filter.show);
  const [kind, narrow] = useState(filter.kind);
  const [text, type] = useState(filter.text);
  const [days, count] = useState(String(filter.days));
  const [isWrong, sayWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("#freeze-text")?.focus(), []);
  const isNew = show !== filter.show || kind !== filter.kind || text.trim() !== filter.text;

  function look(event: FormEvent): void {
    event.preventDefault();
    const isCount = DAYS.test(days);
    sayWrong(!isCount);
    if (!isCount) return;
    const wanted = { show, text: text.trim(), days: Number(days) };
    onLook(kind === undefined ? wanted : { ...wanted, kind });
  }
  return (
    <form ref={form} className="filters" onSubmit={look}>
      <Radio.Group
        aria-label={words("freeze:register.show")}
        optionType="button"
        value={show}
        options={shows.map((value) => ({ value, label: words(`freeze:register.show.${value}`) }))}
        onChange={({ target }) => choose(target.value)}
      />
      {show === "ending" && <DaysFilter days={days} isWrong={isWrong} onType={count} />}
      <KindFilter kind={kind} onChoose={narrow} />
      <Input
        id="freeze-text"
        className="filter-text"
        aria-label={words("freeze:register.text")}
        placeholder={words("freeze:register.text")}
        maxLength={40}
        autoComplete="off"
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={downIntoRegister}
      />
      <Button htmlType="submit" type={isNew ? "primary" : "default"} loading={isWaiting}>
        {words("freeze:register.find")}
      </Button>
      <span className="hint">{words("freeze:register.looked")}</span>
      {isWrong && (
        <p role="alert" className="bad">
          {words("freeze:register.days.invalid")}
        </p>
      )}
    </form>
  );
}

function DaysFilter({
  days,
  isWrong,
  onType,
}: {
  readonly days: string;
  readonly isWrong: boolean;
  readonly onType: (days: string) => void;
}) {
  const words = useWords();
  return (
    <label htmlFor="freeze-days">
      {words("freeze:register.days")}
      <Input
        id="freeze-days"
        className="figures count"
        inputMode="numeric"
        maxLength={3}
        autoComplete="off"
        aria-invalid={isWrong}
        value={days}
        onChange={({ target }) => onType(target.value.trim())}
        onKeyDown={downIntoRegister}
      />
    </label>
  );
}

function KindFilter({
  kind,
  onChoose,
}: {
  readonly kind: FreezeFilter["kind"];
  readonly onChoose: (kind: FreezeFilter["kind"]) => void;
}) {
  const words = useWords();
  return (
    <Select<string>
      aria-label={words("freeze:register.kind")}
      className="kind-filter"
      value={kind ?? ""}
      options={[
        { value: "", label: words("freeze:register.kind.all") },
        ...freezeKinds.map((row) => ({ value: row.kind, label: named(words, row.organ) })),
      ]}
      onChange={(chosen) => onChoose(freezeKinds.find((row) => row.kind === chosen)?.kind)}
    />
  );
}
