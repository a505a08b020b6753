import { describe, expect, test } from "vitest";
import { PasswordCardBatch } from "#core/password-card/batch.ts";
import { readStockFile } from "#core/password-card/stock-file.ts";
import { fc } from "#tests/support/fast-check.ts";

const grid = { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 };
const of = { version: 1, grid, madeOn: "2026-03-16" };
const batches = [
  { id: "b-1", first: "030000000001", last: "030000000100", delivered: [], ...of },
  {
    id: "b-2",
    first: "030000000101",
    last: "030000000200",
    delivered: [{ first: "030000000101", last: "030000000110" }],
    ...of,
  },
].map((batch) => PasswordCardBatch.parse(batch));

const read = (...lines: readonly string[]) => readStockFile(lines.join("\n"), batches);
const refusal = (...lines: readonly string[]) => {
  const result = read(...lines);
  return result.ok ? undefined : result.refusal;
};
const damaged = (line: number) => ({ code: "delivery.damaged", line });

describe("the stock file of the printer's shop", () => {
  test("V03: lists pieces one by one, and neighbours become one run", () => {
    expect(
      read("030000000001,good", "030000000002,good", "030000000004,good", "030000000003,spoiled"),
    ).toEqual({
      ok: true,
      value: {
        batch: "b-1",
        good: [
          { first: "030000000001", last: "030000000002" },
          { first: "030000000004", last: "030000000004" },
        ],
        spoiled: ["030000000003"],
      },
    });
  });

  test("V03: lists runs of pieces as well, from first to last", () => {
    expect(
      read(
        "030000000001,030000000040,good",
        "030000000041,030000000042,spoiled",
        "030000000043,good",
      ),
    ).toEqual({
      ok: true,
      value: {
        batch: "b-1",
        good: [
          { first: "030000000001", last: "030000000040" },
          { first: "030000000043", last: "030000000043" },
        ],
        spoiled: ["030000000041", "030000000042"],
      },
    });
  });

  test("V03: may list a whole batch, and what is still to come of one", () => {
    expect(read("030000000001,030000000100,ok")).toMatchObject({ ok: true });
    expect(read("030000000111,030000000200,ok")).toMatchObject({ value: { batch: "b-2" } });
  });

  test("V03: may come in any order", () => {
    expect(read("030000000009,ok", "030000000007,ok", "030000000008,ok")).toMatchObject({
      value: { good: [{ first: "030000000007", last: "030000000009" }] },
    });
  });

  test.each(["good", "printed", "ok", "Good", "PRINTED", "OK"])("V03: calls good %s", (word) => {
    expect(read(`030000000001,${word}`)).toMatchObject({ value: { spoiled: [] } });
  });

  test.each(["spoiled", "damaged", "void", "Spoiled", "DAMAGED", "Void"])(
    "V04: calls spoiled %s",
    (word) => {
      expect(read(`030000000001,${word}`)).toMatchObject({
        value: { good: [], spoiled: ["030000000001"] },
      });
    },
  );

  test("may have a heading, comments, blank lines, blanks, quotes, CRLF and a byte order mark", () => {
    const text = [
      "\uFEFF# 样例印制厂",
      "",
      "first,last,state",
      "  ",
      ' 030000000001 , "030000000002" , good ',
      "# the rest",
      "030000000003,spoiled",
      "",
    ].join("\r\n");

    expect(readStockFile(text, batches)).toEqual({
      ok: true,
      value: {
        batch: "b-1",
        good: [{ first: "030000000001", last: "030000000002" }],
        spoiled: ["030000000003"],
      },
    });
    expect(readStockFile("卡号,状态\r030000000001,ok\r", batches).ok).toBe(true);
    expect(readStockFile("\uFEFF030000000001,ok", batches).ok).toBe(true);
  });

  test("O06: may have a column with an expiry, which is looked past", () => {
    expect(read("serial,state,expiry", "030000000001,good,2029-03-31").ok).toBe(true);
    expect(read("030000000001,030000000002,good,03/29").ok).toBe(true);
    expect(read("030000000001,good,").ok).toBe(true);
    expect(refusal("030000000001,good,soon")).toEqual(damaged(1));
    expect(refusal("030000000001,good,2029-03-31,1")).toEqual(damaged(1));
  });

  test("is refused without a single piece", () => {
    const empty = { code: "delivery.empty" };

    expect(refusal("")).toEqual(empty);
    expect(refusal("serial,state")).toEqual(empty);
    expect(refusal("# nothing", "", "   ")).toEqual(empty);
    expect(readStockFile("\uFEFF", batches)).toEqual({ ok: false, refusal: empty });
  });

  test.each([
    ["no state", "030000000001"],
    ["an empty state", "030000000001,"],
    ["a state nobody knows", "030000000001,lost"],
    ["a state of an object's own", "030000000001,constructor"],
    ["eleven digits", "30000000001,good"],
    ["thirteen digits", "0300000000001,good"],
    ["full-width digits", "０３００００００００１,good"],
    ["a letter in the number", "03000000000O,good"],
    ["blanks in the number", "0300 0000 0001,good"],
    ["a number in figures of a spreadsheet", "3E+10,good"],
    ["nothing before the comma", ",good"],
    ["semicolons", "030000000001;good"],
    ["a run from high to low", "030000000002,030000000001,good"],
    ["a run to a short number", "030000000001,30000000002,good"],
    ["a run without a state", "030000000001,030000000002"],
    ["a second heading", "serial,state"],
  ])("is refused with the number of the line that has %s", (_what, line) => {
    expect(refusal("serial,state", "030000000050,good", "", "# why", line)).toEqual(damaged(5));
  });

  test("takes only the very first line for a heading, and only if it names no piece", () => {
    expect(refusal("030000000001;good")).toEqual(damaged(1));
    expect(refusal("nothing at all")).toEqual(damaged(1));
    expect(refusal(",good")).toEqual(damaged(1));
    expect(refusal("serial,good")).toEqual(damaged(1));
  });

  test("V05: is refused with a serial that comes twice, alone or within a run", () => {
    const twice = (serial: string) => ({ code: "delivery.duplicate", serial });

    expect(refusal("030000000007,good", "030000000007,good")).toEqual(twice("030000000007"));
    expect(refusal("030000000007,good", "030000000007,spoiled")).toEqual(twice("030000000007"));
    expect(refusal("030000000005,030000000009,good", "030000000007,ok")).toEqual(
      twice("030000000007"),
    );
    expect(refusal("030000000007,ok", "030000000005,030000000009,good")).toEqual(
      twice("030000000007"),
    );
    expect(refusal("030000000001,030000000005,ok", "030000000005,030000000009,ok")).toEqual(
      twice("030000000005"),
    );
    expect(read("030000000001,030000000005,ok", "030000000006,030000000009,ok").ok).toBe(true);
  });

  test("V05: is refused with a serial that was delivered before", () => {
    const twice = (serial: string) => ({ code: "delivery.duplicate", serial });

    expect(refusal("030000000110,good")).toEqual(twice("030000000110"));
    expect(refusal("030000000105,030000000120,good")).toEqual(twice("030000000105"));
    expect(refusal("030000000120,good", "030000000101,spoiled")).toEqual(twice("030000000101"));
    expect(read("030000000111,good").ok).toBe(true);
  });

  test("V05: is refused with a serial of no batch, or of another than the first line's", () => {
    const foreign = (serial: string) => ({ code: "delivery.foreign", serial });

    expect(refusal("030000000000,good")).toEqual(foreign("030000000000"));
    expect(refusal("030000000201,good")).toEqual(foreign("030000000201"));
    expect(refusal("030000000100,good", "030000000101,good")).toEqual(foreign("030000000101"));
    expect(refusal("030000000111,good", "030000000100,good")).toEqual(foreign("030000000100"));
    expect(refusal("030000000100,good", "030000000150,good")).toEqual(foreign("030000000150"));
    expect(refusal("030000000099,030000000101,good")).toEqual(foreign("030000000101"));
    expect(refusal("030000000000,030000000001,good")).toEqual(foreign("030000000000"));
    expect(refusal("000000000000,999999999999,good")).toEqual(foreign("000000000000"));
    expect(refusal("030000000150,999999999999,good")).toEqual(foreign("030000000201"));
    expect(readStockFile("030000000001,good", [])).toEqual({
      ok: false,
      refusal: foreign("030000000001"),
    });
  });

  test("is refused for the first line that is wrong, whatever is wrong with later ones", () => {
    expect(refusal("030000000001,good", "030000000001,good", "rubbish")).toMatchObject({
      code: "delivery.duplicate",
    });
    expect(refusal("030000000001,good", "rubbish", "030000000001,good")).toEqual(damaged(2));
  });

  // Goal: a piece is reported once, as what the file said of it, and none is made or lost.
  // Method: shuffle a random part of a batch with random states, read, and lay all out again.
  test("V05: tells of every piece exactly what the file said", () => {
    const listed = fc
      .subarray(
        Array.from({ length: 100 }, (_, index) => index + 1),
        { minLength: 1 },
      )
      .chain((pieces) =>
        fc.tuple(
          fc.shuffledSubarray(pieces, { minLength: pieces.length }),
          fc.array(fc.boolean(), { minLength: pieces.length, maxLength: pieces.length }),
        ),
      );
    fc.assert(
      fc.property(listed, ([pieces, isGood]) => {
        const rows = pieces.map((piece, index) => ({
          serial: String(30_000_000_000 + piece).padStart(12, "0"),
          state: isGood[index] ? "good" : "spoiled",
        }));
        const result = read(...rows.map(({ serial, state }) => `${serial},${state}`));
        const { good, spoiled } = result.ok ? result.value : { good: [], spoiled: [] };

        const laidOut = good.flatMap(({ first, last }) =>
          Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
            String(Number(first) + index).padStart(12, "0"),
          ),
        );
        const said = (state: string) =>
          rows.filter((row) => row.state === state).map(({ serial }) => serial);
        expect(laidOut).toEqual(said("good").sort());
        expect(spoiled).toEqual(said("spoiled").sort());
        expect(good.filter(({ first }, index) => first <= (good[index - 1]?.last ?? ""))).toEqual(
          [],
        );
      }),
    );
  });
});
