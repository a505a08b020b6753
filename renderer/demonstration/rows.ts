import { type KeyboardEvent, useState } from "react";

/** Where a key stands in a list of rows. */
interface Place {
  readonly row: number;
  readonly key: number;
}

const steps: Readonly<Record<string, Place>> = {
  ArrowDown: { row: 1, key: 0 },
  ArrowUp: { row: -1, key: 0 },
  ArrowRight: { row: 0, key: 1 },
  ArrowLeft: { row: 0, key: -1 },
};

/**
 * A long list of keys as one stop of Tab: up and down go from row to row, left and right within a
 * row. Sixty cards would otherwise bury the clock below them.
 */
export function useRows(count: number) {
  const [at, go] = useState<Place>({ row: 0, key: 0 });
  const stop = at.row < count ? at : { row: 0, key: 0 };

  return {
    /** What the key at a place bears. */
    keyAt: (row: number, key: number) => ({
      tabIndex: row === stop.row && key === stop.key ? 0 : -1,
      onFocus: () => go({ row, key }),
    }),
    /** What the list does on a key press. */
    walk(event: KeyboardEvent<HTMLElement>): void {
      const step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      const rows = [...event.currentTarget.querySelectorAll("li")];
      const row = rows[(stop.row + step.row + rows.length) % rows.length];
      const keys = [...(row?.querySelectorAll("button") ?? [])];
      keys[Math.min(Math.max(stop.key + step.key, 0), keys.length - 1)]?.focus();
    },
  };
}
