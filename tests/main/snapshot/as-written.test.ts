import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Batch } from "#core/journal/batch.ts";
import { asWrittenBy } from "#main/snapshot/as-written.ts";
import { ENTRY_TYPES, opening, play } from "#tests/main/ledger/history.ts";
import { fc } from "#tests/support/fast-check.ts";

const isAsWritten = asWrittenBy(Batch);
const everyKind = ENTRY_TYPES.map((type, pick) => ({ type, pick, amount: 700_00 }));
const bodies = play([...opening, ...everyKind]).batches.map((batch) => JSON.stringify(batch));

/** The value with something else at one of its places. */
function spoilt(value: unknown, path: readonly number[], other: unknown, isNew: boolean): unknown {
  if (typeof value !== "object" || value === null) return other;
  const names = Object.keys(value);
  const [step = 0, ...rest] = path;
  const name = names[step % Math.max(1, names.length)];
  if (name === undefined || path.length === 0) return isNew ? { ...value, more: other } : other;
  const inner = spoilt((value as Record<string, unknown>)[name], rest, other, isNew);
  return Array.isArray(value)
    ? value.map((one, at) => (String(at) === name ? inner : one))
    : { ...value, [name]: inner };
}

const oneOfTwo = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("a") }),
  z.object({ kind: z.literal("b") }),
]);

describe("a body of the journal", () => {
  test("of everyday business is known to be as it was parsed", () => {
    const parsed = bodies.filter((body) => !isAsWritten(JSON.parse(body)));

    const kinds: readonly string[] = parsed.map((body) => JSON.parse(body).entries[0].type);
    const everyday = /^(money|slip|customer|account|card|loss|relation|password-card|teller)\./;
    expect(kinds.filter((kind) => everyday.test(kind))).toEqual([]);
  });

  // Goal: whatever is taken without being parsed is what parsing gives, to the order of its fields.
  // Method: bodies of every kind of entry, with anything put in any place of them.
  test("is never taken unparsed where parsing refuses or changes it", { timeout: 60_000 }, () => {
    const anything = fc.oneof(
      fc.constantFrom(null, "", " ", "c-1", "off", true, 0, -1, 0.5, 2 ** 53, [], {}, [null]),
      fc.string({ unit: "binary" }),
      fc.double(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...bodies),
        fc.array(fc.nat(40), { maxLength: 6 }),
        anything,
        fc.boolean(),
        (body, path, other, isNew) => {
          const content: unknown = JSON.parse(
            JSON.stringify(spoilt(JSON.parse(body), path, other, isNew)),
          );
          if (!isAsWritten(content)) return;

          expect(JSON.stringify(Batch.parse(content))).toBe(JSON.stringify(content));
        },
      ),
      { numRuns: 20_000 },
    );
  });

  test.each([
    ["a field too many", z.object({ a: z.string() }), { a: "", b: "" }],
    ["fields in another order", z.object({ a: z.string(), b: z.string() }), { b: "", a: "" }],
    ["a field that is missing", z.object({ a: z.string() }), {}],
    ["a field that is filled in", z.object({ a: z.int().default(1) }), {}],
    ["a text that is trimmed", z.string().trim(), " a"],
    ["a text that becomes a number", z.string().transform(Number), "1"],
    ["half a number where whole ones are", z.int(), 0.5],
    ["no number", z.number(), Number.NaN],
    ["a number without end", z.number(), Number.POSITIVE_INFINITY],
    ["a list where an object is", z.object({}), []],
    ["what a check refuses", z.string().refine((text) => text !== "a"), "a"],
    ["a list's length that a check refuses", z.array(z.int()).max(1), [1, 2]],
    ["no object where its kind is asked", oneOfTwo, "a"],
    ["a kind that nobody named", oneOfTwo, { kind: "c" }],
    ["an option that nobody named", z.union([z.object({ a: z.int() }), z.object({})]), { a: 1 }],
  ])("is parsed where it has %s", (_what, schema, value) => {
    expect(asWrittenBy<unknown>(schema)(value)).toBe(false);
  });

  test("is not asked a check that does not concern it", () => {
    const never = z.string().refine(() => false, { when: () => false });

    expect(never.parse("a")).toBe("a");
    expect(asWrittenBy(never)("a")).toBe(true);
  });

  test("may lack what is optional, and is as written with it too", () => {
    const is = asWrittenBy(z.object({ a: z.int().optional(), b: z.literal("b") }));

    expect([{ b: "b" }, { a: 1, b: "b" }, { a: "1", b: "b" }].map(is)).toEqual([true, true, false]);
  });
});
