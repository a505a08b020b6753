import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import type { QueueFilter } from "#core/contract/queue-view.ts";
import { downIntoRegister } from "#renderer/screens/register.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  readonly filter: QueueFilter;
  readonly onLook: (filter: QueueFilter) => void;
}

/** Whose requests, in which state, and a word to find one by. */
export function QueueFilters({ filter, onLook }: Props) {
  const words = useWords();
  const [text, type] = useState(filter.text);

  function look(event: FormEvent): void {
    event.preventDefault();
    onLook({ ...filter, text: text.trim() });
  }
  return (
    <form className="filters" onSubmit={look}>
      <Choice
        label={words("queue:filter.whose")}
        options={[
          ["all", words("queue:whose.all")],
          ["own", words("queue:whose.own")],
        ]}
        value={filter.whose}
        onChoose={(whose) => onLook({ ...filter, whose })}
      />
      <Choice
        label={words("queue:filter.show")}
        options={[
          ["open", words("queue:show.open")],
          ["today", words("queue:show.today")],
        ]}
        value={filter.show}
        onChoose={(show) => onLook({ ...filter, show })}
      />
      <Input
        className="filter-text"
        aria-label={words("queue:text")}
        placeholder={words("queue:text")}
        maxLength={40}
        autoComplete="off"
        autoFocus
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={downIntoRegister}
      />
      <Button htmlType="submit">{words("queue:find")}</Button>
    </form>
  );
}

function Choice<V extends string>({
  label,
  options,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly options: readonly (readonly [V, string])[];
  readonly value: V;
  readonly onChoose: (value: V) => void;
}) {
  return (
    <select
      aria-label={label}
      value={value}
      // The options are the only values there are.
      onChange={({ target }) => onChoose(target.value as V)}
    >
      {options.map(([option, said]) => (
        <option key={option} value={option}>
          {said}
        </option>
      ))}
    </select>
  );
}
