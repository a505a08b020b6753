import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EPayWindow, ePayWindow } from "#tests/support/e-pay-window.ts";
import { openBanking } from "#tests/support/online-counter.ts";
import type { OwnMachine } from "#tests/support/own-machine.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let own: OwnMachine;
let counter: TestedWorkstation;
let she: EPayWindow;

beforeEach(async () => {
  ({ own, counter } = await openBanking());
  own.pass(DAY_MS); // On the day of its opening an account takes no channel from home (R17).
  she = ePayWindow(counter);
  await she.enrol();
});
afterEach(() => counter.close());

const buying = (amount: number) => ({ kind: "purchase", merchant: "样例书店", amount }) as const;

/** Cancels and enrols the same card anew, all by herself. */
async function enrolledAnew(): Promise<void> {
  own.pass(MINUTE_MS);
  await she.enters();
  await counter.get("e-pay.cancel", undefined);
  own.pass(MINUTE_MS);
  await she.enrol();
  own.pass(MINUTE_MS);
}

async function entered() {
  const reply = await she.enters();
  own.pass(MINUTE_MS);
  return reply.ok ? reply.value.entered : undefined;
}

describe("to cancel and to enrol anew from home", () => {
  test("E15: does not begin the day, nor the month, at nothing again", async () => {
    expect(await she.pays(buying(4_000_00))).toMatchObject({ ok: true });
    await enrolledAnew();

    expect(await she.pay(buying(1_000_01))).toEqual({
      ok: false,
      refusal: { code: "e-pay.over-day-limit", limit: 5_000_00, paid: 4_000_00 },
    });
    expect(await entered()).toMatchObject({ paid: { day: 4_000_00, month: 4_000_00 } });
    await enrolledAnew();
    expect(await entered()).toMatchObject({ paid: { day: 4_000_00, month: 4_000_00 } });
  });

  test("E15: does not bring back limits that she had lowered; only the counter raises them", async () => {
    await she.enters();
    await counter.get("e-pay.lower-limits", { limits: { single: 100_00, day: 300_00 } });
    await enrolledAnew();

    expect(await entered()).toMatchObject({ limits: { single: 100_00, day: 300_00 } });
    expect(await she.pay(buying(100_01))).toMatchObject({
      refusal: { code: "e-pay.over-single-limit", limit: 100_00 },
    });
  });
});
