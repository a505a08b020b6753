import { describe, expect, test } from "vitest";
import { PasswordCardBatch } from "#core/password-card/batch.ts";
import { counted } from "#core/password-card/delivery.ts";
import { readStockFile } from "#core/password-card/stock-file.ts";
import { Serial, SerialRange } from "#core/voucher/stock.ts";

const of = {
  version: 1,
  grid: { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 },
  madeOn: "2026-03-16",
};

describe("a delivery counted over again", () => {
  const batch = PasswordCardBatch.parse({
    ...of,
    id: "b-1",
    first: "030000000001",
    last: "030000000100",
    delivered: [{ first: "030000000010", last: "030000000019" }],
  });
  const range = (first: string, last: string) => SerialRange.parse({ first, last });
  const again = (good: readonly SerialRange[], spoiled: readonly string[] = []) =>
    counted({ good, spoiled: spoiled.map((serial) => Serial.parse(serial)) }, batch);

  test("V05: is what it was, where nothing came in between", () => {
    const good = [range("030000000001", "030000000009"), range("030000000020", "030000000100")];

    expect(again(good)).toEqual({ ok: true, value: { batch: "b-1", good, spoiled: [] } });
    expect(again([], ["030000000020"])).toMatchObject({ value: { spoiled: ["030000000020"] } });
  });

  test("V05: is refused with a piece that came in between", () => {
    const twice = (serial: string) => ({
      ok: false,
      refusal: { code: "delivery.duplicate", serial },
    });

    expect(again([range("030000000001", "030000000010")])).toEqual(twice("030000000010"));
    expect(again([range("030000000019", "030000000030")])).toEqual(twice("030000000019"));
    expect(again([], ["030000000015"])).toEqual(twice("030000000015"));
    expect(again([range("030000000001", "030000000009")], ["030000000009"])).toEqual(
      twice("030000000009"),
    );
  });

  test("V05: is refused with a piece of another batch, and without any", () => {
    expect(again([range("030000000100", "030000000101")])).toMatchObject({
      refusal: { code: "delivery.foreign", serial: "030000000101" },
    });
    expect(again([])).toEqual({ ok: false, refusal: { code: "delivery.empty" } });
  });
});

describe("the stock file of a batch of a hundred thousand", () => {
  const size = 100_000;
  const serials = Array.from(
    { length: size },
    (_, index) => `03${String(index).padStart(10, "0")}`,
  );
  const whole = PasswordCardBatch.parse({
    ...of,
    id: "b-3",
    first: serials[0],
    last: serials.at(-1),
    delivered: [],
  });

  test("V03: is read line by line, from the last to the first as well", () => {
    const lines = serials.map((serial, index) => `${serial},${index % 1000 === 7 ? "void" : "ok"}`);

    const forwards = readStockFile(lines.join("\r\n"), [whole]);
    const backwards = readStockFile([...lines].reverse().join("\n"), [whole]);

    const counts = forwards.ok && [forwards.value.good.length, forwards.value.spoiled.length];
    expect(counts).toEqual([101, 100]);
    expect(backwards).toEqual(forwards);
  });

  test("is taken in by parts where it is too scattered for one posting", () => {
    const every = (step: number, count: number) =>
      serials
        .filter((_, index) => index % step === 0)
        .slice(0, count)
        .map((serial) => `${serial},ok`)
        .join("\n");
    const tooScattered = { ok: false, refusal: { code: "delivery.too-scattered", most: 1000 } };

    expect(readStockFile(every(2, 1000), [whole]).ok).toBe(true);
    expect(readStockFile(every(2, 1001), [whole])).toEqual(tooScattered);
    expect(readStockFile(every(1, 1001).replaceAll("ok", "void"), [whole])).toEqual(tooScattered);
    expect(readStockFile(every(1, 1000).replaceAll("ok", "void"), [whole]).ok).toBe(true);
  });
});
