import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** The heaviest usual message that is looked at, in bytes as this file estimates them. */
export const HEAVIEST_BYTES = 256 * 1024;

/** The deepest message that is looked at. The contract's own deepest is below ten. */
export const DEEPEST = 32;

/** Why a message is not even compared with the contract. */
export type WeightRefusal =
  | { readonly code: "request.too-large" }
  | { readonly code: "request.malformed"; readonly issues: readonly string[] };

const PER_VALUE_BYTES = 16;
const NAMES_OF_PROTOTYPES = ["__proto__", "constructor", "prototype"];
const HALF_A_CHARACTER = /\p{Surrogate}/u;

/**
 * Looks at a message before anything walks it: its size, its depth, and that it is made of nothing
 * but plain values. A message that refers to itself is too deep. Text with half a character in it
 * is refused, because two such texts would be the same bytes once written to disk.
 *
 * It never recurses, and it never visits more values than the limit could hold.
 */
export function weigh(
  message: unknown,
  heaviestBytes = HEAVIEST_BYTES,
): Result<number, WeightRefusal> {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [];
  let bytes = 0;

  let next: { readonly value: unknown; readonly depth: number } | undefined = {
    value: message,
    depth: 0,
  };
  for (; next; next = waiting.pop()) {
    const { value, depth } = next;
    if (depth > DEEPEST) return malformed("deeper than any request");

    const looked = lookAt(value, heaviestBytes);
    if (!looked.ok) return looked;

    bytes += looked.value.bytes;
    if (bytes > heaviestBytes) return refuse({ code: "request.too-large" });
    for (const inner of looked.value.inner) waiting.push({ value: inner, depth: depth + 1 });
  }
  return accept(bytes);
}

interface Looked {
  readonly bytes: number;
  readonly inner: readonly unknown[];
}

function lookAt(value: unknown, heaviestBytes: number): Result<Looked, WeightRefusal> {
  switch (typeof value) {
    case "undefined":
    case "boolean":
    case "number":
      return accept({ bytes: PER_VALUE_BYTES, inner: [] });
    case "string":
      return lookAtText(value, heaviestBytes);
    case "object":
      if (value === null) return accept({ bytes: PER_VALUE_BYTES, inner: [] });
      return Array.isArray(value) ? lookAtList(value, heaviestBytes) : lookAtObject(value);
    default:
      return malformed("not a plain value");
  }
}

function lookAtText(text: string, heaviestBytes: number): Result<Looked, WeightRefusal> {
  const bytes = PER_VALUE_BYTES + 2 * text.length;
  if (bytes > heaviestBytes) return refuse({ code: "request.too-large" });
  if (HALF_A_CHARACTER.test(text)) return malformed("text with half a character");
  return accept({ bytes, inner: [] });
}

function lookAtList(
  list: readonly unknown[],
  heaviestBytes: number,
): Result<Looked, WeightRefusal> {
  // The length is checked first: an empty list may claim to be four thousand million long.
  const bytes = PER_VALUE_BYTES * (1 + list.length);
  if (bytes > heaviestBytes) return refuse({ code: "request.too-large" });
  if (Object.keys(list).length !== list.length) return malformed("a list with holes or names");
  return accept({ bytes: PER_VALUE_BYTES, inner: list });
}

function lookAtObject(object: object): Result<Looked, WeightRefusal> {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== null && prototype !== Object.prototype) return malformed("not a plain object");

  const names = Object.keys(object);
  if (names.some((name) => NAMES_OF_PROTOTYPES.includes(name)))
    return malformed("a forbidden name");

  const bytes = names.reduce((sum, name) => sum + 2 * name.length, PER_VALUE_BYTES);
  return accept({ bytes, inner: Object.values(object) });
}

function malformed(issue: string): Result<never, WeightRefusal> {
  return refuse({ code: "request.malformed", issues: [issue] });
}
