import { describe, expect, test } from "vitest";
import { type EBankDesk, openEBankDesk } from "#tests/support/e-bank-desk.ts";
import type { Holder } from "#tests/support/loss-desk.ts";

type Opening = Parameters<EBankDesk["openInternetBank"]>[1];

/** Why the internet bank is not opened for such a holder, or with such evidence. */
function refusal(holder: Holder, over: Opening = {}) {
  const desk = openEBankDesk(holder);
  return desk.refusal(desk.openInternetBank("k-1", over));
}

describe("what is shown before anything hangs on a card", () => {
  test("P31: the holder's own valid document, to its last day", () => {
    const desk = openEBankDesk({ customer: { documentValidTo: "2026-03-18" } });
    desk.enter(2);

    expect(desk.refusal(desk.openInternetBank("k-1", { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
    expect(desk.preview(desk.openInternetBank("k-1")).ok).toBe(true);
    desk.at("2026-03-19");
    expect(desk.refusal(desk.openInternetBank("k-1"))).toEqual({
      code: "identity.expired",
      validTo: "2026-03-18",
    });
  });

  test("3.8: a document that the check calls invalid opens nothing; a doubt is the teller's", () => {
    const desk = openEBankDesk();
    const shown = (check: "document-invalid" | "name-mismatch") =>
      desk.refusal(desk.openInternetBank("k-1", { identity: { ...desk.identity("c-1"), check } }));

    expect(shown("document-invalid")).toEqual({
      code: "identity.check-failed",
      result: "document-invalid",
    });
    expect(shown("name-mismatch")).toEqual({
      code: "identity.doubt-unresolved",
      result: "name-mismatch",
    });
    const settled = { ...desk.identity("c-1"), check: "name-mismatch" } as const;
    const request = desk.openInternetBank("k-1", {
      identity: { ...settled, resolution: { by: "known-in-person" } },
    });
    expect(desk.refusal(request)).toBeUndefined();
  });

  test("P31, R14: the very card, genuine, in the reader", () => {
    const desk = openEBankDesk();
    desk.another(2);
    const swiped = (swipe: string) => desk.refusal(desk.openInternetBank("k-1", { swipe }));

    expect(swiped(desk.swipe("k-2"))).toEqual({ code: "card.other-card-presented" });
    expect(swiped(desk.swipe("k-1", "counterfeit"))).toEqual({
      code: "card.retain",
      why: "counterfeit",
    });
    expect(swiped("e-99999999")).toEqual({ code: "evidence.unknown" });
    expect(swiped(desk.bankPassword("c-1"))).toEqual({ code: "evidence.other-kind" });
    expect(desk.refusal(desk.openInternetBank("k-1", { card: "k-9" }))).toEqual({
      code: "card.unknown",
    });
  });

  test("3.5, U07: an account that an order bars says no more than that, one that the bank bars its own", () => {
    const desk = openEBankDesk();
    desk.hold({ id: "h-1" });
    const opened = () => desk.refusal(desk.openInternetBank("k-1"));

    expect(opened()).toEqual({ code: "account.judicial-freeze" });
    desk.hold({ id: "h-2", source: { type: "bank", reason: "other" } });
    expect(opened()).toEqual({ code: "account.debit-blocked" });
  });

  test("R19: the right PIN; a wrong one is refused and counted", () => {
    const desk = openEBankDesk();
    const wrong = { pin: desk.pin("a-1", "000001") };

    expect(desk.refusal(desk.openInternetBank("k-1", wrong))).toEqual({
      code: "card.pin-wrong",
      triesLeft: 2,
    });
    expect(desk.see("card", "k-1").pinFailures).toBe(1);
    desk.run(desk.openInternetBank("k-1", wrong));
    desk.run(desk.openInternetBank("k-1", wrong));

    expect(desk.see("card", "k-1").pin).toBe("locked");
    expect(desk.refusal(desk.openInternetBank("k-1"))).toEqual({ code: "card.pin-locked" });
    expect(desk.relationOf("c-1", "internet-bank")).toBeUndefined();
  });

  test("T25: the right PIN clears what was counted, in the posting that it allows", () => {
    const desk = openEBankDesk({ card: { pinFailures: 2 } });

    const { batch } = desk.does(desk.openInternetBank("k-1"));

    expect(batch.entries[0]).toEqual({ type: "card.pin-passed", card: "k-1" });
    expect(desk.see("card", "k-1").pinFailures).toBe(0);
  });

  test("P07: of an account that pays day by day: a time deposit is drawn whole", () => {
    const of = (product: "time-deposit" | "settlement" | "demand-savings") =>
      refusal({ account: { product } });

    expect(of("time-deposit")).toEqual({ code: "e-bank.deposit-account" });
    expect(of("settlement")).toBeUndefined();
    expect(of("demand-savings")).toBeUndefined();
  });

  test("5.1: a PIN reported forgotten opens nothing, even to whoever knows it", () => {
    const desk = openEBankDesk();
    desk.another(2);
    desk.does(desk.pinLoss("k-1"));

    expect(desk.refusal(desk.openInternetBank("k-1"))).toEqual({ code: "card.pin-lost" });
    expect(desk.refusal(desk.openInternetBank("k-2"))).toBeUndefined();
  });

  test("5.1: a card that has expired, or an account that is closed, opens nothing", () => {
    expect(refusal({ card: { issuedOn: "2010-01-01" } })).toEqual({ code: "card.expired" });
    expect(refusal({ account: { life: "closed" } })).toEqual({ code: "account.closed" });
  });
});
