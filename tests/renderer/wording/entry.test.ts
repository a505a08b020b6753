import { expect, test } from "vitest";
import { Entry } from "#core/journal/entry.ts";
import { entry as english } from "#renderer/wording/en/entry.ts";
import { entry as chinese } from "#renderer/wording/zh-CN/entry.ts";

/** Every type of entry, however deeply the union of unions holds it. */
function typesIn(schema: unknown): readonly string[] {
  const parts = schema as {
    readonly options?: readonly unknown[];
    readonly shape?: { readonly type: { readonly value: string } };
    readonly unwrap?: () => unknown;
  };
  if (parts.options) return parts.options.flatMap(typesIn);
  if (parts.shape) return [parts.shape.type.value];
  return parts.unwrap ? typesIn(parts.unwrap()) : [];
}

test("C05: whatever the journal records has words in both languages", () => {
  const types = typesIn(Entry);

  expect(types.length).toBeGreaterThan(50);
  expect(types.filter((type) => !(type in chinese))).toEqual([]);
  expect(types.filter((type) => !(type in english))).toEqual([]);
});
