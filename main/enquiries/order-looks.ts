import type { Instant } from "#core/calendar/instant.ts";
import type { FreezeLook } from "#core/freeze/freeze-entry.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Desk } from "#main/desk.ts";

/** Writes down who looked at orders of the state outside the freeze desk, and at what. */
export interface OrderLooks {
  readonly record: (look: FreezeLook) => void;
}

/** The same person asking the very same again within this time is one look, in ms. */
const ONE_LOOK_MS = 60_000;

/**
 * The looks at this desk. Each answer that shows an order is journalled before it is given; a window
 * that refreshes itself is not, or the line of a look would bring the next one about.
 */
export function createOrderLooks(desk: Desk): OrderLooks {
  const latest = new Map<string, Instant>();

  return {
    record(look) {
      const teller = desk.sitting()?.teller ?? "system";
      const now = desk.now();
      for (const [key, at] of latest) {
        if (now - at >= ONE_LOOK_MS) latest.delete(key);
      }

      const key = JSON.stringify([teller, look]);
      if (latest.has(key)) return;
      desk.commit({ teller, code: "6011", entries: [{ type: "freeze.looked-at", ...look }] });
      latest.set(key, now);
    },
  };
}

/**
 * Whether a line of the journal tells of an order to whoever may see orders. That somebody looked, or
 * was refused to, tells of none: otherwise each look at the journal would be one at the look before.
 */
export function tellsOfOrders({ sequence, entries }: Batch, { ledger }: Desk): boolean {
  const told = entries.filter(
    ({ type }) => type !== "freeze.looked-at" && type !== "request.refused",
  );
  return (
    told.some(({ type }) => type.startsWith("freeze.")) ||
    (told.length > 0 && ledger.isOfOrdersAlone(sequence))
  );
}
