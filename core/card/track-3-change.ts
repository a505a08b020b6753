import type { CycleBegin, Track3 } from "#core/card/track-3-field.ts";
import { assert } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/**
 * 动态字段: what the other bank of an interchange may change while it serves the card. All other
 * fields are the issuer's (M30). ISO 4909 leaves additional data to the issuer's agreement, so
 * it is not counted as static.
 */
const DYNAMIC_FIELDS: readonly string[] = [
  "cycleRemaining",
  "cycleBegin",
  "pinRetries",
  "cryptographicCheck",
  "additionalData",
] satisfies readonly (keyof Track3)[];

/** Why Track 3 may not be changed so. */
export type Track3ChangeRefusal =
  | { readonly code: "track-3.static-field"; readonly field: string }
  | { readonly code: "track-3.above-remaining"; readonly remaining: number };

/** Accepts what an interchange party wants to write, unless it touches a field of the issuer. */
export function interchangeWrite(
  before: Track3,
  after: Track3,
): Result<Track3, Track3ChangeRefusal> {
  const earlier = new Map<string, unknown>(Object.entries(before));
  for (const [field, value] of Object.entries(after)) {
    const isChanged = earlier.get(field) !== value;
    if (isChanged && !DYNAMIC_FIELDS.includes(field)) {
      return refuse({ code: "track-3.static-field", field });
    }
  }
  return accept(after);
}

/** A new cycle begins: what may be spent is again all that the issuer authorised (M17). */
export function beginCycle(track: Track3, begin: CycleBegin): Track3 {
  assert(track.cycleLength !== "00", "a cycle of length 00 is never reset (M19)");
  return { ...track, cycleBegin: begin, cycleRemaining: track.cycleAuthorised };
}

/** Takes `units`, of ten to the amount exponent, off what remains in the cycle (M16, M17). */
export function spendInCycle(track: Track3, units: number): Result<Track3, Track3ChangeRefusal> {
  assert(Number.isInteger(units) && units > 0, "spending is a whole number of units");

  if (units <= track.cycleRemaining) {
    return accept({ ...track, cycleRemaining: track.cycleRemaining - units });
  } else {
    return refuse({ code: "track-3.above-remaining", remaining: track.cycleRemaining });
  }
}

/** An amount of the cycle in whole units of the track's currency (M16). */
export function cycleAmount(track: Track3, units: number): number {
  return units * 10 ** track.amountExponent;
}

/** A right PIN sets the tries back to the issuer's number; a wrong one takes one away (M20). */
export function afterPin(
  track: Track3,
  { isRight, retriesAtIssue }: { readonly isRight: boolean; readonly retriesAtIssue: number },
): Track3 {
  return { ...track, pinRetries: isRight ? retriesAtIssue : Math.max(0, track.pinRetries - 1) };
}
