import type { DayView } from "#core/contract/day-view.ts";
import { dayFacts } from "#core/day/day-report.ts";
import { ofTeller, openItems } from "#core/day/open-items.ts";
import { accept } from "#core/kernel/result.ts";
import type { TellerId } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";

/** How the day stands, for the start page and for the page that ends it; it changes nothing (C03). */
export function dayHandlers(desk: Desk): Pick<Handlers, "day.view"> {
  return {
    "day.view": () => {
      const teller = desk.atWork();
      if (!teller.ok) return teller;
      desk.settle();
      const { books, ledger } = desk;
      const { id, role } = teller.value;
      const date = desk.today();
      const toEnd = openItems(books, date, id);
      const parked = toEnd.filter(({ what }) => what === "request-parked");
      const status = desk.branch()?.day?.status;
      return accept({
        date,
        ...(status ? { status } : {}),
        ...boxesOf(desk, id),
        figures: dayFacts(books, date, { teller: teller.value, tallies: ledger.talliesOf(date) }),
        mine: ofTeller(toEnd, id),
        toEnd,
        parked:
          role === "teller" ? parked.filter(({ whose }) => whose === id).length : parked.length,
      });
    },
  };
}

/** Every box with its count of today, and where one's own stands. */
function boxesOf({ books, today }: Desk, teller: TellerId): Pick<DayView, "box" | "counts"> {
  const boxes = books.all("box");
  const own = boxes.find(({ id }) => id === teller);
  return {
    ...(own ? { box: own.status } : {}),
    counts: boxes.flatMap(({ id, status, count }) =>
      count?.date === today() ? [{ box: id, status, cash: count.cash }] : [],
    ),
  };
}
