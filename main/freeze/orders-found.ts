import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import type { FreezePageFilter } from "#main/ledger/freeze-page.ts";
import type { Ledger } from "#main/ledger/ledger.ts";

/** So many orders are read at a time: however long the register, few of them lie in memory at once. */
const READ_AT_ONCE = 1_000;

/** Everything that a filter finds in the register, and how much that is. */
interface Found {
  readonly total: number;
  /** In the order of the register; read while the books stay as they are, and once. */
  readonly orders: Iterable<FreezeOrder>;
}

/** All the orders that a filter finds, however many, for the register as a file (6011, F15). */
export function ordersFound(
  ledger: Pick<Ledger, "freezePage">,
  filter: Omit<FreezePageFilter, "page" | "size">,
  size = READ_AT_ONCE,
): Found {
  const pageAt = (page: number) => ledger.freezePage({ ...filter, page, size });
  const first = pageAt(0);
  const { total } = first;

  function* orders(): Generator<FreezeOrder> {
    yield* first.rows;
    for (let page = 1; page * size < total; page += 1) yield* pageAt(page).rows;
  }
  return { total, orders: orders() };
}
