import type { Instant } from "#core/calendar/instant.ts";
import type { Refused } from "#core/commands/command.ts";
import { isBoundTo } from "#core/commands/online/challenge.ts";
import type {
  OnlineContext,
  OnlineResult,
  OnlineSession,
  PaymentOutcome,
} from "#core/commands/online/online.ts";
import { paid } from "#core/commands/online/outcome.ts";
import { confirmationOf, payerOf } from "#core/commands/online/payer.ts";
import { paymentOf } from "#core/commands/online/payment-file.ts";
import type { PaymentOrder } from "#core/e-bank/payment.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Challenge, type ChallengeRefusal, isOpenAt } from "#core/password-card/challenge.ts";
import { answerDigits } from "#core/password-card/grid.ts";
import {
  type PasswordCard,
  type PasswordCardRefusal,
  usesLeft,
  wrongTodayOn,
} from "#core/password-card/password-card.ts";
import type { PasswordCardEntry } from "#core/password-card/password-card-entry.ts";
import { passwordCardAfter } from "#core/password-card/password-card-entry.ts";
import { answersLeft, isToRemind } from "#core/password-card/wear.ts";

/** What a customer typed, for which challenge, and the payment she still means. */
export interface Answer {
  readonly challenge: string;
  readonly order: PaymentOrder;
  readonly answer: string;
}

/**
 * A customer answers a challenge (P04, P10). Everything that held when the cells were asked for must
 * hold still, and the payment be the same to the fen; only then is the answer compared.
 *
 * A right one posts the money with the use of the card. A wrong one is refused and counted (P17,
 * P18); what is not even digits of the right number is refused and not counted.
 */
export function answer(
  session: OnlineSession,
  { challenge: id, order, answer: typed }: Answer,
  context: OnlineContext,
): OnlineResult<PaymentOutcome> {
  const payer = payerOf(session, order, context);
  if (!payer.ok) return payer;
  const confirmation = confirmationOf(order, payer.value, context);
  if (!confirmation.ok) return confirmation;
  if (confirmation.value.medium !== "card") return refuse({ code: "challenge.unknown" });
  const { card } = confirmation.value;
  const challenge = answerable(card, id, context.now);
  if (!challenge.ok) return challenge;
  const payment = paymentOf(order, payer.value, confirmation.value, context);
  if (!payment.ok) return payment;
  if (!isBoundTo(challenge.value, payment.value.elements, context)) {
    return refuse({ code: "challenge.elements-changed" });
  }
  const digits = answerDigits(card.grid);
  if (!isDigits(typed, digits)) return refuse({ code: "challenge.answer-malformed", digits });

  return context.isRight(card, challenge.value.coordinates, typed)
    ? accept(paid(order, payment.value, right(card, context)))
    : wrong(card, context);
}

/** The challenge as long as it may be answered: the card's last one, once, for five minutes. */
function answerable(
  { challenge }: PasswordCard,
  id: string,
  now: Instant,
): Result<Challenge, ChallengeRefusal> {
  if (challenge?.id !== id) return refuse({ code: "challenge.unknown" });
  if (challenge.status === "answered") return refuse({ code: "challenge.answered" });
  return isOpenAt(challenge, now) ? accept(challenge) : refuse({ code: "challenge.expired" });
}

/** Plain digits only: a full-width one or a blank is a slip of the hand and no guess (P04). */
function isDigits(typed: string, count: number): boolean {
  return typed.length === count && /^[0-9]+$/.test(typed);
}

function right(card: PasswordCard, { parameters }: OnlineContext): Parameters<typeof paid>[2] {
  const rules = parameters.passwordCard;
  const answered = {
    type: "password-card.answered-right",
    passwordCard: card.id,
    clearsRun: rules.totalMode === "CONSECUTIVE",
    exhausts: false,
  } as const;
  const after = passwordCardAfter(card, answered);
  return {
    entries: [{ ...answered, exhausts: answersLeft(after, rules) === 0 }],
    wear: { usesLeft: usesLeft(after), isToRemind: isToRemind(after, rules) },
  };
}

function wrong(card: PasswordCard, { today, parameters }: OnlineContext): Refused {
  const { dayWrong, totalWrong, countMode } = parameters.passwordCard;
  const dayLeft = dayWrong - wrongTodayOn(card, today) - 1;
  const runLeft = totalWrong - card.wrongRun - 1;
  const counts = countMode === "ATTEMPT";
  const counted = {
    type: "password-card.answered-wrong",
    passwordCard: card.id,
    on: today,
    counts,
    locks: runLeft <= 0 ? "hard" : dayLeft <= 0 ? "day" : "none",
    exhausts: counts && usesLeft(card) <= 1,
  } as const;
  return { ...refuse(refusalOf(counted, Math.min(dayLeft, runLeft))), entries: [counted] };
}

/** What a wrong answer is told: the lock it brought about, or how many tries are left before one. */
function refusalOf(
  { locks, exhausts }: Extract<PasswordCardEntry, { type: "password-card.answered-wrong" }>,
  triesLeft: number,
): PasswordCardRefusal {
  switch (locks) {
    case "hard":
      return { code: "password-card.locked" };
    case "day":
      return { code: "password-card.locked-today" };
    case "none":
      return exhausts
        ? { code: "password-card.exhausted" }
        : { code: "password-card.wrong-answer", triesLeft };
  }
}
