import { z } from "zod";
import { addMonths, BusinessDate } from "#core/calendar/business-date.ts";
import type { Pan } from "#core/card/pan.ts";
import { readServiceCode, ServiceCode, ServiceCodeBook } from "#core/card/service-code.ts";

/** The bank that issues a range of card numbers, in both languages of the counter. */
const Issuer = z
  .object({ zh: z.string().min(1).max(40), en: z.string().min(1).max(60) })
  .readonly();

const range = {
  /**
   * 发卡行标识代码: what the card numbers of the range begin with. JR/T 0008 gave out six digits
   * beginning with 9; the cards of today begin with 62 and other digits, so this table decides
   * and never the first digit (N02).
   */
  prefix: z.string().regex(/^\d{6,8}$/),
  issuer: Issuer,
  product: z.enum(["debit", "credit", "quasi-credit", "prepaid"]),
  /** Digits of the whole card number, check digit included (N01). */
  panLength: z.int().min(13).max(19),
  serviceCodeBook: ServiceCodeBook,
};

/** A range of this bank, with what it takes to make a card of it. */
export const OwnBin = z
  .object({
    ...range,
    own: z.literal(true),
    serviceCode: ServiceCode,
    /** Years until a new card expires; 0 makes cards without expiry (M11). */
    validityYears: z.int().min(0).max(20),
    /** How hard the stripe is to magnetise: the writer must be set to it. */
    coercivity: z.enum(["high", "low"]),
    /** `assigned` by the registry and begins with 9, or got elsewhere and `filed` there (N10). */
    registration: z.enum(["assigned", "filed"]),
    registeredOn: BusinessDate,
    /** The day on which the first card of the range was made; null as long as there is none. */
    enabledOn: BusinessDate.nullable(),
  })
  .refine(({ prefix, registration }) => (registration === "assigned") === prefix.startsWith("9"), {
    error: "the registry assigns what begins with 9; anything else is filed (N02, N10)",
  })
  .refine(({ serviceCode, serviceCodeBook }) => readServiceCode(serviceCode, serviceCodeBook).ok, {
    error: "the service code has no meaning in the book of the product",
  })
  .readonly();
export type OwnBin = z.infer<typeof OwnBin>;

/** A range of another bank: enough to say whose card lies on the counter. */
export const OtherBin = z.object({ ...range, own: z.literal(false) }).readonly();
export type OtherBin = z.infer<typeof OtherBin>;

/** One range of card numbers. */
export const Bin = z.union([OwnBin, OtherBin]);
export type Bin = z.infer<typeof Bin>;

/** The BIN table, as `resources/bin.json` holds it. A prefix stands in it once per length. */
export const BinTable = z
  .object({ bins: z.array(Bin).min(1).max(5_000).readonly() })
  .refine(({ bins }) => new Set(bins.map(identityOf)).size === bins.length, {
    error: "a prefix and length stand twice in the table",
  })
  .readonly();
export type BinTable = z.infer<typeof BinTable>;

/** The range that a card number belongs to. The longest prefix that fits is the one. */
export function findBin(table: BinTable, pan: Pan): Bin | undefined {
  let found: Bin | undefined;
  for (const bin of table.bins) {
    const isOfRange = bin.panLength === pan.length && pan.startsWith(bin.prefix);
    if (isOfRange && bin.prefix.length > (found?.prefix.length ?? 0)) found = bin;
  }
  return found;
}

/** The range of this bank that a card number belongs to, or nothing where it is not our card. */
export function findOwnBin(table: BinTable, pan: Pan): OwnBin | undefined {
  const bin = findBin(table, pan);
  return bin?.own ? bin : undefined;
}

/** Whether the registry may withdraw the range: a year has passed and no card was made (N08). */
export function mayBeWithdrawn(bin: OwnBin, today: BusinessDate): boolean {
  return bin.enabledOn === null && today > addMonths(bin.registeredOn, 12);
}

function identityOf({ prefix, panLength }: Bin): string {
  return `${prefix}/${panLength}`;
}
