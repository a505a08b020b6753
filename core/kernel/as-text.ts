/** A plain value as a text that is the same for the same value, in whatever order its keys stand. */
export function asText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** Of two values that nothing ranks, always the same one, whichever is named first. */
export function lesser<T>(one: T, other: T): T {
  return asText(one) <= asText(other) ? one : other;
}
