import type { RiskRoom } from "#core/commands/under-risk.ts";
import { known } from "#core/kernel/assert.ts";
import type { Desk } from "#main/desk.ts";

/** What the eye is told at this desk now. */
export function riskRoom(desk: Desk): RiskRoom {
  const { parameters } = known(desk.branch(), "nobody does anything before the branch is");
  const { books, signals } = desk;
  return {
    ...{ books, signals, parameters },
    now: desk.now(),
    today: desk.today(),
    sequence: desk.nextSequence(),
  };
}
