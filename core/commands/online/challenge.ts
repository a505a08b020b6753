import { addMinutes } from "#core/calendar/instant.ts";
import type { OnlineContext } from "#core/commands/online/online.ts";
import { bindingText, type PaymentElements } from "#core/e-bank/payment.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Challenge, type ChallengeRefusal, isOpenAt } from "#core/password-card/challenge.ts";
import { drawCoordinates } from "#core/password-card/draw.ts";
import type { Coordinate } from "#core/password-card/grid.ts";
import { type PasswordCard, unansweredOn } from "#core/password-card/password-card.ts";
import { askableCells } from "#core/password-card/wear.ts";

/** A challenge as the customer gets it. */
export interface Asked {
  readonly challenge: Challenge;
  /** Whether these cells were asked for before, for the same payment. */
  readonly again: boolean;
  readonly entries: readonly Entry[];
}

/**
 * The cells that this payment is confirmed with (P02, 4.1).
 *
 * While a challenge is open the same payment gets the same one; after it expired, the same cells
 * once more. Another payment gets other cells, but only so many a day may be left unanswered: who
 * knows a few cells could otherwise ask until just these come up (O05).
 */
export function askFor(
  elements: PaymentElements,
  card: PasswordCard,
  context: OnlineContext,
): Result<Asked, ChallengeRefusal> {
  const last = card.challenge;
  const unanswered = last?.status === "open" ? last : undefined;
  if (!unanswered) return accept(newChallenge(freshCells(card, context), elements, card, context));

  if (isBoundTo(unanswered, elements, context)) {
    return accept(
      isOpenAt(unanswered, context.now)
        ? openChallenge(unanswered, card)
        : newChallenge(
            { coordinates: unanswered.coordinates, how: "again" },
            elements,
            card,
            context,
          ),
    );
  }
  const { unansweredPerDay } = context.parameters.passwordCard;
  if (unansweredOn(card, context.today) >= unansweredPerDay) {
    return refuse({ code: "challenge.too-many-unanswered" });
  }
  return accept(
    newChallenge({ ...freshCells(card, context), how: "instead" }, elements, card, context),
  );
}

/** The very challenge that is open, for one more request. */
function openChallenge(challenge: Challenge, { id }: PasswordCard): Asked {
  const entry = { type: "password-card.asked-again", passwordCard: id, challenge } as const;
  return { challenge, again: true, entries: [entry] };
}

/** Whether the challenge was drawn for exactly this payment (4.2). */
export function isBoundTo(
  { binding, nonce }: Challenge,
  elements: PaymentElements,
  { sha256 }: OnlineContext,
): boolean {
  return sha256(bindingText(elements, nonce)) === binding;
}

/** Cells to ask for: never asked, asked again, or drawn instead of some that nobody answered. */
interface Cells {
  readonly coordinates: readonly Coordinate[];
  readonly how: "first" | "again" | "instead";
}

function freshCells(card: PasswordCard, { chance, parameters }: OnlineContext): Cells {
  const pool = askableCells(card, parameters.passwordCard);
  return { coordinates: drawCoordinates(pool, card.grid.challengeSize, chance), how: "first" };
}

function newChallenge(
  { coordinates, how }: Cells,
  elements: PaymentElements,
  card: PasswordCard,
  { now, today, parameters, sequence, drawNonce, sha256 }: OnlineContext,
): Asked {
  const nonce = drawNonce();
  const challenge: Challenge = {
    id: `ch-${sequence}`,
    binding: sha256(bindingText(elements, nonce)),
    nonce,
    coordinates,
    askedAt: now,
    expiresAt: addMinutes(now, parameters.passwordCard.challengeMinutes),
    status: "open",
  };
  return {
    challenge,
    again: how === "again",
    entries: [
      {
        type: "password-card.challenged",
        passwordCard: card.id,
        challenge,
        on: today,
        leavesUnanswered: how === "instead",
      },
    ],
  };
}
