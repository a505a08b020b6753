import type { AtCounter } from "#tests/support/at-counter.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";
import { settleEvening } from "../../scripts/tour/evening.ts";

/**
 * Settles all that the day-end checklist of a demonstration asks for: both tellers count and shut
 * their boxes, a supervisor counts the vault, all slips come out of the printer. The supervisor sits.
 */
export async function settleDay(counter: TestedWorkstation, people: AtCounter): Promise<void> {
  await people.sit("2001");
  const { figures } = await counter.get("day.view", undefined);
  await settleEvening({ ask: counter.get }, figures);
  await people.signOn("2001");
}
