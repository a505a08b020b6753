import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { FreezeOrder, FreezeOrderId, FreezePapers, Renewal } from "#core/freeze/freeze-order.ts";
import { freeWords, masked } from "#core/identity/free-text.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { Fen, fen } from "#core/money/fen.ts";

const order = FreezeOrderId;

/** What a list that showed orders was searched by; long numbers in its text masked (K01). */
const ListFilter = z
  .object({
    date: z.string().max(20).optional(),
    code: z.string().max(20).optional(),
    teller: z.string().max(10).optional(),
    sequence: z.int().optional(),
    text: z.string().max(60).overwrite(masked).optional(),
    page: z.int().min(0),
  })
  .readonly();

/** What can happen to an order, exactly as the journal stores it (5.4). */
export const FreezeEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("freeze.registered"), freeze: FreezeOrder }).readonly(),
  /** 轮候生效: the orders before it made room (F09); its term begins now (F18). */
  z
    .object({
      type: z.literal("freeze.took-effect"),
      order,
      effectiveAt: Instant,
      endsAt: Instant.optional(),
    })
    .readonly(),
  z.object({ type: z.literal("freeze.renewed"), order, renewal: Renewal }).readonly(),
  /** Wholly where nothing is left to hold; otherwise in part. */
  z
    .object({ type: z.literal("freeze.released"), order, papers: FreezePapers, rest: Fen })
    .readonly(),
  z
    .object({
      type: z.literal("freeze.deducted"),
      order,
      papers: FreezePapers,
      amount: Fen,
      rest: Fen,
    })
    .readonly(),
  z.object({ type: z.literal("freeze.expired"), order }).readonly(),
  z.object({ type: z.literal("freeze.cancelled"), order, papers: FreezePapers }).readonly(),
  /**
   * Somebody with the duty looked at orders (no tipping off: each look is kept): at the freeze desk,
   * in a list of the journal or of slips, at a receipt, or by a preview.
   */
  z
    .object({
      type: z.literal("freeze.looked-at"),
      what: z.enum([
        "stack",
        "register",
        "export",
        "journal",
        "slips",
        "slip",
        "preview",
        "receipt",
      ]),
      account: z.string().optional(),
      order: z.string().optional(),
      slip: z.string().optional(),
      /** The transaction that was previewed, or whose receipt was asked for again. */
      code: z.string().optional(),
      filter: ListFilter.optional(),
    })
    .readonly(),
  /** 协助查询登记 (6012): an organ asked what the bank knows. */
  z
    .object({
      type: z.literal("freeze.assisted"),
      customer: z.string(),
      papers: FreezePapers,
      asked: freeWords(200),
    })
    .readonly(),
]);
export type FreezeEntry = z.infer<typeof FreezeEntry>;

/** One look at orders: at what, and what was asked for. */
export type FreezeLook = Omit<Extract<FreezeEntry, { type: "freeze.looked-at" }>, "type">;

/** The entries that change an order which is in the books. */
export type FreezeStep = Exclude<
  FreezeEntry,
  { type: "freeze.registered" | "freeze.looked-at" | "freeze.assisted" }
>;

/** The order after a step. */
export function freezeOrderAfter(before: FreezeOrder, step: FreezeStep): FreezeOrder {
  switch (step.type) {
    case "freeze.took-effect":
      return {
        ...before,
        status: "active",
        effectiveAt: step.effectiveAt,
        ...(step.endsAt === undefined ? {} : { endsAt: step.endsAt }),
      };
    case "freeze.renewed":
      return {
        ...before,
        endsAt: step.renewal.endsAt,
        renewals: [...before.renewals, step.renewal],
      };
    case "freeze.released":
      return {
        ...withPapers(before, step.papers),
        rest: step.rest,
        status: step.rest > 0 ? before.status : "released",
      };
    case "freeze.deducted":
      return {
        ...withPapers(before, step.papers),
        rest: step.rest,
        deducted: fen(before.deducted + step.amount),
        status: before.scope.type === "amount" && step.rest === 0 ? "deducted" : before.status,
      };
    case "freeze.expired":
      return { ...before, status: "expired" };
    case "freeze.cancelled":
      return { ...withPapers(before, step.papers), status: "cancelled" };
    default:
      return unreachable(step);
  }
}

function withPapers(order: FreezeOrder, papers: FreezePapers): FreezeOrder {
  return { ...order, laterPapers: [...(order.laterPapers ?? []), papers] };
}
