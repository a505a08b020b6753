import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { Challenge } from "#core/password-card/challenge.ts";
import { PasswordCard, PasswordCardId, VoidReason } from "#core/password-card/password-card.ts";

const passwordCard = PasswordCardId;

/**
 * What can happen to a password card, exactly as the journal stores it (5.3). Entries carry what the
 * rules made of the parameters of that day, so that another parameter never rewrites the past.
 */
export const PasswordCardEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("password-card.entered"), card: PasswordCard }).readonly(),
  z.object({ type: z.literal("password-card.activated"), passwordCard }).readonly(),
  z
    .object({
      type: z.literal("password-card.challenged"),
      passwordCard,
      challenge: Challenge,
      on: BusinessDate,
      /** Whether other cells were drawn while a challenge was left unanswered. */
      leavesUnanswered: z.boolean(),
    })
    .readonly(),
  /**
   * Another request for the payment of the open challenge got that very one. It changes nothing of
   * the card; it is written so that this request gets it again for ever (design rule 6).
   */
  z
    .object({ type: z.literal("password-card.asked-again"), passwordCard, challenge: Challenge })
    .readonly(),
  z
    .object({
      type: z.literal("password-card.answered-right"),
      passwordCard,
      clearsRun: z.boolean(),
      exhausts: z.boolean(),
    })
    .readonly(),
  z
    .object({
      type: z.literal("password-card.answered-wrong"),
      passwordCard,
      on: BusinessDate,
      counts: z.boolean(),
      locks: z.enum(["none", "day", "hard"]),
      exhausts: z.boolean(),
    })
    .readonly(),
  /** 次日自动解除 (P17): written down when the clock has brought it about. */
  z.object({ type: z.literal("password-card.day-lock-ended"), passwordCard }).readonly(),
  z
    .object({
      type: z.literal("password-card.voided"),
      passwordCard,
      reason: VoidReason,
      /** Whether the old card was given back and punched. */
      returned: z.boolean(),
      replacedBy: PasswordCardId.optional(),
    })
    .readonly(),
]);
export type PasswordCardEntry = z.infer<typeof PasswordCardEntry>;

/** The card after `entry`. */
export function passwordCardAfter(
  card: PasswordCard,
  entry: Exclude<PasswordCardEntry, { type: "password-card.entered" }>,
): PasswordCard {
  switch (entry.type) {
    case "password-card.activated":
      return { ...card, life: "active" };
    case "password-card.challenged":
      return challenged(card, entry);
    case "password-card.asked-again":
      return card;
    case "password-card.answered-right":
      return answeredRight(card, entry);
    case "password-card.answered-wrong":
      return {
        ...card,
        used: card.used + (entry.counts ? 1 : 0),
        wrongRun: card.wrongRun + 1,
        wrongToday: (card.wrongOn === entry.on ? card.wrongToday : 0) + 1,
        wrongOn: entry.on,
        lock: entry.locks,
        life: entry.exhausts ? "exhausted" : card.life,
      };
    case "password-card.day-lock-ended":
      return { ...card, lock: "none", wrongToday: 0 };
    case "password-card.voided": {
      const { challenge: _dropped, ...kept } = card; // 4.1: a void card drops its challenge.
      return {
        ...kept,
        life: "void",
        voidReason: entry.reason,
        ...(entry.replacedBy ? { replacedBy: entry.replacedBy } : {}),
      };
    }
    default:
      return unreachable(entry);
  }
}

function challenged(
  card: PasswordCard,
  entry: Extract<PasswordCardEntry, { type: "password-card.challenged" }>,
): PasswordCard {
  const { challenge, on, leavesUnanswered } = entry;
  const before = card.unansweredOn === on ? card.unanswered : 0;
  return {
    ...card,
    challenge,
    unanswered: before + (leavesUnanswered ? 1 : 0),
    unansweredOn: on,
  };
}

function answeredRight(
  card: PasswordCard,
  { clearsRun, exhausts }: Extract<PasswordCardEntry, { type: "password-card.answered-right" }>,
): PasswordCard {
  const { challenge } = card;
  const asked = challenge?.coordinates ?? [];
  return {
    ...card,
    ...(challenge ? { challenge: { ...challenge, status: "answered" } } : {}),
    used: card.used + 1,
    answered: card.answered + 1,
    cellsSeen: card.cellsSeen.concat(asked.filter((cell) => !card.cellsSeen.includes(cell))),
    wrongRun: clearsRun ? 0 : card.wrongRun,
    wrongToday: 0,
    life: exhausts ? "exhausted" : card.life,
  };
}
