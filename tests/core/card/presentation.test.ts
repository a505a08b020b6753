import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { Bin } from "#core/card/bin.ts";
import { Card } from "#core/card/card.ts";
import { Expiry } from "#core/card/expiry.ts";
import { Pan } from "#core/card/pan.ts";
import { judgeSwipe } from "#core/card/presentation.ts";
import { ServiceCode } from "#core/card/service-code.ts";

const TODAY = businessDate("2026-03-18");
const PAN = Pan.parse("6222020200123456788");
const issuer = { zh: "银行", en: "Bank" };
const range = { prefix: "622202", issuer, product: "debit", panLength: 19 } as const;
const ours = Bin.parse({
  ...range,
  serviceCodeBook: "ISO",
  own: true,
  serviceCode: "220",
  validityYears: 10,
  coercivity: "high",
  registration: "filed",
  registeredOn: "2007-03-01",
  enabledOn: "2007-06-18",
});
const theirs = Bin.parse({ ...range, serviceCodeBook: "ISO", own: false });
const oldBook = Bin.parse({ ...range, serviceCodeBook: "JRT", own: false });

function card(changed: Partial<Record<keyof Card, unknown>> = {}): Card {
  return Card.parse({
    id: "k-1",
    pan: PAN,
    account: "a-1",
    customer: "c-1",
    issuedOn: "2020-01-15",
    validityYears: 10,
    serviceCode: "220",
    life: "active",
    loss: "none",
    pin: "ok",
    pinFailures: 0,
    sequence: 1,
    trackVersion: 1,
    ...changed,
  });
}

function stripe(serviceCode = "220") {
  return {
    pan: PAN,
    expiry: Expiry.parse("3001"),
    serviceCode: ServiceCode.parse(serviceCode),
    additionalData: "1234501678",
  };
}

function judged(genuine: Card, today = TODAY) {
  return judgeSwipe({ track2: stripe(), bin: ours, ofNumber: [genuine], genuine }, today);
}

describe("a card of ours on the counter", () => {
  test("2.4: is current while it is in use, and stays with its holder", () => {
    expect(judged(card())).toEqual({ verdict: "current", card: card(), retain: false });
  });

  test("2.4: is inactive until it was activated", () => {
    const fresh = card({ life: "issued-inactive" });

    expect(judged(fresh)).toEqual({ verdict: "inactive", card: fresh, retain: false });
  });

  test("V10: is made as long as it waits for its holder", () => {
    expect(judged(card({ life: "made" }))).toMatchObject({ verdict: "made", retain: false });
  });

  test.each(["oral", "formal"])(
    "L15: is reported lost after an %s report, and not kept",
    (loss) => {
      expect(judged(card({ loss }))).toMatchObject({ verdict: "reported-lost", retain: false });
    },
  );

  test("L15: is reported lost even before it was activated", () => {
    const lost = card({ life: "issued-inactive", loss: "oral" });

    expect(judged(lost)).toMatchObject({ verdict: "reported-lost" });
  });

  test.each(["replaced", "cancelled", "retained", "void"])(
    "L14: that was %s is kept at the counter",
    (life) => {
      expect(judged(card({ life }))).toMatchObject({ verdict: life, retain: true });
    },
  );

  test("L14: that was replaced is replaced, whatever was reported of it before", () => {
    expect(judged(card({ life: "replaced", loss: "formal" }))).toMatchObject({
      verdict: "replaced",
    });
  });

  test("M11: is good on the last day of its month and expired on the day after", () => {
    const ofJanuary2030 = card();

    expect(judged(ofJanuary2030, businessDate("2030-01-31"))).toMatchObject({ verdict: "current" });
    expect(judged(ofJanuary2030, businessDate("2030-02-01"))).toMatchObject({
      verdict: "expired",
      retain: false,
    });
  });

  test("M11: that never expires is current in any year", () => {
    const lasting = card({ validityYears: 0 });

    expect(judged(lasting, businessDate("2099-12-31"))).toMatchObject({ verdict: "current" });
  });

  test("5.1: is called lost rather than expired, so that a finder learns nothing more", () => {
    const lost = card({ loss: "oral" });

    expect(judged(lost, businessDate("2030-02-01"))).toMatchObject({ verdict: "reported-lost" });
  });

  test("L13: the stripe decides which card of one number it is", () => {
    const old = card({ life: "replaced" });
    const fresh = card({ id: "k-2", trackVersion: 2 });
    const shown = { track2: stripe(), bin: ours, ofNumber: [old, fresh] };

    expect(judgeSwipe({ ...shown, genuine: fresh }, TODAY)).toMatchObject({
      verdict: "current",
      card: { id: "k-2" },
    });
    expect(judgeSwipe({ ...shown, genuine: old }, TODAY)).toMatchObject({
      verdict: "replaced",
      card: { id: "k-1" },
    });
  });
});

describe("a card that is none of ours", () => {
  test("L15: is a counterfeit of the last card of its number if the stripe is not its own", () => {
    const ofNumber = [card({ life: "replaced" }), card({ id: "k-2" })];

    expect(
      judgeSwipe({ track2: stripe(), bin: ours, ofNumber, genuine: undefined }, TODAY),
    ).toMatchObject({ verdict: "counterfeit", card: { id: "k-2" }, retain: true });
  });

  test("N02: is unknown if its number was never given out, in our range or in nobody's", () => {
    const never = { track2: stripe(), ofNumber: [], genuine: undefined };
    const unknown = { verdict: "unknown", card: undefined, retain: false };

    expect(judgeSwipe({ ...never, bin: ours }, TODAY)).toEqual(unknown);
    expect(judgeSwipe({ ...never, bin: undefined }, TODAY)).toEqual(unknown);
  });

  test("N02: is foreign if another bank's, and named by no card of ours", () => {
    const foreign = { track2: stripe("101"), bin: theirs, ofNumber: [], genuine: undefined };

    expect(judgeSwipe(foreign, TODAY)).toEqual({
      verdict: "foreign",
      card: undefined,
      retain: false,
    });
  });

  test("2.4: is a test card by its service code, whosever it is", () => {
    const shown = { track2: stripe("901"), ofNumber: [card()], genuine: card() };

    expect(judgeSwipe({ ...shown, bin: ours }, TODAY)).toMatchObject({ verdict: "test" });
    expect(judgeSwipe({ ...shown, bin: theirs }, TODAY)).toMatchObject({ verdict: "test" });
  });

  test("2.4: is a management card only by the book that knows such cards", () => {
    const shown = { track2: stripe("801"), ofNumber: [], genuine: undefined };

    expect(judgeSwipe({ ...shown, bin: oldBook }, TODAY)).toMatchObject({ verdict: "management" });
    expect(judgeSwipe({ ...shown, bin: theirs }, TODAY)).toMatchObject({ verdict: "foreign" });
  });

  test("2.4: of no known range is unknown, for without a book no code has a meaning", () => {
    const shown = { track2: stripe("901"), bin: undefined, ofNumber: [], genuine: undefined };

    expect(judgeSwipe(shown, TODAY)).toMatchObject({ verdict: "unknown" });
  });
});
