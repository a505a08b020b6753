import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AtCounter } from "#tests/support/at-counter.ts";
import { type AtHome, purchase, transfer } from "#tests/support/at-home.ts";
import { CLIENT } from "#tests/support/banking-branch.ts";
import { linesOf, openBanking } from "#tests/support/online-counter.ts";
import type { OwnMachine } from "#tests/support/own-machine.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;

let own: OwnMachine;
let counter: TestedWorkstation;
let home: AtHome;
let people: AtCounter;

beforeEach(async () => {
  ({ own, counter, home, people } = await openBanking());
});
afterEach(() => counter.close());

const journal = () => linesOf(counter);

describe("wrong answers (P17, P18)", () => {
  beforeEach(() => home.logIn(CLIENT));

  /** So long that nobody stays logged in: she comes back. */
  async function comesBackAfter(ms: number): Promise<void> {
    own.pass(ms);
    await home.logIn(CLIENT);
  }
  const refusalOf = (reply: Awaited<ReturnType<AtHome["errs"]>>) =>
    reply.ok ? reply.value : reply.refusal;

  test("P17: three in a day stop trading on both channels until the next day", async () => {
    expect(refusalOf(await home.errs())).toEqual({
      code: "password-card.wrong-answer",
      triesLeft: 2,
    });
    expect(refusalOf(await home.errs())).toEqual({
      code: "password-card.wrong-answer",
      triesLeft: 1,
    });
    expect(refusalOf(await home.errs())).toEqual({ code: "password-card.locked-today" });

    expect(await home.pay()).toEqual({
      ok: false,
      refusal: { code: "password-card.locked-today" },
    });
    await home.logIn(CLIENT, "wap-bank");
    expect(await home.pay()).toEqual({
      ok: false,
      refusal: { code: "password-card.locked-today" },
    });
    expect((await home.session()).card).toMatchObject({ lock: "day", used: 0, left: 1000 });
    const counted = (await journal()).find(({ entries }) => entries.length === 2);
    expect(counted?.entries).toEqual(["password-card.answered-wrong", "request.refused"]);
  });

  test("P17: a day's lock is gone at midnight, and written down by whoever asks first", async () => {
    for (const _try of [1, 2, 3]) await home.errs();
    await comesBackAfter(13 * 60 * MINUTE_MS + 44 * MINUTE_MS + 59_000);
    expect(await home.pay()).toMatchObject({ refusal: { code: "password-card.locked-today" } });
    own.pass(1000);

    expect((await home.session()).card?.lock).toBe("none");
    expect(await home.spends()).toMatchObject({ ok: true });
    expect((await journal()).map(({ entries }) => entries)).toContainEqual([
      "password-card.day-lock-ended",
    ]);
  });

  test("P18: the tenth in a run, on day 4, locks for good: no day and no counter unlocks it", async () => {
    for (const _day of [1, 2, 3]) {
      for (const _try of [1, 2, 3]) await home.errs();
      await comesBackAfter(DAY_MS);
    }
    expect(refusalOf(await home.errs())).toEqual({ code: "password-card.locked" });

    await comesBackAfter(30 * DAY_MS);
    expect(await home.pay()).toEqual({ ok: false, refusal: { code: "password-card.locked" } });
    expect((await home.session()).card?.lock).toBe("hard");
  });

  test("P19: nine over three days and one right start the count anew", async () => {
    for (const _day of [1, 2, 3]) {
      for (const _try of [1, 2, 3]) await home.errs();
      await comesBackAfter(DAY_MS);
    }
    await home.spends();

    await people.sit();
    expect((await people.seen(CLIENT)).passwordCards[0]).toMatchObject({ wrongRun: 0 });
    expect(refusalOf(await home.errs())).toMatchObject({ triesLeft: 2 });
  });

  test("are counted one by one, even three at once", async () => {
    const asked = await home.challenged();
    const wrong = await home.wrongTo(asked);
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => home.answer(asked.challenge.id, wrong)),
    );

    expect(replies.map(refusalOf)).toEqual([
      { code: "password-card.wrong-answer", triesLeft: 2 },
      { code: "password-card.wrong-answer", triesLeft: 1 },
      { code: "password-card.locked-today" },
      { code: "password-card.locked-today" },
    ]);
    await people.sit();
    expect((await people.seen(CLIENT)).passwordCards[0]).toMatchObject({ wrongRun: 3 });
  });
});

describe("the switches (P24, P25)", () => {
  test("P24: are closed by the customer at home, at once", async () => {
    await home.logIn(CLIENT);
    const view = await counter.get("bank.close-switch", { which: "e-commerce" });

    expect(view.session?.switches).toEqual({ "e-commerce": false, "outward-transfer": true });
    expect(await home.pay(purchase)).toEqual({
      ok: false,
      refusal: { code: "e-bank.switch-closed", which: "e-commerce" },
    });
    expect(await home.pay(transfer)).toMatchObject({ ok: true });
  });
});
