import { z } from "zod";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** Three digits that say where and for what a card may be used, by the book of its product. */
export const ServiceCode = z
  .string()
  .regex(/^\d{3}$/)
  .brand<"ServiceCode">();
export type ServiceCode = z.infer<typeof ServiceCode>;

/**
 * The code book of a card product: JR/T 0009 of 2000, or ISO 7813, which the cards of today
 * follow. 220 is a national card with positive authorisation in one, an international chip card
 * with authorisation by the issuer in the other, so nobody may read a code without its book.
 */
export const ServiceCodeBook = z.enum(["JRT", "ISO"]);
export type ServiceCodeBook = z.infer<typeof ServiceCodeBook>;

/** How far a card may be exchanged, by the digit that says so on Tracks 1, 2 and 3 (M12, M22). */
export const JRT_SCOPES = {
  "2": "national",
  "3": "provincial",
  "4": "municipal",
  "5": "national-own-system",
  "6": "provincial-own-system",
  "7": "municipal-own-system",
  "8": "management-card",
  "9": "test-card",
} as const;

const JRT_SERVICES = {
  "01": "unrestricted",
  "02": "no-atm",
  "03": "atm-only",
  "10": "no-cash-advance",
  "11": "no-cash-advance-no-atm",
  "20": "positive-authorisation",
  "41": "chip-unrestricted",
  "43": "chip-atm-only",
} as const;

const ISO_SCOPES = {
  "1": { scope: "international", chip: "not-stated" },
  "2": { scope: "international", chip: "use-where-feasible" },
  "5": { scope: "national", chip: "not-stated" },
  "6": { scope: "national", chip: "use-where-feasible" },
  "7": { scope: "private", chip: "not-stated" },
  "9": { scope: "test-card", chip: "not-stated" },
} as const;

const ISO_AUTHORISATIONS = {
  "0": "normal",
  "2": "by-issuer",
  "4": "by-issuer-unless-bilateral",
} as const;

const ISO_SERVICES = {
  "0": { services: "unrestricted", pin: "required" },
  "1": { services: "unrestricted", pin: "not-required" },
  "2": { services: "goods-and-services", pin: "not-required" },
  "3": { services: "atm-only", pin: "required" },
  "4": { services: "cash-only", pin: "not-required" },
  "5": { services: "goods-and-services", pin: "required" },
  "6": { services: "unrestricted", pin: "where-feasible" },
  "7": { services: "goods-and-services", pin: "where-feasible" },
} as const;

/**
 * Who gives out a pair of JR/T service digits: 00–49 ISO, 50–59 the national body, 60–99 the
 * issuer at its discretion (M13).
 */
export type ServiceCodeAllocator = "iso" | "national" | "issuer";

/** What a service code says, by the book it was read with. */
export type ServiceCodeReading =
  | {
      readonly book: "JRT";
      readonly scope: (typeof JRT_SCOPES)[keyof typeof JRT_SCOPES];
      /** `unassigned` until somebody gives the pair of digits a meaning. */
      readonly services: (typeof JRT_SERVICES)[keyof typeof JRT_SERVICES] | "unassigned";
      readonly allocator: ServiceCodeAllocator;
    }
  | {
      readonly book: "ISO";
      readonly scope: "international" | "national" | "private" | "test-card";
      readonly chip: "use-where-feasible" | "not-stated";
      readonly authorisation: (typeof ISO_AUTHORISATIONS)[keyof typeof ISO_AUTHORISATIONS];
      readonly services: "unrestricted" | "goods-and-services" | "atm-only" | "cash-only";
      readonly pin: "required" | "where-feasible" | "not-required";
    };

/** The code has no meaning in the book of its product; `digit` counts from 1. */
export interface ServiceCodeRefusal {
  readonly code: "service-code.unassigned";
  readonly book: ServiceCodeBook;
  readonly digit: 1 | 2 | 3;
}

/** Reads a service code by the book of the card's product. M12, M13; ISO 7813. */
export function readServiceCode(
  code: ServiceCode,
  book: ServiceCodeBook,
): Result<ServiceCodeReading, ServiceCodeRefusal> {
  return book === "JRT" ? readJrt(code) : readIso(code);
}

/** A card made to test the system. It is refused in customer transactions. */
export function isTestCard(reading: ServiceCodeReading): boolean {
  return reading.scope === "test-card";
}

/** A card for managing machines, known to JR/T alone. It is refused in customer transactions. */
export function isManagementCard(reading: ServiceCodeReading): boolean {
  return reading.scope === "management-card";
}

function readJrt(code: ServiceCode): Result<ServiceCodeReading, ServiceCodeRefusal> {
  const scope = lookUp(JRT_SCOPES, code.slice(0, 1));
  if (!scope) return refuse({ code: "service-code.unassigned", book: "JRT", digit: 1 });

  const pair = code.slice(1);
  const services = lookUp(JRT_SERVICES, pair) ?? "unassigned";
  const allocator = pair < "50" ? "iso" : pair < "60" ? "national" : "issuer";
  return accept({ book: "JRT", scope, services, allocator });
}

function readIso(code: ServiceCode): Result<ServiceCodeReading, ServiceCodeRefusal> {
  const interchange = lookUp(ISO_SCOPES, code.slice(0, 1));
  if (!interchange) return refuse({ code: "service-code.unassigned", book: "ISO", digit: 1 });

  const authorisation = lookUp(ISO_AUTHORISATIONS, code.slice(1, 2));
  if (!authorisation) return refuse({ code: "service-code.unassigned", book: "ISO", digit: 2 });

  const allowed = lookUp(ISO_SERVICES, code.slice(2));
  if (!allowed) return refuse({ code: "service-code.unassigned", book: "ISO", digit: 3 });

  return accept({ book: "ISO", ...interchange, authorisation, ...allowed });
}

/** Only own keys count, so that no digit finds what objects inherit. */
function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
