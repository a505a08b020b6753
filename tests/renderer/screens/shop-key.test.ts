import { describe, expect, test } from "vitest";
import { readShopKey, thumbprintOf } from "#renderer/screens/stock/shop-key.ts";

const x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
const y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";

describe("the shop's public key as it comes", () => {
  test("RFC 7517: a JWK gives its point, whatever else it says", () => {
    const jwk = { kty: "EC", crv: "P-256", x, y, use: "enc", kid: "2026-05" };

    expect(readShopKey(JSON.stringify(jwk))).toEqual({ status: "read", key: { x, y } });
  });

  test("the bare point will do", () => {
    expect(readShopKey(JSON.stringify({ x, y }))).toEqual({ status: "read", key: { x, y } });
  });

  test("O03: a private key is known as one, and not taken", () => {
    const jwk = { kty: "EC", crv: "P-256", x, y, d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI" };

    expect(readShopKey(JSON.stringify(jwk))).toEqual({ status: "private" });
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "-----BEGIN PUBLIC KEY-----"],
    ["another curve", JSON.stringify({ kty: "EC", crv: "P-384", x, y })],
    ["another kind", JSON.stringify({ kty: "RSA", x, y })],
    ["a coordinate cut short", JSON.stringify({ x: x.slice(1), y })],
    ["a coordinate missing", JSON.stringify({ x })],
    ["a number", "7"],
  ])("is unreadable where it is %s", (_what, text) => {
    expect(readShopKey(text)).toEqual({ status: "unreadable" });
  });

  // Made with another library (jose 6, calculateJwkThumbprint) for the key of RFC 7515, A.3.
  test("RFC 7638: its thumbprint is that of its required members", async () => {
    expect(await thumbprintOf({ x, y })).toBe("oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U");
  });
});
