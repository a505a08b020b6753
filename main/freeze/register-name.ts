import { dateOf, type Instant, timeOf } from "#core/calendar/instant.ts";

/** What an export of the register is named after: the journalled look that it belongs to, and its moment. */
interface Export {
  readonly sequence: number;
  readonly at: Instant;
  readonly as: "csv" | "json-lines";
}

/** The name of an export of the register, before it is encrypted. */
export function registerName({ sequence, at, as }: Export): string {
  const moment = `${dateOf(at)}-${timeOf(at)}`.replace(/[-:]/g, "");
  return `freeze-register-${moment}-${sequence}.${as === "csv" ? "csv" : "jsonl"}`;
}
