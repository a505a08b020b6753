import { z } from "zod";
import { ShopKey } from "#core/contract/transactions.ts";

/** The public key of a printer's shop as it comes: JSON, of which only the point is used (RFC 7517). */
const Jwk = z.object({
  kty: z.literal("EC").optional(),
  crv: z.literal("P-256").optional(),
  x: z.string(),
  y: z.string(),
  /** What only the shop may have. */
  d: z.unknown().optional(),
});

/** What a key file or a pasted text holds. */
export type ReadKey =
  | { readonly status: "read"; readonly key: z.input<typeof ShopKey> }
  | { readonly status: "unreadable" }
  /** A private key, which must never be at a branch. */
  | { readonly status: "private" };

/** Reads the shop's public key out of a text. */
export function readShopKey(text: string): ReadKey {
  const jwk = Jwk.safeParse(parsed(text));
  if (!jwk.success) return { status: "unreadable" };
  if (jwk.data.d !== undefined) return { status: "private" };

  const { x, y } = jwk.data;
  return ShopKey.safeParse({ x, y }).success
    ? { status: "read", key: { x, y } }
    : { status: "unreadable" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The name a key is known by (RFC 7638): the same key always has the same one. */
export async function thumbprintOf({ x, y }: z.input<typeof ShopKey>): Promise<string> {
  const text = JSON.stringify({ crv: "P-256", kty: "EC", x, y });
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
