import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

/** One column of a register. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
  readonly isMoney?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What to say where there is no row. */
  readonly none: string;
  /** The row that the details are about. */
  readonly chosen: string | undefined;
  readonly onChoose: (row: Row) => void;
  /** Enter, or a double click. */
  readonly onOpen: (row: Row) => void;
  /** PageUp and PageDown: -1 and 1. */
  readonly onTurn?: (by: number) => void;
  /** Rises whenever the first row is to take the focus. */
  readonly focusOn?: number;
}

const ROW = "tr[data-row]";

/**
 * A table that is read by keyboard: one stop of Tab, arrows go from row to row, Enter opens.
 *
 * A plain table: antd's own measures scroll bars with a style element, which the policy forbids.
 */
export function Register<Row extends object>(props: Props<Row>) {
  const { columns, rows, keyOf, chosen, onChoose, onOpen, focusOn = 0 } = props;
  const place = useRef<HTMLElement>(null);
  const stop = rows.find((row) => keyOf(row) === chosen) ?? rows[0];

  useEffect(() => {
    if (focusOn > 0) place.current?.querySelector<HTMLElement>(ROW)?.focus();
  }, [focusOn]);

  return (
    <section ref={place} className="register" aria-label={props.caption}>
      <table>
        <thead>
          <tr>
            {columns.map(({ key, title, isMoney }) => (
              <th key={key} scope="col" className={isMoney ? "sum" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              data-row
              tabIndex={row === stop ? 0 : -1}
              aria-current={keyOf(row) === chosen ? "true" : undefined}
              onFocus={() => onChoose(row)}
              onClick={(event) => event.currentTarget.focus()}
              onDoubleClick={() => onOpen(row)}
              onKeyDown={(event) => walk(event, () => onOpen(row), props.onTurn)}
            >
              {columns.map((column) => (
                <td key={column.key} className={column.isMoney ? "figures sum" : undefined}>
                  {column.show(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <output className="nothing">{props.none}</output>}
    </section>
  );
}

/** Arrow down in the field above a register goes to its rows. */
export function downIntoRegister(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown") return;
  const row = event.currentTarget
    .closest(".screen")
    ?.querySelector<HTMLElement>(`${ROW}[tabindex="0"]`);
  if (!row) return;
  event.preventDefault();
  row.focus();
}

function walk(
  event: KeyboardEvent<HTMLElement>,
  open: () => void,
  turn: ((by: number) => void) | undefined,
): void {
  // A key inside the row has its own meaning for Enter.
  if (event.target !== event.currentTarget) return;
  const all = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  const at = all.indexOf(event.currentTarget);
  switch (event.key) {
    case "ArrowDown":
      all[at + 1]?.focus();
      break;
    case "ArrowUp":
      all[at - 1]?.focus();
      break;
    case "Home":
      all[0]?.focus();
      break;
    case "End":
      all.at(-1)?.focus();
      break;
    case "PageDown":
      turn?.(1);
      break;
    case "PageUp":
      turn?.(-1);
      break;
    case "Enter":
      open();
      break;
    default:
      return;
  }
  event.preventDefault();
}
