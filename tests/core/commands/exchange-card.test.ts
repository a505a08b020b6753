import { describe, expect, test } from "vitest";
import { type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

/** A desk where k-1 was exchanged by order, and the made card k-2 has arrived. */
function exchangedByOrder(): LossDesk {
  const desk = openLossDeskFor();
  desk.does(desk.exchange("k-1", { numbering: "same" }));
  desk.does(desk.arrive("o-1"));
  return desk;
}

describe("exchanging a card that is here", () => {
  test("T30, T34: with a new number replaces it at once and takes the old one back", () => {
    const desk = openLossDeskFor();

    const { batch, decision } = desk.does(desk.exchange("k-1"));

    expect(decision).toMatchObject({ level: "A2", slip: "exchange" });
    expect(batch.entries).toContainEqual({
      type: "piece.collected",
      card: "k-1",
      reason: "damaged",
    });
    expect(desk.see("card", "k-1")).toMatchObject({ life: "replaced", replacedBy: "k-2" });
    expect(desk.books().all("lossCase")).toEqual([]);
  });

  test("T32: with the same number orders one, and the old one works until then", () => {
    const desk = openLossDeskFor();

    const { decision } = desk.does(desk.exchange("k-1", { numbering: "same" }));

    expect(desk.see("order", "o-1")).toMatchObject({ status: "ordered", dueOn: "2026-04-01" });
    expect(decision.outcome.facts).toContainEqual({
      name: "note",
      kind: "term",
      term: "note.old-card-works-until-then",
    });
    expect(desk.preview(desk.payOut("k-1")).ok).toBe(true);
  });

  test("T31: is not ordered twice", () => {
    const desk = openLossDeskFor();
    desk.does(desk.exchange("k-1", { numbering: "same" }));

    expect(desk.refusal(desk.exchange("k-1", { numbering: "same" }))).toEqual({
      code: "production.already-ordered",
      order: "o-1",
    });
  });

  test("T31: by order is over once the holder took a new number instead", () => {
    const desk = exchangedByOrder();

    desk.does(desk.exchange("k-1"));

    expect(desk.see("order", "o-1").status).toBe("voided");
    expect(desk.see("card", "k-2").life).toBe("void");
    expect(desk.refusal(desk.collect("o-1"))).toEqual({ code: "production.settled" });
  });

  test("R10: after suspected skimming needs a new number", () => {
    const desk = openLossDeskFor();
    const reason = "skimming-suspected";

    expect(desk.refusal(desk.exchange("k-1", { reason, numbering: "same" }))).toEqual({
      code: "card.skimmed-needs-new-number",
    });
    expect(desk.preview(desk.exchange("k-1", { reason, numbering: "new" })).ok).toBe(true);
  });

  test("R14: is refused of another card, a counterfeit, or none", () => {
    const desk = openLossDeskFor();
    desk.enter(2);
    const refusal = (swipe: string) => desk.refusal(desk.exchange("k-1", { swipe }));

    expect(refusal(desk.swipe("k-2"))).toEqual({ code: "card.other-card-presented" });
    expect(refusal(desk.swipe("k-1", "counterfeit"))).toEqual({
      code: "card.retain",
      why: "counterfeit",
    });
    expect(refusal("e-99999999")).toEqual({ code: "evidence.unknown" });
    expect(refusal(desk.pin("a-1"))).toEqual({ code: "evidence.other-kind" });
  });

  test("T30: needs the holder's own document", () => {
    const desk = openLossDeskFor();
    desk.enter(2);

    expect(desk.refusal(desk.exchange("k-1", { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
  });

  test("V02: with a new number needs a blank piece in the box, written and read back", () => {
    const desk = openLossDeskFor();
    const request = desk.exchange("k-1");
    const asked = desk.ask(request, "0100");
    expect(desk.run(request, { grant: asked.ok ? asked.value.id : "" })).toEqual({
      ok: false,
      refusal: { code: "voucher.not-written" },
    });

    desk.seat("0002");
    expect(desk.refusal(desk.exchange("k-1"))).toEqual({ code: "voucher.box-empty", kind: "card" });
    expect(desk.preview(desk.exchange("k-1", { numbering: "same" })).ok).toBe(true);
  });

  test("5.1: is for cards in use, not for lost, ended or unknown ones", () => {
    const desk = openLossDeskFor();
    const again = desk.exchange("k-1");
    desk.does(desk.oral("k-1"));
    expect(desk.refusal(again)).toEqual({ code: "card.reported-lost", loss: "oral" });
    desk.does(desk.withdraw(desk.caseOf("k-1")));
    desk.does(desk.exchange("k-1"));

    expect(desk.refusal(again)).toEqual({ code: "card.not-active", life: "replaced" });
    expect(desk.preview(desk.exchange("k-2")).ok).toBe(true);
    expect(
      desk.refusal({ ...again, input: { ...again.input, card: "k-99" } } as typeof again),
    ).toEqual({ code: "card.unknown" });
  });

  test("5.1: is right for an expired card, which can no longer be reported lost", () => {
    const desk = openLossDeskFor({ card: { issuedOn: "2016-03-18" } });
    desk.at("2026-03-31");
    expect(desk.preview(desk.oral("k-1")).ok).toBe(true);

    desk.at("2026-04-01");

    expect(desk.refusal(desk.oral("k-1"))).toEqual({ code: "card.expired" });
    expect(desk.refusal(desk.pinLoss("k-1"))).toEqual({ code: "card.expired" });
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "card.expired" });
    expect(desk.preview(desk.exchange("k-1", { reason: "expired" })).ok).toBe(true);
  });

  test("5.1: keeps a locked PIN locked", () => {
    const desk = openLossDeskFor({ card: { pin: "locked", pinFailures: 3 } });

    desk.does(desk.exchange("k-1"));

    expect(desk.refusal(desk.activate("k-2"))).toEqual({ code: "card.pin-locked" });
  });

  test("5.1: under a full block is the branch head's business", () => {
    const desk = openLossDeskFor();
    desk.hold({ id: "h-bank", kind: "full-block", source: { type: "bank", reason: "涉诈" } });

    expect(desk.preview(desk.exchange("k-1"))).toMatchObject({ value: { level: "A3" } });
    expect(desk.preview(desk.exchange("k-1", { numbering: "same" }))).toMatchObject({
      value: { level: "A3" },
    });
  });
});

describe("handing over an exchanged card", () => {
  test("T32, T34: ends the old card, which is given up and punched", () => {
    const desk = exchangedByOrder();

    const { batch, decision } = desk.does(desk.collect("o-1"));

    expect(decision).toMatchObject({ level: "A1", slip: "exchange" });
    expect(batch.entries).toContainEqual({
      type: "piece.collected",
      card: "k-1",
      reason: "exchange",
    });
    expect(desk.see("card", "k-1")).toMatchObject({ life: "replaced", replacedBy: "k-2" });
    expect(desk.see("card", "k-2")).toMatchObject({ life: "issued-inactive", sequence: 2 });
    expect(desk.see("order", "o-1").status).toBe("handed-over");
  });

  test("5.1: under a full block is the branch head's business, here as well", () => {
    const desk = exchangedByOrder();
    desk.hold({ id: "h-bank", kind: "full-block", source: { type: "bank", reason: "涉诈" } });
    expect(desk.preview(desk.collect("o-1"))).toMatchObject({ value: { level: "A3" } });

    desk.post([{ type: "hold.lifted", hold: "h-bank" }]);
    expect(desk.preview(desk.collect("o-1"))).toMatchObject({ value: { level: "A1" } });
  });

  test("T34: needs the old card, the made card and the holder's document", () => {
    const desk = exchangedByOrder();
    desk.enter(3);
    const refusal = (over: Parameters<typeof desk.collect>[1]) =>
      desk.refusal(desk.collect("o-1", over));

    expect(refusal({ old: undefined })).toEqual({ code: "card.not-presented" });
    expect(refusal({ old: desk.swipe("k-2", "made") })).toEqual({
      code: "card.other-card-presented",
    });
    expect(refusal({ made: desk.swipe("k-1") })).toEqual({ code: "card.other-card-presented" });
    expect(refusal({ identity: desk.identity("c-3") })).toEqual({ code: "identity.mismatch" });
  });

  test("T25: hands the PIN over as it stands that day, not as it stood when the card was made", () => {
    const desk = exchangedByOrder();
    for (const wrong of ["000001", "000002", "000003"]) {
      desk.run(desk.payOut("k-1", { pin: desk.pin("a-1", wrong) }));
    }

    desk.does(desk.collect("o-1"));

    expect(desk.see("card", "k-2")).toMatchObject({ pin: "locked", pinFailures: 3 });
  });

  test("5.2: waits while the old card is reported lost, and is over once it was replaced", () => {
    const desk = exchangedByOrder();
    const request = desk.collect("o-1");
    desk.does(desk.formal("k-1"));
    expect(desk.refusal(request)).toEqual({ code: "card.reported-lost", loss: "formal" });

    desk.at("2026-03-26");
    desk.does(desk.replace(desk.caseOf("k-1")));

    expect(desk.refusal(request)).toEqual({ code: "production.settled" });
    expect(desk.see("card", "k-2").life).toBe("void");
  });

  test("5.1: is refused where the old card has ended another way", () => {
    const desk = exchangedByOrder();
    const request = desk.collect("o-1");
    desk.post([{ type: "card.cancelled", card: "k-1" }]);

    expect(desk.refusal(request)).toEqual({ code: "card.not-active", life: "cancelled" });
  });

  test("L06: gives way when the card is lost and one of the same number is ordered for that", () => {
    const desk = exchangedByOrder();
    desk.does(desk.formal("k-1", { numbering: "same" }));

    desk.does(desk.order(desk.caseOf("k-1")));

    expect(desk.see("order", "o-1").status).toBe("voided");
    expect(desk.see("order", "o-2")).toMatchObject({ status: "ordered", dueOn: "2026-04-01" });
    expect(desk.refusal(desk.order(desk.caseOf("k-1")))).toEqual({
      code: "production.already-ordered",
      order: "o-2",
    });
  });

  test("V10: is refused of an order that nobody knows", () => {
    const desk = exchangedByOrder();
    const request = desk.collect("o-1");

    expect(
      desk.refusal({ ...request, input: { ...request.input, order: "o-9" } } as typeof request),
    ).toEqual({ code: "production.unknown" });
  });
});

describe("a made card that arrives", () => {
  test("V10: is kept by the teller and a second person of the branch", () => {
    const desk = openLossDeskFor();
    desk.does(desk.exchange("k-1", { numbering: "same" }));
    const refusal = { code: "production.custodian" };

    expect(desk.refusal(desk.arrive("o-1", "0001"))).toEqual(refusal); // the teller again
    expect(desk.refusal(desk.arrive("o-1", "0700"))).toEqual(refusal); // the auditor
    expect(desk.refusal(desk.arrive("o-1", "0300"))).toEqual(refusal); // of another branch
    expect(desk.refusal(desk.arrive("o-1", "0999"))).toEqual(refusal); // nobody

    expect(desk.does(desk.arrive("o-1", "0002")).decision.level).toBe("A1");
    expect(desk.see("order", "o-1")).toMatchObject({
      status: "arrived",
      newCard: "k-2",
      arrivedOn: "2026-03-18",
      custodians: ["0001", "0002"],
    });
  });

  test("V10: arrives once", () => {
    const desk = exchangedByOrder();

    expect(desk.refusal(desk.arrive("o-1"))).toEqual({ code: "production.settled" });
    expect(desk.refusal(desk.arrive("o-2"))).toEqual({ code: "production.unknown" });
  });

  test("5.2: is not ordered for a PIN, nor before the report is in writing", () => {
    const desk = openLossDeskFor();
    desk.does(desk.pinLoss("k-1"));
    desk.does(desk.oral("k-1"));
    const [pin, oral] = desk.books().all("lossCase");

    expect(desk.refusal(desk.order(pin?.number ?? ""))).toEqual({ code: "loss.kind", kind: "pin" });
    expect(desk.refusal(desk.order(oral?.number ?? ""))).toEqual({
      code: "loss.not-open",
      status: "oral-active",
    });
  });
});
