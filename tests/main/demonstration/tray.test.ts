import { describe, expect, test } from "vitest";
import { findBin } from "#core/card/bin.ts";
import { trackVersionOf } from "#core/card/issued-stripe.ts";
import { judgeSwipe } from "#core/card/presentation.ts";
import { readStripe } from "#core/card/stripe-image.ts";
import { known } from "#core/kernel/assert.ts";
import { cast, customerId } from "#main/demonstration/cast.ts";
import { staff } from "#main/demonstration/staff.ts";
import { type TrayCard, trayLabels, trayOf } from "#main/demonstration/tray.ts";
import { stripeComposer } from "#main/issuing/stripe.ts";
import { bins, booksOf, foundedOn, TODAY } from "./founded.ts";

const books = booksOf(foundedOn(TODAY));
const compose = stripeComposer(new Uint8Array(32).fill(7));
const tray = trayOf(books, { compose, bins, today: TODAY, teller: staff.teller });

/** What the counter makes of a card on the tray, by its own rules. */
function verdictOn({ tracks }: TrayCard): string {
  const read = readStripe({ track1: tracks[1], track2: tracks[2], track3: tracks[3] });
  if (!read.ok) return read.refusal.code;

  const { track2 } = read.value;
  const ofNumber = books.list("card", "pan", track2.pan);
  const genuine = ofNumber.find((card) => {
    const { latinName } = known(books.find("customer", card.customer), "a card has a holder");
    return (
      card.trackVersion === trackVersionOf(track2) && compose(card, latinName).track2 === tracks[2]
    );
  });
  return judgeSwipe({ track2, bin: findBin(bins, track2.pan), ofNumber, genuine }, TODAY).verdict;
}

function verdictsOn(label: TrayCard["label"]): ReadonlySet<string> {
  return new Set(tray.filter((card) => card.label === label).map(verdictOn));
}

function onTray(id: string): TrayCard {
  return known(
    tray.find((card) => card.id === id),
    "the card is on the tray",
  );
}

describe("the tray of the presenter", () => {
  test("L13: has every card that was ever given out, each with a stripe of its own", () => {
    const issued = tray.filter(({ kind }) => kind === "customer" || kind === "made");

    expect(issued.map(({ id }) => id)).toEqual(books.all("card").map(({ id }) => id));
    expect(new Set(issued.map(({ tracks }) => tracks[2])).size).toBe(issued.length);
    expect(issued.every(({ tracks }) => tracks[1] && tracks[3])).toBe(true);
  });

  test("L14, 2.4: has a card for every answer that the counter can give to a swipe", () => {
    expect(verdictsOn("in-use")).toEqual(new Set(["current"]));
    expect(verdictsOn("not-activated")).toEqual(new Set(["inactive"]));
    expect(verdictsOn("expired")).toEqual(new Set(["expired"]));
    expect(verdictsOn("reported-lost")).toEqual(new Set(["reported-lost"]));
    expect(verdictsOn("made")).toEqual(new Set(["made"]));
    expect(verdictsOn("replaced")).toEqual(new Set(["replaced"]));
    expect(verdictsOn("cancelled")).toEqual(new Set(["cancelled"]));
    expect(verdictsOn("retained")).toEqual(new Set(["retained"]));
    expect(verdictsOn("foreign")).toEqual(new Set(["foreign"]));
    expect(verdictsOn("unknown")).toEqual(new Set(["unknown"]));
    expect(verdictsOn("test")).toEqual(new Set(["test"]));
    expect(verdictsOn("management")).toEqual(new Set(["management"]));
    expect(verdictsOn("counterfeit")).toEqual(new Set(["counterfeit"]));
  });

  test("M05, M06: has a card put together from two, which Track 2 alone does not betray", () => {
    const { tracks } = onTray("put-together");
    const read = readStripe({ track1: tracks[1], track2: tracks[2] });

    expect(verdictsOn("put-together")).toEqual(new Set(["current"]));
    expect(read.ok && read.value.disagreements).toContainEqual({ track: 1, field: "pan" });
  });

  test("2.3: has a card whose month is none, and one that nobody can read", () => {
    const { tracks } = onTray("bad-month");

    expect(readStripe({ track2: tracks[2] })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 2, field: "expiry", reason: "month" },
    });
    expect(onTray("unreadable").damaged).toEqual([1, 2, 3]);
  });

  test("VE10: the card that was lost and the one that took its place differ on Track 2", () => {
    const [lost, collected] = books.list("card", "customer", customerId(cast.sameNumberCollected));

    expect(lost?.pan).toBe(collected?.pan);
    expect(onTray(lost?.id ?? "").tracks[2]).not.toBe(onTray(collected?.id ?? "").tracks[2]);
  });

  test("V02: has the next blank pieces of the box of whoever is signed on, empty", () => {
    const blanks = tray.filter(({ kind }) => kind === "blank");
    const [first] = known(books.find("stock", "card:1001"), "a box").ranges;

    expect(blanks).toHaveLength(3);
    expect(blanks[0]?.id).toBe(`blank-${first?.first}`);
    expect(blanks.every(({ tracks }) => Object.keys(tracks).length === 0)).toBe(true);
  });

  test("V02: has no blank piece while nobody is signed on", () => {
    const unattended = trayOf(books, { compose, bins, today: TODAY });

    expect(unattended.some(({ kind }) => kind === "blank")).toBe(false);
  });

  test("K01: says no card number in full", () => {
    const shown = tray.map(({ id, label, number }) => `${id} ${label} ${number}`).join("\n");

    expect(shown).not.toMatch(/\d{13}/);
    expect(tray.every(({ label }) => trayLabels.includes(label))).toBe(true);
  });

  test("has every card under a name of its own", () => {
    expect(new Set(tray.map(({ id }) => id)).size).toBe(tray.length);
  });
});
