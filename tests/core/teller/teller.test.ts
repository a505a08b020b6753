import { describe, expect, test } from "vitest";
import { Teller, TellerId } from "#core/teller/teller.ts";
import { teller } from "#tests/main/ledger/invented.ts";

describe("a person of the branch", () => {
  test("D02: is known by four digits", () => {
    expect(["0001", "9999"].every((id) => TellerId.safeParse(id).success)).toBe(true);
    expect(["1", "00001", "000a", ""].some((id) => TellerId.safeParse(id).success)).toBe(false);
  });

  test("D02: has one role of five, and a password that is kept only as scrypt makes it", () => {
    const plain = teller(1);
    const accepts = (over: object) => Teller.safeParse({ ...plain, ...over }).success;

    expect(accepts({})).toBe(true);
    expect(accepts({ role: "branch-head" })).toBe(true);
    expect(accepts({ role: "administrator" })).toBe(true);
    expect(accepts({ role: "manager" })).toBe(false);
    expect(accepts({ password: "Passw0rd" })).toBe(false);
    expect(accepts({ password: { ...plain.password, method: "md5" } })).toBe(false);
    expect(accepts({ password: { ...plain.password, hash: "0".repeat(31) } })).toBe(false);
    expect(accepts({ failures: -1 })).toBe(false);
  });
});
