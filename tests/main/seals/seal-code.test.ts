import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { DaySeal } from "#core/day/day-seal.ts";
import { sealCode, sealFromCode } from "#main/seals/seal-code.ts";
import { fc } from "#tests/support/fast-check.ts";

const keys = () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    signer: publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex"),
    sign: (bytes: Uint8Array) => sign(null, bytes, privateKey),
  };
};
const { signer, sign: signed } = keys();

const sealOf = (more: Partial<DaySeal> = {}): DaySeal =>
  DaySeal.parse({
    version: 1,
    install: "00112233445566778899aabbccddeeff",
    branch: "0200",
    date: "2026-11-22",
    sealedAt: Date.UTC(2026, 10, 22, 10),
    first: 1,
    last: 812,
    hash: "ab".repeat(32),
    figures: { slips: 7, turnover: 120_000, deposits: 5_000_000 },
    previous: "cd".repeat(32),
    signer,
    ...more,
  });

describe("the code of a seal", () => {
  test("says the same seal again, with and without a seal before it", () => {
    const { previous: _previous, ...first } = sealOf();

    for (const seal of [sealOf(), DaySeal.parse(first)]) {
      expect(sealFromCode(sealCode(seal, signed))).toEqual(seal);
    }
  });

  test("fits a QR code that a phone reads off a slip", () => {
    expect(sealCode(sealOf(), signed).length).toBeLessThan(560);
  });

  test("is nothing when any of its characters is another", () => {
    const code = sealCode(sealOf(), signed);
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom(..."AZaz09-_."), (at, character) => {
        fc.pre(code[at] !== character);
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        // The last character of base64url may hold bits that mean nothing.
        const read = sealFromCode(changed);
        if (read !== undefined) expect(at).toBe(code.length - 1);
        return true;
      }),
      { numRuns: 2_000 },
    );
  });

  test("signed by another key than the one it names is nothing", () => {
    expect(sealFromCode(sealCode(sealOf(), keys().sign))).toBeUndefined();
  });

  test("anything else is nothing, and nothing throws", () => {
    fc.assert(fc.property(fc.string(), (text) => sealFromCode(text) === undefined));
    fc.assert(
      fc.property(fc.json(), (json) => {
        const [header = ""] = sealCode(sealOf(), signed).split(".");
        const payload = Buffer.from(json).toString("base64url");
        return sealFromCode(`${header}.${payload}.${"A".repeat(86)}`) === undefined;
      }),
    );
  });
});
