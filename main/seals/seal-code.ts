import { createPublicKey, verify } from "node:crypto";
import { DaySeal } from "#core/day/day-seal.ts";

/** Signs bytes with the Ed25519 key of the vault. */
type Sign = (bytes: Uint8Array) => Uint8Array;

/** DER before the 32 bytes of an Ed25519 public key (RFC 8410). */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

const HEADER = base64url(JSON.stringify({ alg: "EdDSA", typ: "guitai-day-seal" }));

/**
 * The seal as a compact JWS (RFC 7515 with EdDSA, RFC 8037), about 500 characters: short names and
 * hashes in base64url, so that a QR code of four centimetres holds it. The same seal always gives
 * the same code.
 */
export function sealCode(seal: DaySeal, sign: Sign): string {
  const { figures } = seal;
  const claims = {
    v: seal.version,
    i: shorter(seal.install),
    b: seal.branch,
    d: seal.date,
    t: seal.sealedAt,
    f: seal.first,
    l: seal.last,
    h: shorter(seal.hash),
    s: figures.slips,
    m: figures.turnover,
    o: figures.deposits,
    ...(seal.previous === undefined ? {} : { p: shorter(seal.previous) }),
    k: shorter(seal.signer),
  };
  const signed = `${HEADER}.${base64url(JSON.stringify(claims))}`;
  return `${signed}.${Buffer.from(sign(Buffer.from(signed))).toString("base64url")}`;
}

/** The seal in a code whose signature is that of the signer it names; undefined for anything else. */
export function sealFromCode(code: string): DaySeal | undefined {
  const [header = "", payload = "", signature = ""] = code.trim().split(".");
  if (header !== HEADER) return undefined;

  const seal = DaySeal.safeParse(sealFromClaims(claimsFrom(payload)));
  if (!seal.success) return undefined;
  const key = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, Buffer.from(seal.data.signer, "hex")]),
    format: "der",
    type: "spki",
  });
  const signed = Buffer.from(`${header}.${payload}`);
  return verify(null, signed, key, Buffer.from(signature, "base64url")) ? seal.data : undefined;
}

function claimsFrom(payload: string): Readonly<Record<string, unknown>> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
}

/** The claims as a seal would have them; whether it is one, its schema says. */
function sealFromClaims({ v, i, b, d, t, f, l, h, s, m, o, p, k }: Record<string, unknown>) {
  return {
    version: v,
    install: longer(i),
    branch: b,
    date: d,
    sealedAt: t,
    first: f,
    last: l,
    hash: longer(h),
    figures: { slips: s, turnover: m, deposits: o },
    ...(p === undefined ? {} : { previous: longer(p) }),
    signer: longer(k),
  };
}

function shorter(hex: string): string {
  return Buffer.from(hex, "hex").toString("base64url");
}

function longer(text: unknown): unknown {
  return typeof text === "string" ? Buffer.from(text, "base64url").toString("hex") : text;
}

function base64url(text: string): string {
  return Buffer.from(text, "utf8").toString("base64url");
}
