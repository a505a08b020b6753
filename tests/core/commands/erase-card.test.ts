import { describe, expect, test } from "vitest";
import { type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

/** A desk where k-1 was replaced by k-2, turned up again and was retained. */
function retained(): LossDesk {
  const desk = openLossDeskFor({ card: { serial: "020000000009" } });
  desk.does(desk.exchange("k-1"));
  desk.does(desk.retain(desk.swipe("k-1", "replaced")));
  return desk;
}

const factsOf = (desk: LossDesk, verdict: string) => {
  const preview = desk.preview(desk.erase(desk.swipe("k-1", verdict)));
  return preview.ok ? preview.value.outcome.facts : [];
};

describe("erasing a card that the counter has collected", () => {
  test("T34: before two tellers the erased card is recorded with its piece", () => {
    const desk = retained();

    const { decision, batch } = desk.does(desk.erase(desk.swipe("k-1", "retained")));

    expect(decision).toMatchObject({ level: "A1", slip: "general" });
    expect(batch.entries[0]).toEqual({ type: "card.erased", card: "k-1" });
    expect(batch.approvers).toEqual(["0002"]);
    expect(desk.see("card", "k-1")).toMatchObject({ life: "retained", erased: true });
    expect(desk.see("card", "k-2").erased).toBeUndefined();
  });

  test("the slip says which card, which piece, why it was collected, and that it is empty", () => {
    expect(factsOf(retained(), "retained")).toEqual([
      { name: "card", kind: "text", text: "622202*********0018" },
      { name: "customer", kind: "text", text: "**1" },
      { name: "piece", kind: "text", text: "020000000009" },
      { name: "collected", kind: "text", text: "旧卡" },
      { name: "note", kind: "term", term: "note.card-erased" },
    ]);
  });

  test("T34: a card given up at an exchange may be erased, with the reason of the exchange", () => {
    const desk = openLossDeskFor();
    desk.does(desk.exchange("k-1"));

    expect(factsOf(desk, "replaced")).toContainEqual({
      name: "collected",
      kind: "term",
      term: "exchange.damaged",
    });
  });

  test("T34: so may one given up when its new card of the same number was collected", () => {
    const desk = openLossDeskFor();
    desk.does(desk.exchange("k-1", { numbering: "same" }));
    desk.does(desk.arrive("o-1"));
    desk.does(desk.collect("o-1"));

    expect(factsOf(desk, "replaced")).toContainEqual({
      name: "collected",
      kind: "term",
      term: "collected.exchange",
    });
  });
});

describe("a card that must not be erased", () => {
  test("is one in use, not active yet, or reported lost", () => {
    const desk = openLossDeskFor();
    const notCollected = (life: string) => ({ code: "card.not-collected", life });
    expect(desk.refusal(desk.erase(desk.swipe("k-1")))).toEqual(notCollected("active"));

    desk.does(desk.oral("k-1"));
    expect(desk.refusal(desk.erase(desk.swipe("k-1", "reported-lost")))).toEqual(
      notCollected("active"),
    );
    desk.another(2, { life: "issued-inactive" });
    expect(desk.refusal(desk.erase(desk.swipe("k-2", "inactive")))).toEqual(
      notCollected("issued-inactive"),
    );
  });

  test("is the new card of the same number, although the old one was collected", () => {
    const desk = openLossDeskFor();
    desk.does(desk.exchange("k-1", { numbering: "same" }));
    desk.does(desk.arrive("o-1"));
    desk.does(desk.collect("o-1"));

    expect(desk.see("card", "k-2").pan).toBe(desk.see("card", "k-1").pan);
    expect(desk.refusal(desk.erase(desk.swipe("k-2", "inactive")))).toEqual({
      code: "card.not-collected",
      life: "issued-inactive",
    });
  });

  test.each(["replaced", "cancelled", "void"] as const)(
    "L14: is a %s one that nobody has given up yet; once retained it may be",
    (life) => {
      const desk = openLossDeskFor({ card: { life } });
      const erase = () => desk.erase(desk.swipe("k-1", life));
      expect(desk.refusal(erase())).toEqual({ code: "card.not-collected", life });

      desk.does(desk.retain(desk.swipe("k-1", life)));

      expect(desk.refusal(erase())).toBeUndefined();
    },
  );

  test("L13: is a counterfeit, even once it was taken in, and that makes no other one collected", () => {
    const desk = openLossDeskFor({ card: { life: "replaced" } });
    desk.does(desk.retain(desk.swipe("k-1", "counterfeit")));

    expect(desk.refusal(desk.erase(desk.swipe("k-1", "counterfeit")))).toEqual({
      code: "card.counterfeit",
    });
    expect(desk.refusal(desk.erase(desk.swipe("k-1", "replaced")))).toMatchObject({
      code: "card.not-collected",
    });
  });

  test("is another bank's, and one that nobody knows", () => {
    const desk = openLossDeskFor();

    expect(desk.refusal(desk.erase(desk.swipe(undefined, "foreign")))).toEqual({
      code: "card.foreign",
    });
    expect(desk.refusal(desk.erase(desk.swipe(undefined, "unknown")))).toEqual({
      code: "card.unknown",
    });
    expect(desk.refusal(desk.erase("e-99999999"))).toEqual({ code: "evidence.unknown" });
    expect(desk.refusal(desk.erase(desk.pin("a-1")))).toEqual({ code: "evidence.other-kind" });
  });

  test("is one that was erased already by the books", () => {
    const desk = retained();
    desk.does(desk.erase(desk.swipe("k-1", "retained")));

    expect(desk.refusal(desk.erase(desk.swipe("k-1", "retained")))).toEqual({
      code: "card.erased-already",
    });
  });
});

describe("an erasure that is posted", () => {
  const approved = () => {
    const desk = retained();
    const request = desk.erase(desk.swipe("k-1", "retained"));
    const grant = desk.ask(request, "0002");
    return { desk, request, grant: grant.ok ? grant.value.id : "" };
  };

  test("D03: was agreed to by a second teller", () => {
    const { desk, request } = approved();
    const written = desk.keep({ type: "erased", card: desk.see("card", "k-1").id });

    expect(desk.run(request, { written })).toMatchObject({
      refusal: { code: "authorisation.needed", level: "A1" },
    });
  });

  test("was read back empty, of that very card", () => {
    const { desk, request, grant } = approved();
    const notErased = { ok: false, refusal: { code: "card.not-erased" } };
    const other = desk.keep({ type: "erased", card: desk.see("card", "k-2").id });

    expect(desk.run(request, { grant })).toEqual(notErased);
    expect(desk.run(request, { grant, written: other })).toEqual(notErased);
    expect(desk.see("card", "k-1").erased).toBeUndefined();

    const own = desk.keep({ type: "erased", card: desk.see("card", "k-1").id });
    expect(desk.run(request, { grant, written: own })).toMatchObject({ ok: true });
  });
});
