import { describe, expect, test } from "vitest";
import { DEEPEST, HEAVIEST_BYTES, weigh } from "#main/ipc/weigh.ts";

function nested(depth: number): unknown {
  let value: unknown = "bottom";
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

const malformed = { ok: false, refusal: { code: "request.malformed" } };
const tooLarge = { ok: false, refusal: { code: "request.too-large" } };
const HALF_LIMIT = HEAVIEST_BYTES / 2;
const OVERHEAD = 16;

describe("the weight of a message", () => {
  test("may reach the limit, and not one character more", () => {
    expect(weigh("x".repeat(HALF_LIMIT - OVERHEAD / 2))).toEqual({
      ok: true,
      value: HEAVIEST_BYTES,
    });
    expect(weigh("x".repeat(HALF_LIMIT - OVERHEAD / 2 + 1))).toMatchObject(tooLarge);
  });

  test("may reach a limit of its own, and not one character more", () => {
    const limit = 4 * HEAVIEST_BYTES;
    const text = "x".repeat(limit / 2 - OVERHEAD / 2);

    expect(weigh(text, limit)).toEqual({ ok: true, value: limit });
    expect(weigh(`${text}x`, limit)).toMatchObject(tooLarge);
    expect(weigh(text)).toMatchObject(tooLarge);
  });

  test("counts what a message says many times as many times", () => {
    const text = "x".repeat(HALF_LIMIT / 4);

    expect(weigh([text, text])).toMatchObject({ ok: true });
    expect(weigh([text, text, text, text])).toMatchObject(tooLarge);
  });

  test("counts names, not only values", () => {
    expect(weigh({ ["x".repeat(HALF_LIMIT)]: 1 })).toMatchObject(tooLarge);
  });

  test("of a list that claims a length is refused before it is walked", () => {
    expect(weigh(new Array(4_000_000_000))).toMatchObject(tooLarge);
    expect(weigh(new Array(100))).toMatchObject(malformed);
  });
});

describe("the depth of a message", () => {
  test("may reach the limit, and not one level more", () => {
    expect(weigh(nested(DEEPEST))).toMatchObject({ ok: true });
    expect(weigh(nested(DEEPEST + 1))).toMatchObject(malformed);
  });

  test("a hundred thousand levels are refused without running out of stack", () => {
    expect(weigh(nested(100_000))).toMatchObject(malformed);
  });

  test("a list that holds itself a thousand times is refused", () => {
    const list: unknown[] = [];
    for (let count = 0; count < 1000; count += 1) list.push(list);

    expect(weigh(list)).toMatchObject({ ok: false });
  });
});

describe("what a message is made of", () => {
  test("is plain values only", () => {
    expect(weigh({ a: [1, "二", true, null, undefined] })).toMatchObject({ ok: true });
    expect(weigh(new Map())).toMatchObject(malformed);
    expect(weigh(new Date(0))).toMatchObject(malformed);
    expect(weigh(new Uint8Array(1))).toMatchObject(malformed);
    expect(weigh(1n)).toMatchObject(malformed);
    expect(weigh(() => 1)).toMatchObject(malformed);
    expect(weigh(Symbol("x"))).toMatchObject(malformed);
    expect(weigh(Object.create({ inherited: 1 }))).toMatchObject(malformed);
  });

  test("is whole characters: half a pair is refused, the pair is not", () => {
    expect(weigh("𠮷")).toMatchObject({ ok: true });
    expect(weigh("\ud842")).toMatchObject(malformed);
  });

  test("is a list without further names", () => {
    expect(weigh(Object.assign([1], { extra: 2 }))).toMatchObject(malformed);
  });
});
