import { Button, Input, Radio, Select } from "antd";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { FreezeFilter } from "#core/contract/contract.ts";
import { freezeKinds, named } from "#renderer/screens/freeze/freeze-kinds.ts";
import { downIntoRegister } from "#renderer/screens/register.tsx";
import { useWords } from "#renderer/wording/words.ts";

const shows = ["in-force", "waiting", "ending", "ended", "all"] as const;
const DAYS = /^(?:\d{1,2}|[12]\d{2}|3[0-5]\d|36[0-6])$/;

/** What of the register is looked at: the state, the days left, the kind of organ, and a word. */
export function RegisterFilters({
  filter,
  onLook,
  isWaiting,
}: {
  readonly filter: FreezeFilter;
  readonly onLook: (filter: FreezeFilter) => void;
  readonly isWaiting: boolean;
}) {
  const words = useWords();
  const [text, type] = useState(filter.text);
  const [days, count] = useState(String(filter.days));
  const [isWrong, sayWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("#freeze-text")?.focus(), []);

  function look(changed: Partial<FreezeFilter>): void {
    const isCount = DAYS.test(days);
    sayWrong(!isCount);
    if (isCount) onLook({ ...filter, text: text.trim(), days: Number(days), ...changed });
  }
  return (
    <form
      ref={form}
      className="filters"
      onSubmit={(event: FormEvent) => [event.preventDefault(), look({})]}
    >
      <Radio.Group
        aria-label={words("freeze:register.show")}
        optionType="button"
        value={filter.show}
        options={shows.map((value) => ({ value, label: words(`freeze:register.show.${value}`) }))}
        onChange={({ target }) => look({ show: target.value })}
      />
      {filter.show === "ending" && (
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
            onChange={({ target }) => count(target.value.trim())}
            onKeyDown={downIntoRegister}
          />
        </label>
      )}
      <KindFilter kind={filter.kind} onChoose={(kind) => look({ kind })} />
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
      <Button htmlType="submit" loading={isWaiting}>
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
