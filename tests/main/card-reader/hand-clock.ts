import type { Clock } from "#main/card-reader/clock.ts";

/** A clock that stands still until a test moves it. */
export interface HandClock extends Clock {
  /** Lets time pass, alarm by alarm. */
  advance(byMs: number): Promise<void>;
  /** Lets time pass, alarm by alarm, until the promise is settled. */
  until<T>(promise: Promise<T>): Promise<T>;
}

export function createHandClock(): HandClock {
  let nowMs = 0;
  let alarms: readonly { readonly dueMs: number; readonly run: () => void }[] = [];

  async function ringNext(untilMs: number): Promise<boolean> {
    await breathe();
    const dueMs = Math.min(...alarms.map((alarm) => alarm.dueMs));
    if (dueMs > untilMs || alarms.length === 0) return false;

    const next = alarms.find((alarm) => alarm.dueMs === dueMs);
    alarms = alarms.filter((alarm) => alarm !== next);
    nowMs = Math.max(nowMs, dueMs);
    next?.run();
    return true;
  }

  return {
    now: () => nowMs,
    after(delayMs, run) {
      const alarm = { dueMs: nowMs + delayMs, run };
      alarms = [...alarms, alarm];
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    async advance(byMs) {
      const untilMs = nowMs + byMs;
      while (await ringNext(untilMs)) await breathe();
      nowMs = untilMs;
    },
    async until(promise) {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
      };
      promise.then(settle, settle);
      await breathe();
      while (!isSettled) {
        const hasRung = await ringNext(Number.POSITIVE_INFINITY);
        await breathe();
        if (!hasRung && !isSettled) throw new Error("nothing is due and the promise is open");
      }
      return promise;
    },
  };
}

/** Lets everything run that waits for no clock. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
