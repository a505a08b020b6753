import { type KeyboardEvent, useRef } from "react";
import type { CardInHand } from "#core/contract/bank-view.ts";
import { useRubbing } from "#renderer/customer/hand/rub.ts";
import type { Scratched } from "#renderer/customer/store/hand-slice.ts";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  readonly card: CardInHand;
  readonly scratched: Scratched;
  readonly asked: readonly string[];
  /** The cell that the keys stand on. */
  readonly at: string;
  readonly onStand: (coordinate: string) => void;
  readonly onScratch: (coordinate: string) => void;
}

/**
 * The cells of a card under their film. A cell is scratched by rubbing it, or with the keys: arrows
 * go from cell to cell, Space takes the film off.
 */
export function CardGrid({ card, scratched, asked, at, onStand, onScratch }: Props) {
  const words = useWords();
  const table = useRef<HTMLTableElement>(null);
  const { stageOf, ...pointer } = useRubbing(onScratch);
  const columns = Array.from({ length: card.columns }, (_, column) => letter(column));
  const rows = Array.from({ length: card.rows }, (_, row) => row + 1);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      onScratch(at);
      return;
    }
    const next = neighbour(at, event.key, card);
    if (!next) return;
    event.preventDefault();
    onStand(next);
    table.current?.querySelector<HTMLElement>(`[data-coordinate="${next}"]`)?.focus();
  }

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the keys.
      role="grid"
      className="cells"
      aria-label={words("hand:grid", { serial: card.serial })}
      onKeyDown={onKeyDown}
      {...pointer}
    >
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {columns.map((column) => {
              const coordinate = `${column}${row}`;
              return (
                <Cell
                  key={coordinate}
                  coordinate={coordinate}
                  digits={scratched[coordinate]}
                  stage={stageOf(coordinate)}
                  isAsked={asked.includes(coordinate)}
                  isAt={coordinate === at}
                  onStand={onStand}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly coordinate: string;
  readonly digits: string | undefined;
  readonly stage: number;
  readonly isAsked: boolean;
  readonly isAt: boolean;
  readonly onStand: (coordinate: string) => void;
}

function Cell({ coordinate, digits, stage, isAsked, isAt, onStand }: CellProps) {
  const words = useWords();
  const state = digits ?? words("hand:covered");
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it takes the keys.
      role="gridcell"
      tabIndex={isAt ? 0 : -1}
      data-coordinate={coordinate}
      data-asked={isAsked ? "yes" : undefined}
      aria-label={words(isAsked ? "hand:cell.asked" : "hand:cell", { coordinate, state })}
      onFocus={() => onStand(coordinate)}
    >
      {digits ? (
        <span className="digits figures">{digits}</span>
      ) : (
        <span className="film" data-rubbed={stage} />
      )}
    </td>
  );
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

/** The cell to which a key leads, within the card; undefined for all other keys. */
function neighbour(at: string, key: string, card: CardInHand): string | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const [right, down] = step;
  const column = within(at.charCodeAt(0) - 65 + right, card.columns);
  const row = within(Number(at.slice(1)) - 1 + down, card.rows);
  return `${letter(column)}${row + 1}`;
}

const FAR = 1000;
const steps: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [-FAR, 0],
  End: [FAR, 0],
  PageUp: [0, -FAR],
  PageDown: [0, FAR],
};

function within(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, place));
}
