/**
 * A record as it comes back from text, and frozen: what is absent is not there at all, where rules
 * spread `undefined` into a record. So memory and SQL hand out the very same, and nobody can change
 * through one reader's record what the next reader is given.
 */
export function plainRecord<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return plainList(value) as T; // A list of plain ones is the list again.

  const fields = value as Readonly<Record<string, unknown>>; // An object as any other.
  for (const name in fields) {
    if (!isPlain(fields[name])) return plainCopy(fields) as T;
  }
  return Object.freeze(value);
}

/** Whether a field can stay as it is; it is frozen then. */
function isPlain(field: unknown): boolean {
  if (typeof field === "object" && field !== null) return plainRecord(field) === field;
  return field !== undefined;
}

function plainCopy(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const there = Object.entries(fields).filter(([, field]) => field !== undefined);
  return Object.freeze(
    Object.fromEntries(there.map(([name, field]) => [name, plainRecord(field)])),
  );
}

function plainList(list: readonly unknown[]): readonly unknown[] {
  if (list.every((one) => one === undefined || isPlain(one))) return Object.freeze(list);
  return Object.freeze(list.map(plainRecord));
}
