import { z } from "zod";
import { RequestHash } from "#core/authorisation/grant.ts";
import { Level } from "#core/authorisation/level.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Teller, TellerId } from "#core/teller/teller.ts";

/** A parked request is known in the branch by this number: "q-1". */
export const ParkedId = z
  .string()
  .regex(/^q-[1-9]\d{0,8}$/)
  .brand<"ParkedId">();
export type ParkedId = z.infer<typeof ParkedId>;

/** The longest request that is parked, in characters: several times the longest form there is. */
const INPUT_CHARACTERS = 20_000;

/** Requests of one teller that may be open at once: more is no queue but a day's work undone. */
export const PARKED_MAX = 20;

/**
 * 待授权业务 (9004): one exact request that waits for a second person. Nothing of it is done: it
 * moves no money and holds nothing. What devices saw is in it by reference alone, never a PIN and
 * never a stripe.
 *
 * - `waiting`: for somebody's word.
 * - `approved`: somebody gave it; the maker still has to post it.
 * - `declined`, `withdrawn`: it ended without a posting.
 * - `taken-up`: it was posted.
 */
export const Parked = z
  .object({
    id: ParkedId,
    /** The transaction, and what it asks for as JSON text. */
    code: z.string().min(2).max(20),
    input: z.string().max(INPUT_CHARACTERS),
    hash: RequestHash,
    /** As it was decided when it was parked; what counts is the decision of the moment. */
    level: Level,
    maker: TellerId,
    /** Who alone may speak for it, where only they may. */
    onlyBy: z.array(TellerId).readonly().optional(),
    customer: CustomerId.optional(),
    /** The slip that would be printed again, where that is what it asks for (9003). */
    slip: z.string().optional(),
    parkedAt: Instant,
    date: BusinessDate,
    status: z.enum(["waiting", "approved", "declined", "withdrawn", "taken-up"]),
    /** The word that was given for it, whole or half. */
    grant: z.string().max(40).optional(),
    /** Who said no, and why (D09). */
    declined: z
      .object({ by: TellerId, why: z.string().max(100) })
      .readonly()
      .optional(),
  })
  .readonly();
export type Parked = z.infer<typeof Parked>;

/** Why a parked request does not go on. */
export type ParkedRefusal =
  | { readonly code: "parked.unknown" }
  /** The teller alone is enough: there is nobody to wait for. */
  | { readonly code: "parked.needs-nobody" }
  | { readonly code: "parked.already"; readonly parked: ParkedId }
  | { readonly code: "parked.too-many"; readonly most: number }
  | { readonly code: "parked.too-long" }
  /** Only who keyed it takes it up or withdraws it. */
  | { readonly code: "parked.not-yours"; readonly maker: TellerId }
  | {
      readonly code: "parked.settled";
      readonly status: "approved" | "declined" | "withdrawn" | "taken-up";
    }
  | { readonly code: "parked.other-transaction" }
  /** What the customer showed is not remembered any more, so nobody can judge the request. */
  | { readonly code: "parked.shown-gone" };

/** Whether this very request may be parked beside the open ones of the same teller. */
export function mayPark(
  asked: Pick<Parked, "level" | "hash" | "input">,
  open: readonly Parked[],
): Result<"parked", ParkedRefusal> {
  if (asked.level === "A0") return refuse({ code: "parked.needs-nobody" });
  if (asked.input.length > INPUT_CHARACTERS) return refuse({ code: "parked.too-long" });
  const same = open.find(({ hash }) => hash === asked.hash);
  if (same) return refuse({ code: "parked.already", parked: same.id });
  if (open.length >= PARKED_MAX) return refuse({ code: "parked.too-many", most: PARKED_MAX });
  return accept("parked");
}

/** Who is shown it: its maker, whoever may speak for it, supervisors and the branch head. */
export function maySeeParked(
  { maker, onlyBy }: Pick<Parked, "maker" | "onlyBy">,
  { id, role }: Pick<Teller, "id" | "role">,
): boolean {
  if (role === "supervisor" || role === "branch-head") return true;
  return id === maker || (onlyBy?.includes(id) ?? false);
}

/** Whether its maker may take it up, to post it or to mend it: unless it was posted or withdrawn. */
export function mayTakeUp(parked: Parked, teller: TellerId): Result<Parked, ParkedRefusal> {
  const { maker, status } = parked;
  if (maker !== teller) return refuse({ code: "parked.not-yours", maker });
  if (status === "withdrawn" || status === "taken-up") {
    return refuse({ code: "parked.settled", status });
  }
  return accept(parked);
}

/** Whether a word can still be given for it: while it is open, also where a first word has lapsed. */
export function mayBeChecked(parked: Parked): Result<Parked, ParkedRefusal> {
  const { status } = parked;
  if (status === "waiting" || status === "approved") return accept(parked);
  return refuse({ code: "parked.settled", status });
}

/** Whether its maker may withdraw it: while it is open. */
export function mayWithdraw(parked: Parked, teller: TellerId): Result<Parked, ParkedRefusal> {
  const { maker } = parked;
  return maker === teller ? mayBeChecked(parked) : refuse({ code: "parked.not-yours", maker });
}
