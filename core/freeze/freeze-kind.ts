import { z } from "zod";

/** 有权机关冻结 by who orders it (table 3.4): every kind the law knows, and no other (F01). */
export const FreezeKindName = z.enum([
  "court",
  "police",
  "procuratorate",
  "supervision",
  "state-security",
  "tax",
  "customs",
  "csrc",
  "administrative",
  "terrorism",
  "aml",
  "emergency-stop",
]);
export type FreezeKindName = z.infer<typeof FreezeKindName>;

/** How long a measure lasts: months by the civil code, days, or hours to the minute; open till lifted. */
export const FreezeTerm = z.discriminatedUnion("unit", [
  z.strictObject({ unit: z.literal("months"), count: z.int().min(1).max(60) }).readonly(),
  z.strictObject({ unit: z.literal("days"), count: z.int().min(1).max(1830) }).readonly(),
  z.strictObject({ unit: z.literal("hours"), count: z.int().min(1).max(96) }).readonly(),
  z.strictObject({ unit: z.literal("open") }).readonly(),
]);
export type FreezeTerm = z.infer<typeof FreezeTerm>;

/** Papers the officers must lay down (F02, F03). */
export const FreezePaper = z.enum([
  "work-permit",
  "execution-permit",
  "ruling",
  "decision",
  "notice",
  "stop-request",
  "query-notice",
  "deduct-notice",
]);
export type FreezePaper = z.infer<typeof FreezePaper>;

/** What an organ comes for: to ask, to hold or let go, or to take (查询, 冻结, 扣划). */
export type FreezeErrand = "query" | "freeze" | "deduct";

const papersShown = z.array(FreezePaper).min(1).readonly();

const Named = z.object({ zh: z.string().min(1), en: z.string().min(1) }).readonly();

/** One row of table 3.4 as data: what an organ of this kind may do, and for how long. */
export const FreezeKind = z
  .object({
    kind: FreezeKindName,
    /** The rule id of the table. */
    rule: z.string().regex(/^F-[A-Z]+$/),
    organ: Named,
    /** Whether it may take money, and not only hold it (扣划). */
    deducts: z.boolean(),
    longest: FreezeTerm,
    /** The longest where a higher approval says so, and what that approval is. */
    extended: FreezeTerm.optional(),
    extendedBy: Named.optional(),
    /** Absent where it cannot be renewed. */
    renewal: z
      .object({
        longest: FreezeTerm,
        extended: FreezeTerm.optional(),
        /** How often; absent for without end. */
        atMost: z.int().min(1).optional(),
        /** From the first day to the last of all renewals together. */
        total: FreezeTerm.optional(),
      })
      .readonly()
      .optional(),
    /** What is laid down for which errand; for a deduction only by who may deduct. */
    papers: z
      .strictObject({ query: papersShown, freeze: papersShown, deduct: papersShown.optional() })
      .readonly(),
    statutes: z.array(z.string().min(1)).min(1).readonly(),
    /** How well the source is known: H read, M secondary, A assumed. */
    confidence: z.enum(["H", "M", "L", "A"]),
  })
  .readonly();
export type FreezeKind = z.infer<typeof FreezeKind>;

function isLonger(shorter: FreezeTerm, longer: FreezeTerm | undefined): boolean {
  if (longer === undefined) return true;
  if (shorter.unit === "open" || longer.unit === "open") return false;
  return longer.unit === shorter.unit && longer.count > shorter.count;
}

/** The whole table; each kind has exactly one row, or the program does not start. */
export const FreezeKinds = z
  .array(FreezeKind)
  .readonly()
  .refine(
    (rows) =>
      rows.length === FreezeKindName.options.length &&
      new Set(rows.map(({ kind }) => kind)).size === rows.length,
    "every kind of order has one row",
  )
  .refine(
    (rows) => new Set(rows.map(({ rule }) => rule)).size === rows.length,
    "no two rows are one rule",
  )
  .refine(
    (rows) =>
      rows.every(
        ({ longest, extended, renewal }) =>
          isLonger(longest, extended) &&
          (!renewal || isLonger(renewal.longest, renewal.extended)) &&
          isLonger(longest, renewal?.total),
      ),
    "an extended term, and a total, is of the same unit and longer",
  )
  .refine(
    (rows) =>
      rows.every(
        ({ extended, extendedBy }) => (extended === undefined) === (extendedBy === undefined),
      ),
    "an extended term says whose approval it needs",
  )
  .refine(
    (rows) => rows.every(({ deducts, papers }) => deducts === (papers.deduct !== undefined)),
    "whoever may deduct, and nobody else, has papers for it",
  );
export type FreezeKinds = z.infer<typeof FreezeKinds>;

/** The papers that an organ of this kind lays down for an errand (F02, F03). */
export function papersFor({ papers }: FreezeKind, errand: FreezeErrand): readonly FreezePaper[] {
  return papers[errand] ?? papers.freeze;
}
