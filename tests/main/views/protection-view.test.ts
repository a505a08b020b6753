import { expect, onTestFinished, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { instant } from "#core/calendar/instant.ts";
import type { Entry } from "#core/journal/entry.ts";
import { TellerId } from "#core/teller/teller.ts";
import { isLate } from "#main/views/protection-view.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { openWorkstation } from "#tests/support/workstation.ts";

async function branch(more: readonly Entry[] = []) {
  const counter = await openWorkstation(await trialBranch(more), "live");
  onTestFinished(() => counter.close());
  return { ...counter, people: atCounter(counter) };
}

test("9009: everybody at work reads the numbers, and nobody before the sign-on", async () => {
  const { ask, get, people } = await branch();

  expect(await ask("protection.view", undefined)).toMatchObject({
    refusal: { code: "teller.not-signed-on" },
  });
  await people.sit("1001");
  const sequence = await people.sequence();

  expect(await get("protection.view", undefined)).toMatchObject({
    kind: "live",
    journal: { frames: sequence, segments: 1, format: 2 },
    uselessSnapshots: 0,
    isBackupLate: true,
    commandsSinceBackup: sequence,
  });
});

test("9009: after a backup none is late; its own record is no work that it lacks", async () => {
  const { get, people } = await branch();
  await people.sit("2001");

  const { backup } = await get("backup.make", {});

  const view = await get("protection.view", undefined);
  expect(view).toMatchObject({ backup, isBackupLate: false, commandsSinceBackup: 0 });
  expect(view.journal.frames).toBe(backup.sequence + 1);

  await people.sit("1001");

  const sequence = await people.sequence();
  const { commandsSinceBackup } = await get("protection.view", undefined);
  expect(commandsSinceBackup).toBe(sequence - backup.sequence - 1);
  expect(commandsSinceBackup).toBeGreaterThan(0);
});

test("9009: the day's seal is named with its age and its last command", async () => {
  // A branch that did nothing has nothing to settle but its boxes.
  const date = businessDate("2026-01-05");
  const shut = (["1001", "1002"] as const).map(
    (box): Entry => ({ type: "box.closed", box: TellerId.parse(box), date }),
  );
  const { get, people } = await branch(shut);
  await people.sit("2001");
  const request = { code: "1105", input: {} } as const;
  const sealed = await people.done(request, { grant: await people.grant(request, "1002") });

  const { seal } = await get("protection.view", undefined);

  expect(seal).toMatchObject({ last: sealed.sequence - 1, daysAgo: 0 });
});

test("9009: a changed data key changes nothing of what can be read about the journal", async () => {
  const { get, people } = await branch();
  await people.sit("3001");
  await get("vault.rotate-key", { passphrase: "Trial branch, two envelopes" });

  const { journal } = await get("protection.view", undefined);

  expect(journal).toMatchObject({ segments: 2, format: 2 });
});

test("9009: a backup is late one millisecond after a day", () => {
  const day = 24 * 60 * 60 * 1000;

  expect(isLate(instant(1000), instant(1000 + day))).toBe(false);
  expect(isLate(instant(1000), instant(1001 + day))).toBe(true);
  expect(isLate(undefined, instant(0))).toBe(true);
});
