import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { businessDate } from "#core/calendar/business-date.ts";
import { Card, CardLife, expiryOf, isCurrent, mayUse } from "#core/card/card.ts";
import { CardEntry, cardAfter } from "#core/card/card-entry.ts";
import { card as invented } from "#tests/main/ledger/invented.ts";

const TODAY = businessDate("2026-03-18");

/** An active card of ten years, made in March 2026 unless told otherwise. */
const card = (over: Partial<z.input<typeof Card>> = {}) =>
  Card.parse({ ...invented(1, { account: "a-1", customer: "c-1" }), validityYears: 10, ...over });

const refusal = (over: Partial<z.input<typeof Card>>, today = TODAY) => {
  const may = mayUse(card(over), today);
  return may.ok ? undefined : may.refusal;
};

describe("whether a card may be used", () => {
  test("5.1: an active card without any mark may", () => {
    expect(mayUse(card(), TODAY)).toEqual({ ok: true, value: card() });
  });

  test("L14, 5.1: a card that is none any more is to be kept", () => {
    expect(
      CardLife.options.map((life) => [life, refusal({ life, loss: "formal", pin: "lost" })?.code]),
    ).toEqual([
      ["made", "card.reported-lost"],
      ["issued-inactive", "card.reported-lost"],
      ["active", "card.reported-lost"],
      ["replaced", "card.retain"],
      ["cancelled", "card.retain"],
      ["retained", "card.retain"],
      ["void", "card.retain"],
    ]);
    expect(refusal({ life: "retained" })).toEqual({ code: "card.retain", why: "retained" });
    expect(refusal({ life: "void" })).toEqual({ code: "card.retain", why: "void" });
  });

  test("5.1: a card not yet active is refused by name", () => {
    expect(refusal({ life: "made" })).toEqual({ code: "card.not-active", life: "made" });
    expect(refusal({ life: "issued-inactive" })).toEqual({
      code: "card.not-active",
      life: "issued-inactive",
    });
  });

  test("L21: loss comes before expiry and expiry before the PIN", () => {
    const old = { issuedOn: "2016-02-01" };

    expect(refusal({ ...old, loss: "oral", pin: "locked" })).toEqual({
      code: "card.reported-lost",
      loss: "oral",
    });
    expect(refusal({ ...old, pin: "locked" })).toEqual({ code: "card.expired" });
    expect(refusal({ pin: "locked" })).toEqual({ code: "card.pin-locked" });
    expect(refusal({ pin: "lost" })).toEqual({ code: "card.pin-lost" });
  });

  test("M11: it is good through the last day of its month, and for ever with 0 years", () => {
    const made = { issuedOn: "2016-03-18" };

    expect(expiryOf(card(made))).toBe("2603");
    expect(refusal(made, businessDate("2026-03-31"))).toBeUndefined();
    expect(refusal(made, businessDate("2026-04-01"))).toEqual({ code: "card.expired" });
    expect(refusal({ ...made, validityYears: 0 }, businessDate("2099-01-01"))).toBeUndefined();
  });

  test("5.1: it is one of the customer's living media once handed over, and until it ends", () => {
    expect(CardLife.options.filter((life) => isCurrent(card({ life })))).toEqual([
      "issued-inactive",
      "active",
    ]);
  });
});

describe("the life of a card", () => {
  const afterwards = (
    over: Parameters<typeof card>[0],
    entry: Exclude<z.input<typeof CardEntry>, { type: "card.entered" }>,
  ) => {
    const parsed = CardEntry.parse(entry);
    if (parsed.type === "card.entered") throw new Error("a card enters once");
    return cardAfter(card(over), parsed);
  };

  test("5.1: is told by entries that change one fact each", () => {
    expect(afterwards({ life: "made" }, { type: "card.handed-over", card: "k-1" })).toEqual(
      card({ life: "issued-inactive" }),
    );
    expect(
      afterwards({ life: "issued-inactive" }, { type: "card.activated", card: "k-1" }),
    ).toEqual(card());
    expect(afterwards({}, { type: "card.loss-marked", card: "k-1", loss: "oral" })).toEqual(
      card({ loss: "oral" }),
    );
    expect(afterwards({}, { type: "card.replaced", card: "k-1", by: "k-2" })).toEqual(
      card({ life: "replaced", replacedBy: "k-2" }),
    );
    expect(afterwards({}, { type: "card.cancelled", card: "k-1" })).toEqual(
      card({ life: "cancelled" }),
    );
    expect(afterwards({}, { type: "card.voided", card: "k-1" })).toEqual(card({ life: "void" }));
    expect(afterwards({}, { type: "card.retained", card: "k-1", reason: "旧卡" })).toEqual(
      card({ life: "retained", collected: "旧卡" }),
    );
    expect(afterwards({ life: "retained" }, { type: "card.erased", card: "k-1" })).toEqual(
      card({ life: "retained", erased: true }),
    );
  });

  test("T25: counts wrong PINs, locks on the last, and forgets them after a right one", () => {
    const counted = { pinFailures: 2 };

    expect(afterwards(counted, { type: "card.pin-failed", card: "k-1", locks: false })).toEqual(
      card({ pinFailures: 3 }),
    );
    expect(afterwards(counted, { type: "card.pin-failed", card: "k-1", locks: true })).toEqual(
      card({ pinFailures: 3, pin: "locked" }),
    );
    expect(afterwards(counted, { type: "card.pin-passed", card: "k-1" })).toEqual(card());
  });

  test("T23: a lost PIN stays lost when it is merely known again, until its case ends", () => {
    const lost = { pin: "lost", pinFailures: 1 } as const;

    expect(afterwards(lost, { type: "card.pin-passed", card: "k-1" }).pin).toBe("lost");
    expect(afterwards(lost, { type: "card.pin-found", card: "k-1" })).toEqual(card());
    expect(afterwards(lost, { type: "card.pin-set", card: "k-1", verifier: "v" })).toEqual(
      card({ pinVerifier: "v" }),
    );
    expect(afterwards({}, { type: "card.pin-lost", card: "k-1" })).toEqual(card({ pin: "lost" }));
  });

  test("T25: a made card takes the PIN over as it stands when it is handed over", () => {
    const pin = { pin: "locked", pinVerifier: "v", pinFailures: 3 } as const;

    expect(afterwards({ life: "made" }, { type: "card.handed-over", card: "k-1", pin })).toEqual(
      card({ life: "issued-inactive", ...pin }),
    );
  });

  test("M25: a card whose sequence is no digit is not one", () => {
    expect(() => card({ sequence: 10 })).toThrow();
    expect(card({ sequence: 9 }).sequence).toBe(9);
    expect(() => card({ trackVersion: 100 })).toThrow();
    expect(() => card({ trackVersion: 0 })).toThrow();
  });
});
