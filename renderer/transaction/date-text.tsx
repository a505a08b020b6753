import { dateOf, type Instant, timeOf } from "#core/calendar/instant.ts";

/** A day as the books write it, readable by machines too. */
export function DateText({ date }: { readonly date: string }) {
  return (
    <time className="figures" dateTime={date}>
      {date}
    </time>
  );
}

/** A moment to the second, in China time. */
export function InstantText({ instant }: { readonly instant: Instant }) {
  return (
    <time className="figures">
      {dateOf(instant)} {timeOf(instant)}
    </time>
  );
}
