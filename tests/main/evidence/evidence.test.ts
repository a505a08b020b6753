import { describe, expect, test } from "vitest";
import { RequestHash } from "#core/authorisation/grant.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { CardId } from "#core/card/card.ts";
import { Pan } from "#core/card/pan.ts";
import { EvidenceRef } from "#core/contract/transactions.ts";
import { Serial } from "#core/voucher/stock.ts";
import { createEvidenceBox, refsIn } from "#main/evidence/evidence.ts";

const QUARTER_OF_AN_HOUR = 15 * 60_000;
const swipe = { type: "swipe", card: undefined, verdict: "unknown" } as const;

describe("what devices have seen", () => {
  test("serves for a quarter of an hour, and not a moment longer", () => {
    let now = 0;
    const box = createEvidenceBox(() => now);
    const ref = box.keep(swipe);

    now = QUARTER_OF_AN_HOUR;
    expect(box.look(ref)).toEqual(swipe);
    now += 1;
    expect(box.look(ref)).toBeUndefined();
  });

  test("has an age for as long as it serves", () => {
    let now = 5;
    const box = createEvidenceBox(() => now);
    const ref = box.keep(swipe);

    now += QUARTER_OF_AN_HOUR;
    expect(box.ageMs(ref)).toBe(QUARTER_OF_AN_HOUR);
    now += 1;
    expect(box.ageMs(ref)).toBeUndefined();
    expect(box.ageMs("e-unknown-ref")).toBeUndefined();
  });

  test("is gone once it is used up, and nothing else with it", () => {
    const box = createEvidenceBox(() => 0);
    const [one, other] = [box.keep(swipe), box.keep(swipe)];

    box.burn([one, "e-unknown-ref"]);

    expect(box.look(one)).toBeUndefined();
    expect(box.look(other)).toEqual(swipe);
  });

  test("is all gone when the teller leaves", () => {
    const box = createEvidenceBox(() => 0);
    const ref = box.keep(swipe);

    box.empty();

    expect(box.look(ref)).toBeUndefined();
  });

  test("is two hundred things at most; the oldest gives way", () => {
    const box = createEvidenceBox(() => 0);
    const refs = Array.from({ length: 201 }, () => box.keep(swipe));

    expect(box.look(refs[0] ?? "")).toBeUndefined();
    expect(box.look(refs[1] ?? "")).toEqual(swipe);
    expect(box.look(refs[200] ?? "")).toEqual(swipe);
  });

  test("of a written card is for the request it was written for alone", () => {
    const box = createEvidenceBox(() => 0);
    const [own, other] = ["a", "b"].map((digit) => RequestHash.parse(digit.repeat(64)));
    const written = {
      type: "written",
      serial: Serial.parse("020012345678"),
      pan: Pan.parse("6222020200123456788"),
      trackVersion: 1,
      issuedOn: businessDate("2026-03-18"),
    } as const;
    const ref = box.keepWritten(written, own ?? RequestHash.parse(""));

    expect(box.lookWritten(ref, own ?? RequestHash.parse(""))).toEqual(written);
    expect(box.lookWritten(ref, other ?? RequestHash.parse(""))).toBeUndefined();
    expect(box.lookWritten(box.keep(swipe), own ?? RequestHash.parse(""))).toBeUndefined();
  });
});

test("of an erased card is for the request it was erased for alone", () => {
  const box = createEvidenceBox(() => 0);
  const [own = RequestHash.parse(""), other = RequestHash.parse("")] = ["a", "b"].map((digit) =>
    RequestHash.parse(digit.repeat(64)),
  );
  const erased = { type: "erased", card: CardId.parse("k-1") } as const;
  const ref = box.keepWritten(erased, own);

  expect(box.lookWritten(ref, own)).toEqual(erased);
  expect(box.lookWritten(ref, other)).toBeUndefined();
});

describe("the names of evidence in a request", () => {
  test("are found wherever they stand, and nothing else is", () => {
    const [one, two] = ["e-00000001", "e-00000002"].map((ref) => EvidenceRef.parse(ref));
    const input = { swipe: one, identity: { document: { by: "reader", ref: two } }, amount: 5 };

    expect(refsIn(input)).toEqual([one, two]);
    expect(refsIn({ reason: "e-mail was lost", card: "k-12", none: null })).toEqual([]);
  });
});
