import type { Card, CardRefusal } from "#core/card/card.ts";
import type { Context, Evidence, Refused } from "#core/commands/command.ts";
import type { EvidenceRefusal } from "#core/contract/refusal.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** What a PIN is judged by: what the pad took, and how often a wrong one may be tried. */
type PinContext = Pick<Context, "evidence" | "parameters">;

/** A refusal whose attempt is counted in the books. */
type Counted = Refused & { readonly refusal: CardRefusal };

/**
 * Whether the PIN taken on the pad is the card's own; the right one clears the count (T25, M20).
 *
 * A wrong one is refused and counted even so; the last try locks the PIN.
 */
export function checkPin(
  card: Card,
  ref: string | undefined,
  context: PinContext,
): Result<readonly Entry[], CardRefusal | EvidenceRefusal> | Counted {
  if (!ref) return refuse({ code: "card.pin-needed" });

  const taken = context.evidence(ref);
  if (!taken) return refuse({ code: "pin.used-up" });
  if (!isFor(taken, card, "verify")) return refuse({ code: "evidence.other-kind" });
  if (card.pin === "locked") return refuse({ code: "card.pin-locked" });
  if (card.pinVerifier !== undefined && taken.verifier === card.pinVerifier) {
    return accept(card.pinFailures > 0 ? [{ type: "card.pin-passed", card: card.id }] : []);
  }

  const triesLeft = Math.max(0, context.parameters.pinTries - card.pinFailures - 1);
  return {
    ...refuse({ code: "card.pin-wrong", triesLeft }),
    entries: [{ type: "card.pin-failed", card: card.id, locks: triesLeft === 0 }],
  };
}

/** The keyed hash of a new PIN the holder chose on the pad for this account (T24, K07). */
export function newPin(
  card: Card,
  ref: string | undefined,
  context: PinContext,
): Result<string, CardRefusal | EvidenceRefusal> {
  if (!ref) return refuse({ code: "card.pin-needed" });

  const taken = context.evidence(ref);
  if (!taken) return refuse({ code: "pin.used-up" });
  return isFor(taken, card, "new")
    ? accept(taken.verifier)
    : refuse({ code: "evidence.other-kind" });
}

type Pin = Extract<Evidence, { readonly type: "pin" }>;

function isFor(taken: Evidence, { account }: Card, purpose: Pin["purpose"]): taken is Pin {
  return taken.type === "pin" && taken.account === account && taken.purpose === purpose;
}
