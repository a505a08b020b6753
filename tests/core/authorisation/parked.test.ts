import { describe, expect, test } from "vitest";
import {
  mayBeChecked,
  mayPark,
  maySeeParked,
  mayTakeUp,
  mayWithdraw,
  PARKED_MAX,
  Parked,
} from "#core/authorisation/parked.ts";
import { type ParkedEntry, parkedAfter } from "#core/authorisation/parked-entry.ts";
import { parkedStillWaiting } from "#core/authorisation/parked-still-waiting.ts";
import { TellerId } from "#core/teller/teller.ts";
import { fc } from "#tests/support/fast-check.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

const person = (id: string) => TellerId.parse(id);

const parked = (more: object = {}): Parked =>
  Parked.parse({
    id: "q-1",
    code: "3011",
    input: "{}",
    hash: "a".repeat(64),
    level: "A2",
    maker: "0001",
    parkedAt: Date.UTC(2026, 2, 18),
    date: "2026-03-18",
    status: "waiting",
    ...more,
  });

describe("parking", () => {
  test("9004: is for what needs somebody, and not for what the teller may do alone", () => {
    expect(mayPark(parked({ level: "A0" }), [])).toMatchObject({
      refusal: { code: "parked.needs-nobody" },
    });
    expect(mayPark(parked({ level: "A1" }), [])).toMatchObject({ ok: true });
  });

  test("9004: the very same request waits once", () => {
    expect(mayPark(parked(), [parked({ id: "q-7" })])).toEqual({
      ok: false,
      refusal: { code: "parked.already", parked: "q-7" },
    });
  });

  test("9004: one teller has so many open at most", () => {
    const open = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        parked({ id: `q-${index + 2}`, hash: index.toString(16).padStart(64, "0") }),
      );

    expect(mayPark(parked(), open(PARKED_MAX - 1))).toMatchObject({ ok: true });
    expect(mayPark(parked(), open(PARKED_MAX))).toMatchObject({
      refusal: { code: "parked.too-many", most: PARKED_MAX },
    });
  });
});

describe("who is shown a parked request", () => {
  test.each([
    ["0001", "teller", true],
    ["0002", "teller", false],
    ["0100", "supervisor", true],
    ["0900", "branch-head", true],
    ["0700", "auditor", false],
    ["0800", "administrator", false],
  ] as const)("U07: %s, a %s: %s", (id, role, isShown) => {
    expect(maySeeParked(parked(), { id: person(id), role })).toBe(isShown);
  });

  test("V07: whoever alone may speak for it, although a teller", () => {
    const handedOver = parked({ onlyBy: ["0002"] });

    expect(maySeeParked(handedOver, { id: person("0002"), role: "teller" })).toBe(true);
    expect(maySeeParked(handedOver, { id: person("0003"), role: "teller" })).toBe(false);
  });
});

describe("what becomes of it", () => {
  test.each([
    ["waiting", true, true, true],
    ["approved", true, true, true],
    ["declined", false, true, false],
    ["withdrawn", false, false, false],
    ["taken-up", false, false, false],
  ] as const)("9004: %s: checked %s, taken up %s, withdrawn %s", (status, checks, takes, draws) => {
    const one = parked({ status });

    expect(mayBeChecked(one).ok).toBe(checks);
    expect(mayTakeUp(one, person("0001")).ok).toBe(takes);
    expect(mayWithdraw(one, person("0001")).ok).toBe(draws);
    expect(mayTakeUp(one, person("0002"))).toMatchObject({ refusal: { code: "parked.not-yours" } });
    expect(mayWithdraw(one, person("0002")).ok).toBe(false);
  });

  // Goal: nothing that was posted ever waits or is posted again. Method: any run of steps that the
  // rules allow, in any order, by the maker and by a checker.
  test("9004: whatever is done in whichever order, it is posted once at most", () => {
    const step = fc.constantFrom("approve", "half", "decline", "withdraw", "post");
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now = parked();
        let posted = 0;
        for (const one of steps) {
          const entry = entryOf(one, now);
          if (!entry) continue;
          if (entry.type === "request.taken-up") posted += 1;
          now = parkedAfter(now, entry);
        }
        expect(posted).toBeLessThanOrEqual(1);
        expect(posted === 1).toBe(now.status === "taken-up");
      }),
    );
  });
});

describe("the day's end", () => {
  test("C03: waits for what waits, and for what was approved and not posted, and for nothing else", () => {
    const { post, books } = openLossDeskFor();
    const statuses = ["declined", "waiting", "withdrawn", "approved", "taken-up"];
    statuses.forEach((status, index) => {
      const request = parked({ id: `q-${index + 1}`, status });
      post([{ type: "request.parked", request }]);
    });

    expect(parkedStillWaiting(books())).toEqual([
      { what: "request-parked", whose: "0001", which: "q-2" },
      { what: "request-parked", whose: "0001", which: "q-4" },
    ]);
  });
});

type Step = Exclude<ParkedEntry, { type: "request.parked" }>;

/** The entry of a step, where the rules allow it. */
function entryOf(step: string, now: Parked): Step | undefined {
  const { id } = now;
  if (step === "post") {
    return mayTakeUp(now, now.maker).ok ? { type: "request.taken-up", parked: id } : undefined;
  }
  if (step === "withdraw") {
    return mayWithdraw(now, now.maker).ok ? { type: "request.withdrawn", parked: id } : undefined;
  }
  if (!mayBeChecked(now).ok) return undefined;
  const by = person("0100");
  return step === "decline"
    ? { type: "request.checked", parked: id, by, verdict: "declined", why: "不符" }
    : {
        type: "request.checked",
        parked: id,
        by,
        verdict: step === "half" ? "half" : "approved",
        grant: "g-1",
      };
}
