import { dateOf } from "#core/calendar/instant.ts";
import type { Command, Context } from "#core/commands/command.ts";
import type { DayRefusal } from "#core/day/branch-day.ts";
import { peopleStillOn } from "#core/day/open-items.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { dateFact, termFact } from "#core/slip/facts.ts";

/**
 * 1004 网点开机/关机: the day begins, before two people, on the calendar's date; and it ends once it is
 * balanced and everybody else has signed off (C03, 5.6). A date is done business for only once.
 */
export const openBranch: Command<"1004"> = ({ action }, context) => {
  const entry = action === "open" ? opening(context) : closing(context);
  if (!entry.ok) return entry;
  return accept({
    level: "A3",
    entries: [entry.value],
    outcome: {
      facts: [
        dateFact("businessDay", entry.value.date),
        termFact("action", action === "open" ? "action.day-open" : "action.day-close"),
      ],
      relations: [],
    },
    slip: "general",
  });
};

type DayStep = Extract<Entry, { readonly type: "day.opened" | "day.closed" }>;

function opening({ books, now }: Context): Result<DayStep, DayRefusal> {
  const calendar = dateOf(now);
  const day = known(books.find("branch", "branch"), "the branch is founded").day;
  if (day?.status === "open") return refuse({ code: "day.open-already", date: day.date });
  if (day?.status === "balanced") return refuse({ code: "day.not-closed", date: day.date });
  if (day && calendar <= day.date) return refuse({ code: "day.too-early", date: day.date });
  return accept({ type: "day.opened", date: calendar });
}

function closing({ books, teller }: Context): Result<DayStep, DayRefusal> {
  const day = known(books.find("branch", "branch"), "the branch is founded").day;
  if (!day || day.status === "closed") return refuse({ code: "day.not-open" });
  if (day.status === "open") return refuse({ code: "day.not-balanced" });
  const items = peopleStillOn(books, teller.id);
  if (items.length > 0) return refuse({ code: "day.not-settled", items });
  return accept({ type: "day.closed", date: day.date });
}
