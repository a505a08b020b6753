import { z } from "zod";
import { RequestHash } from "#core/authorisation/grant.ts";
import { Level } from "#core/authorisation/level.ts";
import { ParkedId } from "#core/authorisation/parked.ts";
import { Instant } from "#core/calendar/instant.ts";
import { PreviewView } from "#core/contract/posting-view.ts";
import { TransactionCode } from "#core/contract/transactions.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { TellerId } from "#core/teller/teller.ts";

/**
 * 待授权业务 as lists show it. `lapsed` was approved, but the word holds no longer: it waits again. Of
 * an order of the state no list names the customer (U07).
 */
export const ParkedView = z
  .object({
    id: ParkedId,
    code: TransactionCode,
    level: Level,
    maker: TellerId,
    makerName: z.string(),
    customer: CustomerId.optional(),
    customerName: z.string().optional(),
    parkedAt: Instant,
    status: z.enum(["waiting", "approved", "lapsed", "declined", "withdrawn", "taken-up"]),
    /** Until when the word holds. */
    until: Instant.optional(),
    /** Who has spoken for it; one of two where a second is needed. */
    approvers: z.array(TellerId).readonly(),
    declined: z.object({ by: TellerId, why: z.string() }).readonly().optional(),
  })
  .readonly();
export type ParkedView = z.infer<typeof ParkedView>;

/** As many requests as one list shows; the longest wait stands first. */
export const QUEUE_SHOWN = 200;

/** What of the queue a list shows. */
export const QueueFilter = z.strictObject({
  whose: z.enum(["own", "all"]),
  /** What is still to be done, or everything of today. */
  show: z.enum(["open", "today"]),
  /** Of the code, the number, the customer's name or the maker. */
  text: z.string().max(40),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

/** A parked request as it is decided now, for whoever judges it. */
export const OpenedRequest = z.object({ parked: ParkedView, preview: PreviewView }).readonly();
export type OpenedRequest = z.infer<typeof OpenedRequest>;

/** A parked request back in its maker's hands. */
export const TakenUpRequest = z
  .object({
    parked: ParkedView,
    hash: RequestHash,
    /** What its form is filled with. */
    input: z.record(z.string(), z.unknown()),
    /** References in it that serve no more: these things are shown again. */
    gone: z.array(z.string()).readonly(),
    /** The word that was given, while it carries this very request. */
    grant: z.string().optional(),
  })
  .readonly();
export type TakenUpRequest = z.infer<typeof TakenUpRequest>;

/** How many requests wait, as far as whoever sits here may see them. */
export const WaitingView = z
  .object({
    /** Own ones that wait for a word, and own ones that only wait to be posted or mended. */
    own: z.int().nonnegative(),
    approved: z.int().nonnegative(),
    /** Others' that wait for a word. */
    others: z.int().nonnegative(),
  })
  .readonly();
export type WaitingView = z.infer<typeof WaitingView>;
