import { Button, Form, Input } from "antd";
import type { Rule } from "antd/es/form";
import { type KeyboardEvent, useRef, useState } from "react";
import type { z } from "zod";
import type { SerialRange } from "#core/voucher/stock.ts";
import { INPUT_RUNS_MAX } from "#core/voucher/stock-input.ts";
import {
  emptyRun,
  piecesTyped,
  rangesOf,
  type TypedRun,
  typedOf,
  withCount,
  withFirst,
  withLast,
} from "#renderer/screens/stock/typed-run.ts";
import { type Control, fieldError, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

type Ranges = readonly z.input<typeof SerialRange>[];

/**
 * 号段: runs of pieces, each by its first number and how many or by its last, with the sum below. Enter
 * in the last cell of a run begins the next one; on an empty row it leaves the list.
 */
export function RangesField({
  name = "ranges",
  label,
  mayBeNone = false,
}: {
  readonly name?: string;
  readonly label?: string;
  /** Whether nothing at all is an answer, as in counting an empty box. */
  readonly mayBeNone?: boolean;
}) {
  const words = useWords();
  const required = words("stock:ranges.required");
  return (
    <Form.Item
      label={label ?? words("stock:ranges.label")}
      name={name}
      rules={mayBeNone ? [wholeRule(required)] : requiredRule(required)}
      {...(mayBeNone ? { initialValue: [] } : {})}
    >
      <RangesControl mayBeNone={mayBeNone} />
    </Form.Item>
  );
}

/** Nothing at all will do, but no run may be half typed. */
function wholeRule(message: string): Rule {
  return {
    validator: (_rule, ranges: unknown) =>
      ranges === undefined ? Promise.reject(new Error("half typed")) : Promise.resolve(),
    message: fieldError(message),
  };
}

function RangesControl({
  id,
  value,
  onChange,
  mayBeNone,
}: Control<Ranges> & { readonly mayBeNone: boolean }) {
  const words = useWords();
  const [runs, type] = useState<readonly TypedRun[]>(() => [
    ...(value ?? []).map(typedOf),
    emptyRun,
  ]);
  const table = useRef<HTMLTableElement>(null);

  function tell(next: readonly TypedRun[]): void {
    type(next);
    const ranges = rangesOf(next);
    onChange?.(ranges && (ranges.length > 0 || mayBeNone) ? ranges : undefined);
  }
  const change = (at: number, run: TypedRun) => {
    const changed = runs.map((one, place) => (place === at ? run : one));
    const isLast = at === runs.length - 1 && run.last !== "" && runs.length < INPUT_RUNS_MAX;
    tell(isLast ? [...changed, emptyRun] : changed);
  };

  function onKey(event: KeyboardEvent<HTMLInputElement>, at: number): void {
    const isPlain = !(
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.nativeEvent.isComposing
    );
    if (event.key !== "Enter" || !isPlain) return;
    const below = firstOf(table.current, at + 1);
    if (runs[at]?.last === "" || !below) return; // As Enter leaves any field.
    event.preventDefault();
    event.stopPropagation();
    below.focus();
  }

  return (
    <div className="ranges">
      <p className="hint">{words("stock:ranges.hint")}</p>
      <table ref={table} className="figures">
        <thead>
          <tr>
            <th scope="col">{words("stock:delivery.first")}</th>
            <th scope="col">{words("stock:column.count")}</th>
            <th scope="col">{words("stock:delivery.last")}</th>
            <th scope="col">
              <span className="unseen">{words("stock:ranges.remove")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run, at) => (
            <Run
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else, and stay in order.
              key={at}
              {...(at === 0 && id !== undefined ? { id } : {})}
              run={run}
              at={at}
              onChange={(next) => change(at, next)}
              onRemove={() => tell([...runs.filter((_, place) => place !== at)])}
              onKey={(event) => onKey(event, at)}
              isOnly={at === runs.length - 1}
            />
          ))}
        </tbody>
      </table>
      <output className="figures">
        {words("stock:ranges.sum", { pieces: piecesTyped(runs) })}
      </output>
    </div>
  );
}

interface RunProps {
  readonly id?: string;
  readonly run: TypedRun;
  readonly at: number;
  readonly onChange: (run: TypedRun) => void;
  readonly onRemove: () => void;
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The row that waits to be filled cannot be taken away. */
  readonly isOnly: boolean;
}

function Run({ id, run, at, onChange, onRemove, onKey, isOnly }: RunProps) {
  const words = useWords();
  const number = { row: at + 1 };
  const common = { inputMode: "numeric", autoComplete: "off", onKeyDown: onKey } as const;
  return (
    <tr>
      <td>
        <Input
          {...common}
          {...(id === undefined ? {} : { id })}
          aria-label={words("stock:ranges.first", number)}
          className="figures serial-input"
          maxLength={12}
          value={run.first}
          onChange={({ target }) => onChange(withFirst(run, target.value))}
        />
      </td>
      <td>
        <Input
          {...common}
          aria-label={words("stock:ranges.count", number)}
          className="figures count"
          maxLength={7}
          value={run.count}
          onChange={({ target }) => onChange(withCount(run, target.value))}
        />
      </td>
      <td>
        <Input
          {...common}
          aria-label={words("stock:ranges.last", number)}
          className="figures serial-input"
          maxLength={12}
          value={run.last}
          onChange={({ target }) => onChange(withLast(run, target.value))}
        />
      </td>
      <td>
        {!isOnly && (
          <Button aria-label={words("stock:ranges.remove.row", number)} onClick={onRemove}>
            ×
          </Button>
        )}
      </td>
    </tr>
  );
}

function firstOf(table: HTMLTableElement | null, row: number): HTMLInputElement | undefined {
  return table?.querySelectorAll<HTMLInputElement>("tbody tr td:first-child input")[row];
}
