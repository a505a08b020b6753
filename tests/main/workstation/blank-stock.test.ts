import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { known } from "#core/kernel/assert.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let at: AtCounter;

beforeAll(async () => {
  counter = await openWorkstation();
  at = atCounter(counter);
  await at.signOn("1001");
});
afterAll(() => counter.close());

const hand = async (holder: string, kind = "usb-key") => {
  const { hands } = await counter.get("stock.register", undefined);
  return known(
    hands.find((one) => one.holder === holder && one.kind === kind),
    `there is a hand of ${holder}`,
  );
};

describe("blank stock at the real counter", () => {
  test("V07: a hand-over takes the receiver's own word, and both boxes show it", async () => {
    const request = {
      code: "8002",
      input: { action: "hand-over", kind: "usb-key", to: "1002", count: 5 },
    } as const;

    expect(await at.approve(request, "2001")).toMatchObject({
      refusal: { code: "authorisation.only-by" },
    });
    const before = await hand("1001");
    await at.done(request, { grant: await at.grant(request, "1002") });

    const after = await hand("1001");
    expect(after.held.pieces).toBe(before.held.pieces - 5);
    expect(after.handedOver.pieces).toBe(5);
  });

  test("V05: a count is blind before it is posted; the day's end is told what it found", async () => {
    const { held } = await hand("1001");
    const [run] = held.ranges;
    const first = String(Number(run?.first) + 1).padStart(12, "0");
    const counted = [{ first, last: known(run, "the box has pieces").last }];
    const request = {
      code: "8005",
      input: { kind: "usb-key", holder: "1001", counted },
    } as const;
    const preview = await at.preview(request);

    const receipt = await at.done(request, { grant: await at.grant(request, "1002") });

    expect(JSON.stringify(preview)).not.toContain("missing");
    const { facts } = await counter.get("slip.view", { slip: receipt.slip ?? "" });
    expect(facts).toContainEqual({ name: "missing", kind: "text", text: "1" });
    expect(await hand("1001")).toMatchObject({ state: "difference" });
  });

  test("V09: what is lost is blocked for good, across a restart too", async () => {
    const { count } = await hand("1001");
    const ranges = known(count, "the box was counted").missing.ranges;
    const request = {
      code: "8004",
      input: { action: "lost", kind: "usb-key", holder: "1001", ranges, words: "碰库缺少" },
    } as const;
    await at.done(request, { grant: await at.grant(request, "3001") });
    const lost = ranges[0]?.first;
    await counter.close();

    counter = await openWorkstation(counter.folder);
    at = atCounter(counter);
    await at.sit("1001");

    expect(await hand("1001")).toMatchObject({ state: "settled", lost: { pieces: 1 } });
    expect((await hand("lost")).held.ranges).toEqual(ranges);
    const { stock } = await counter.get("workstation.view", undefined);
    expect(stock.find(({ kind }) => kind === "usb-key")?.next).not.toBe(lost);
  });

  test("R23: a teller is not told of a colleague's box", async () => {
    const { hands } = await counter.get("stock.register", undefined);

    expect(hands.map(({ holder }) => holder)).not.toContain("1002");
  });
});
