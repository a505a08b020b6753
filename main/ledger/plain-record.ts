/**
 * A record as it comes back from text, and frozen: what is absent is not there at all, where rules
 * spread `undefined` into a record. So memory and SQL hand out the very same, and nobody can change
 * through one reader's record what the next reader is given.
 */
export function plainRecord<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return plainList(value) as T; // A list of plain ones is the list again.

  let isPlain = true;
  const fields = Object.entries(value);
  for (const field of fields) {
    const plain = plainRecord(field[1]);
    if (plain !== field[1] || plain === undefined) isPlain = false;
    field[1] = plain;
  }
  if (isPlain) return Object.freeze(value);

  return Object.freeze(Object.fromEntries(fields.filter(([, one]) => one !== undefined))) as T;
}

function plainList(list: readonly unknown[]): readonly unknown[] {
  const plain = list.map(plainRecord);
  return Object.freeze(plain.every((one, at) => one === list[at]) ? list : plain);
}
