import { webcrypto } from "node:crypto";
import { type CryptoKey, calculateJwkThumbprint, importJWK } from "jose";
import type { ShopKey } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { BatchRefusal } from "#core/password-card/batch.ts";

/** A key of the printer's shop that can be encrypted to, and the name it is known by. */
export interface OpenShopKey {
  readonly publicKey: CryptoKey;
  /** RFC 7638: the same key always has this name. */
  readonly thumbprint: string;
}

/**
 * Makes a usable key out of the two coordinates the shop has handed in. Refuses a point that does
 * not lie on the curve P-256, and a second spelling of a point: a used key must not pass for a new one.
 */
export async function openShopKey({ x, y }: ShopKey): Promise<Result<OpenShopKey, BatchRefusal>> {
  provideWebCrypto();
  if (!isPlainlySpelt(x) || !isPlainlySpelt(y)) return refuse({ code: "batch.shop-key-bad" });

  const jwk = { kty: "EC", crv: "P-256", x, y };
  try {
    const publicKey = await importJWK(jwk, "ECDH-ES");
    if (publicKey instanceof Uint8Array) return refuse({ code: "batch.shop-key-bad" });
    return accept({ publicKey, thumbprint: await calculateJwkThumbprint(jwk) });
  } catch {
    return refuse({ code: "batch.shop-key-bad" });
  }
}

/** 32 bytes fill 43 letters but for two bits, and a decoder looks past those. */
function isPlainlySpelt(coordinate: string): boolean {
  return Buffer.from(coordinate, "base64url").toString("base64url") === coordinate;
}

/** The Node of the older runtime has Web Crypto, but not among the globals where jose looks for it. */
function provideWebCrypto(): void {
  globalThis.crypto ??= webcrypto;
}
