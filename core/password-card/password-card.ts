import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Challenge } from "#core/password-card/challenge.ts";
import { Coordinate, Grid } from "#core/password-card/grid.ts";
import { Serial } from "#core/voucher/stock.ts";

/** A password card is known inside the workstation by an opaque reference. */
export const PasswordCardId = z
  .string()
  .regex(/^p-\d+$/)
  .brand<"PasswordCardId">();
export type PasswordCardId = z.infer<typeof PasswordCardId>;

/** How far a card has come (5.3). */
export const PasswordCardLife = z.enum(["issued-inactive", "active", "exhausted", "void"]);

/** Whether wrong answers have stopped trading: until tomorrow, or until the card is replaced (P17, P18). */
export const PasswordCardLock = z.enum(["none", "day", "hard"]);

/** 换卡原因 (P22, P15, P18, P27): why a customer gets another card. */
export const ReissueReason = z.enum([
  "lost",
  "disclosed",
  "damaged",
  "exhausted",
  "locked",
  "film-damaged",
]);
export type ReissueReason = z.infer<typeof ReissueReason>;

/** Why a card's life ended. */
export const VoidReason = z.enum([
  ...ReissueReason.options,
  "usb-key",
  "channel-closed",
  "customer-request",
]);
export type VoidReason = z.infer<typeof VoidReason>;

/**
 * 电子银行口令卡: a printed card of secrets in a customer's hand (5.3).
 *
 * What stands on it is derived from a key by serial and version and is kept nowhere. Lock and day
 * count are as of `wrongOn`; what holds today is asked of `lockOn`.
 */
export const PasswordCard = z
  .object({
    id: PasswordCardId,
    /** 卡号: the printed number of the piece. */
    serial: Serial,
    /** Which making of this serial it is: a part of what the cells are derived from. */
    version: z.int().min(1),
    grid: Grid,
    customer: CustomerId,
    /** 申请日期 (P16). */
    issuedOn: BusinessDate,
    expiresOn: BusinessDate.optional(),
    life: PasswordCardLife,
    lock: PasswordCardLock,
    /** 可用次数: used and left always make this (P16). */
    uses: z.int().min(1),
    used: z.int().min(0),
    /** Wrong answers that count towards the ten (P18, P19). */
    wrongRun: z.int().min(0),
    wrongToday: z.int().min(0),
    wrongOn: BusinessDate.optional(),
    /** Challenges answered rightly: all that a watcher may have seen. */
    answered: z.int().min(0),
    /** Cells that were answered at least once. */
    cellsSeen: z.array(Coordinate).readonly(),
    /** Challenges of `unansweredOn` that were drawn and never answered rightly. */
    unanswered: z.int().min(0),
    unansweredOn: BusinessDate.optional(),
    challenge: Challenge.optional(),
    voidReason: VoidReason.optional(),
    replacedBy: PasswordCardId.optional(),
  })
  .readonly();
export type PasswordCard = z.infer<typeof PasswordCard>;

/** Why a password card will not do what is asked. */
export type PasswordCardRefusal =
  | { readonly code: "password-card.unknown" }
  /** P30: 「口令卡未激活」. */
  | { readonly code: "password-card.not-activated" }
  | { readonly code: "password-card.exhausted" }
  | { readonly code: "password-card.expired"; readonly expiresOn: BusinessDate }
  | { readonly code: "password-card.void" }
  | { readonly code: "password-card.locked-today" }
  | { readonly code: "password-card.locked" }
  | { readonly code: "password-card.wrong-answer"; readonly triesLeft: number }
  | { readonly code: "password-card.already-held"; readonly serial: string }
  | { readonly code: "password-card.usb-key-held" }
  | { readonly code: "password-card.reason-unfounded"; readonly reason: ReissueReason }
  /** A piece of which nobody knows how it was made. */
  | { readonly code: "password-card.piece-not-ours" };

/** Whether the card is the customer's present one: whatever its state, its life has not ended. */
export function isLive(card: PasswordCard): boolean {
  return card.life !== "void";
}

/** How often the card may still be used (P16). */
export function usesLeft({ uses, used }: PasswordCard): number {
  return Math.max(0, uses - used);
}

/** The lock as it stands today: a day's lock ends with its day, a hard one never (P17, P18). */
export function lockOn({ lock, wrongOn }: PasswordCard, today: BusinessDate): PasswordCard["lock"] {
  return lock === "day" && wrongOn !== undefined && wrongOn < today ? "none" : lock;
}

/** Wrong answers of today; yesterday's count for nothing (P17). */
export function wrongTodayOn({ wrongToday, wrongOn }: PasswordCard, today: BusinessDate): number {
  return wrongOn === today ? wrongToday : 0;
}

/** Challenges that were left unanswered today for others (4.1). */
export function unansweredOn(
  { unanswered, unansweredOn: day }: PasswordCard,
  today: BusinessDate,
): number {
  return day === today ? unanswered : 0;
}

/** Whether the card has outlived the validity it was issued with, if any (O06). */
export function isPastValidity({ expiresOn }: PasswordCard, today: BusinessDate): boolean {
  return expiresOn !== undefined && expiresOn < today;
}
