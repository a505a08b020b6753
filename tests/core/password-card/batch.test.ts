import { describe, expect, test } from "vitest";
import { batchOf, PasswordCardBatch } from "#core/password-card/batch.ts";
import { Serial } from "#core/voucher/stock.ts";

const raw = {
  id: "b-1",
  first: "030000000001",
  last: "030000000100",
  version: 1,
  grid: { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 },
  madeOn: "2026-03-16",
  delivered: [],
};
const file = { name: "b-1.jwe", sha256: "0f".repeat(32), shopKey: "k".repeat(43) };
const reads = (over: object) => PasswordCardBatch.safeParse({ ...raw, ...over }).success;

describe("a batch of password cards", () => {
  const first = PasswordCardBatch.parse(raw);
  const second = PasswordCardBatch.parse({
    ...raw,
    id: "b-2",
    first: "030000000101",
    last: "030000000101",
  });
  const idOf = (serial: string) => batchOf([first, second], Serial.parse(serial))?.id;

  test("V01: is found by any serial from its first to its last", () => {
    expect(idOf("030000000001")).toBe("b-1");
    expect(idOf("030000000100")).toBe("b-1");
    expect(idOf("030000000101")).toBe("b-2");
  });

  test("V01: is not found by the serials on either side of it", () => {
    expect(idOf("030000000000")).toBeUndefined();
    expect(idOf("030000000102")).toBeUndefined();
    expect(batchOf([], Serial.parse("030000000001"))).toBeUndefined();
  });

  test("O03: keeps the name and the digest of the shop's file, and nothing that stood in it", () => {
    expect(PasswordCardBatch.parse({ ...raw, file }).file).toEqual(file);
    expect(PasswordCardBatch.parse({ ...raw, cells: ["136"] })).not.toHaveProperty("cells");
    expect(reads({ file: { ...file, shopKey: "k".repeat(42) } })).toBe(false);
    expect(reads({ file: { ...file, sha256: "0F".repeat(32) } })).toBe(false);
  });

  test("V02: has serials of twelve digits and a version from one up", () => {
    expect(reads({ first: "30000000001" })).toBe(false);
    expect(reads({ last: "０３００００００００01" })).toBe(false);
    expect(reads({ version: 0 })).toBe(false);
    expect(reads({ delivered: [{ first: "030000000002", last: "030000000001" }] })).toBe(false);
  });
});
