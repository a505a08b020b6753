import { calculateJwkThumbprint } from "jose";
import { describe, expect, test } from "vitest";
import { ShopKey } from "#core/contract/transactions.ts";
import { openShopKey } from "#main/password-card/shop-key.ts";
import { anyShopKey } from "#tests/support/print-shop.ts";

const bad = { ok: false, refusal: { code: "batch.shop-key-bad" } };

/** The base point of P-256 (SEC 2, 2.4.2), which is a point of the curve if any is. */
const base = {
  x: Buffer.from("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", "hex"),
  y: Buffer.from("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5", "hex"),
};

function keyOf({ x, y }: { readonly x: Buffer; readonly y: Buffer }): ShopKey {
  return ShopKey.parse({ x: x.toString("base64url"), y: y.toString("base64url") });
}

describe("the public key of the printer's shop", () => {
  test("RFC 7638: is known by its thumbprint", async () => {
    const shopKey = keyOf(base);

    expect(await openShopKey(shopKey)).toMatchObject({
      ok: true,
      value: { thumbprint: await calculateJwkThumbprint({ kty: "EC", crv: "P-256", ...shopKey }) },
    });
  });

  test("is no key where one bit of the point is another", async () => {
    const y = Buffer.from(base.y);
    y.writeUInt8(y.readUInt8(31) ^ 1, 31);

    expect(await openShopKey(keyOf({ x: base.x, y }))).toEqual(bad);
  });

  test("is no key where the point is zero, or beyond the field", async () => {
    const zero = Buffer.alloc(32);
    const beyond = Buffer.alloc(32, 0xff);

    expect(await openShopKey(keyOf({ x: zero, y: zero }))).toEqual(bad);
    expect(await openShopKey(keyOf({ x: beyond, y: base.y }))).toEqual(bad);
  });

  test("is not spelt in a second way, by which a used key would pass for a new one", async () => {
    const { x, y } = await anyShopKey();
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = letters.indexOf(y.slice(-1));
    const respelt = `${y.slice(0, -1)}${letters[last + 1]}`;

    expect(Buffer.from(respelt, "base64url")).toEqual(Buffer.from(y, "base64url"));
    expect(await openShopKey({ x, y: respelt })).toEqual(bad);
    expect(await openShopKey({ x, y })).toMatchObject({ ok: true });
  });
});
