import { Fault } from "#core/kernel/fault.ts";
import { REMOVED, redact } from "./redact.ts";

/** Facts of a line: short, plain, and nothing of a customer. */
type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** The workstation's own diary, for whoever looks after it. Not the journal: no business in it. */
export interface Log {
  note(event: string, facts?: LogFacts): void;
  /** Writes a failure down; the answer is the number that the teller is shown and reads out. */
  incident(failure: unknown, facts?: LogFacts): string;
}

/** Where lines go. Neither may throw: a log must not break what it reports on. */
export interface LogBook {
  append(line: string): void;
  /** Lines of earlier runs, the newest last; empty where there are none. */
  lines(): readonly string[];
}

const LONGEST_TEXT = 4000;
const DEEPEST_CAUSE = 4;
const INCIDENT = /"incident":"(\d{8})-(\d{4,})"/;

/**
 * Opens the log. Incident numbers are the day and a count, such as `20261122-0001`, and go on from
 * those in `book`, so that no number comes twice.
 */
export function createLog({
  book,
  now,
}: {
  readonly book: LogBook;
  readonly now: () => Date;
}): Log {
  let latest = latestIncident(book.lines());

  function write(line: Readonly<Record<string, unknown>>): void {
    book.append(JSON.stringify(line, withoutNumbers));
  }

  return {
    note: (event, facts = {}) => write({ at: now().toISOString(), event, ...shortened(facts) }),
    incident(failure, facts = {}) {
      const at = now();
      const day = dayOf(at);
      const count = latest.day === day ? latest.count + 1 : 1;
      latest = { day, count };
      const incident = `${day}-${String(count).padStart(4, "0")}`;
      const what = describe(failure, DEEPEST_CAUSE);
      write({ at: at.toISOString(), event: "incident", incident, ...shortened(facts), what });
      return incident;
    },
  };
}

function withoutNumbers(_name: string, value: unknown): unknown {
  if (typeof value === "string") return redact(value);
  // A whole number as long as a phone's is none of ours: counts and offsets are far shorter.
  return typeof value === "number" && Math.abs(value) >= 1e10 ? REMOVED : value;
}

function describe(failure: unknown, depth: number): Readonly<Record<string, unknown>> {
  if (!(failure instanceof Error)) return { thrown: typeof failure };
  const known = failure instanceof Fault ? { code: failure.code, facts: failure.facts } : {};
  const cause =
    failure.cause !== undefined && depth > 0 ? { cause: describe(failure.cause, depth - 1) } : {};
  return { name: failure.name, ...known, stack: short(failure.stack ?? failure.message), ...cause };
}

function latestIncident(lines: readonly string[]): {
  readonly day: string;
  readonly count: number;
} {
  for (const line of [...lines].reverse()) {
    const [, day, count] = INCIDENT.exec(line) ?? [];
    if (day && count) return { day, count: Number(count) };
  }
  return { day: "", count: 0 };
}

function dayOf(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
}

function shortened(facts: LogFacts): LogFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "string" ? short(fact) : fact,
    ]),
  );
}

function short(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
