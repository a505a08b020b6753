import { describe, expect, test } from "vitest";
import type { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import { orderOf } from "#tests/support/freeze-desk.ts";
import { openReversalDesk, reversalOf } from "#tests/support/reversal-desk.ts";

describe("1106: a posting of the same day is undone", () => {
  test("C06: a deposit leaves account and box as they were, by legs that are its exact opposite", () => {
    const desk = openReversalDesk();
    const before = [desk.see("account", "a-1"), desk.box()];
    const deposit = desk.does(desk.deposit({ amount: 5_000_00 }));

    const { batch } = desk.does(reversalOf(deposit));

    expect([desk.see("account", "a-1"), desk.box()]).toEqual(before);
    expect(batch.entries[0]).toEqual({
      type: "money.posted",
      memo: "cash-in",
      postings: [
        { account: "cash:0001", amount: 5_000_00 },
        { account: "a-1", amount: -5_000_00 },
      ],
      reverses: deposit.batch.sequence,
    });
  });

  test("C06: a withdrawal and a transfer go back to whom they came from", () => {
    const desk = openReversalDesk();
    const accounts = () => [desk.see("account", "a-1"), desk.see("account", "a-2"), desk.box()];
    const before = accounts();
    const paid = desk.does(desk.payOut("k-1", { amount: 300_00 }));
    const sent = desk.does(desk.toNeighbour({ amount: 700_00 }));

    desk.does(reversalOf(paid));
    desk.does(reversalOf(sent));

    expect(accounts()).toEqual(before);
  });

  test("C06: the original stays as it was posted, and its slip is void and names the reversal", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit());
    const posted = JSON.stringify(deposit.batch);

    const { batch } = desk.does(reversalOf(deposit));

    const slip = slipOf(deposit.batch);
    expect(JSON.stringify(desk.batches()[deposit.batch.sequence - 1])).toBe(posted);
    expect(desk.see("slip", slip)).toMatchObject({
      status: "void",
      reversed: { by: batch.sequence, part: "whole" },
    });
    expect(desk.refusal(desk.copy(slip, "9003"))).toEqual({ code: "slip.void" });
  });

  test("C06: its own slip says what was undone, why, and what goes where, in red", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit({ card: "k-1", amount: 5_000_00 }));

    const { decision, batch } = desk.does(reversalOf(deposit));

    expect(decision.outcome.facts).toEqual([
      { name: "reversedSequence", kind: "text", text: String(deposit.batch.sequence) },
      { name: "reversedCode", kind: "text", text: "3011" },
      { name: "reversedSlip", kind: "text", text: slipOf(deposit.batch) },
      { name: "reversedAt", kind: "instant", instant: deposit.batch.recordedAt },
      { name: "card", kind: "text", text: "622202*********0018" },
      { name: "customer", kind: "text", text: "顾客1" },
      { name: "amount", kind: "money", amount: -5_000_00 },
      { name: "cashReturned", kind: "money", amount: 5_000_00 },
      { name: "box", kind: "text", text: "0001" },
      { name: "balanceAfter", kind: "money", amount: 8_000_00 },
      { name: "reversalReason", kind: "term", term: "reversal.amount-wrong" },
      { name: "reversalWords", kind: "text", text: "多输一个零" },
      { name: "note", kind: "term", term: "note.reversed-slip-void" },
    ]);
    expect(desk.see("slip", slipOf(batch)).facts).toEqual(decision.outcome.facts);
  });

  test("U07: the slip of a transfer undone states the payer's balance and nothing of the payee's", () => {
    const desk = openReversalDesk();
    const sent = desk.does(desk.toNeighbour({ amount: 700_00 }));

    const undone = desk.does(reversalOf(sent));

    const balances = undone.decision.outcome.facts.filter(({ name }) => name === "balanceAfter");
    expect(balances).toEqual([{ name: "balanceAfter", kind: "money", amount: 8_000_00 }]);
    expect(desk.fact(undone, "payeeAccount")).toMatchObject({ text: "0200*********0002" });
  });

  test("C01: the cash goes through the box that had it, whoever keys the reversal", () => {
    const desk = openReversalDesk();
    const before = desk.box();
    const paid = desk.does(desk.payOut("k-1", { amount: 300_00 }));
    desk.seat("0002");

    const undone = desk.does(reversalOf(paid));

    expect(desk.box()).toBe(before);
    expect(desk.fact(undone, "cashTakenBack")).toMatchObject({ amount: 300_00 });
    expect(desk.fact(undone, "box")).toMatchObject({ text: "0001" });
  });

  test("design 7: what was previewed is what is done", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit());
    const asked = desk.ask(reversalOf(deposit), "0100");
    const grant = asked.ok ? asked.value.id : "";

    const preview = desk.preview(reversalOf(deposit));

    expect(desk.run(reversalOf(deposit), { grant })).toMatchObject({
      value: { decision: preview.ok && preview.value },
    });
  });
});

describe("1106: the words about it", () => {
  test.each([
    "6222021234567890123",
    "6222 0212 3456 7890 123",
    "６２２２０２１２３４５６７８９０１２３",
  ])("K01: a card number typed as %s stands masked in journal and slip", (typed) => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit());

    const { batch } = desk.does(reversalOf(deposit, { words: `卡号 ${typed} 写错` }));

    const written = JSON.stringify(batch).normalize("NFKC").replace(/[ ]/g, "");
    expect(written).not.toContain("6222021234567890123");
    expect(written).toContain("写错");
  });
});

describe("1106: the second person", () => {
  test("C06, R08: is a supervisor who posted neither the original nor the reversal", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit());
    desk.seat("0002");

    expect(desk.ask(reversalOf(deposit), "0002")).toMatchObject({
      refusal: { code: "authorisation.self" },
    });
    expect(desk.ask(reversalOf(deposit), "0001")).toMatchObject({
      refusal: { code: "authorisation.own-posting" },
    });
    expect(desk.ask(reversalOf(deposit), "0100")).toMatchObject({ ok: true });
  });

  test("C06: is no supervisor who posted the original himself, for another one's request either", () => {
    const desk = openReversalDesk();
    desk.set({ rights: { "3011": ["teller", "supervisor"] } });
    desk.seat("0100");
    const deposit = desk.does(desk.deposit());
    desk.seat("0001");

    expect(desk.ask(reversalOf(deposit), "0100")).toMatchObject({
      refusal: { code: "authorisation.own-posting" },
    });
    const other = desk.ask(reversalOf(deposit), "0101");
    expect(desk.run(reversalOf(deposit), { grant: other.ok ? other.value.id : "" }).ok).toBe(true);
  });

  test("C06: is not the one who gave the word for the original, who vouched for that very mistake", () => {
    const desk = openReversalDesk();
    const request = desk.deposit({ amount: 300_000_00 });
    const agreed = desk.ask(request, "0100");
    const deposit = desk.run(request, { grant: agreed.ok ? agreed.value.id : "" });
    const { batch } = known(deposit.ok ? deposit.value : undefined, "0100 may approve it");
    expect(batch.approvers).toEqual(["0100"]);

    expect(desk.ask(reversalOf({ batch }), "0100")).toMatchObject({
      refusal: { code: "authorisation.own-posting" },
    });
    const other = desk.ask(reversalOf({ batch }), "0101");
    expect(desk.run(reversalOf({ batch }), { grant: other.ok ? other.value.id : "" }).ok).toBe(
      true,
    );
  });

  test("C06: a word that was given by such a person does not carry it", () => {
    const desk = openReversalDesk();
    desk.set({ rights: { "3011": ["teller", "supervisor"] } });
    desk.seat("0100");
    const deposit = desk.does(desk.deposit());
    desk.seat("0001");
    const asked = desk.ask(reversalOf(deposit), "0101");
    const grant = known(asked.ok ? asked.value : undefined, "0101 may approve");
    desk.post([{ type: "authorisation.given", grant: { ...grant, approvers: ["0100"] } }]);

    expect(desk.run(reversalOf(deposit), { grant: grant.id })).toMatchObject({
      refusal: { code: "authorisation.own-posting" },
    });
  });

  test("R08: nobody below a supervisor, and the audit asks for none", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit());

    expect(desk.run(reversalOf(deposit))).toMatchObject({
      refusal: { code: "authorisation.needed", level: "A2" },
    });
    expect(desk.ask(reversalOf(deposit), "0002")).toMatchObject({
      refusal: { code: "authorisation.level" },
    });
    desk.seat("0700");
    expect(desk.refusal(reversalOf(deposit))).toMatchObject({
      ...{ code: "teller.role", role: "auditor", may: ["teller"] },
    });
  });
});

describe("1106: which posting", () => {
  test("C05: is one of the counter that was posted, and no attempt, no word and nothing of the clock", () => {
    const desk = openReversalDesk();
    const refused = desk.post([{ type: "request.refused", refusal: "amount.zero" }], {
      teller: "0001",
      code: "3011",
    });
    const clock = desk.post([{ type: "clock.moved", byMs: 1 }]);
    const deposit = desk.deposit({ amount: 60_000_00 });
    desk.ask(deposit, "0100");
    const word = known(desk.batches().at(-1), "the word was written down");
    const unknown = { code: "reversal.unknown" };

    for (const batch of [refused, clock, word]) {
      expect(desk.refusal(reversalOf({ batch }))).toEqual(unknown);
    }
    const next = desk.batches().length + 1;
    expect(desk.refusal(reversalOf({ batch: { ...word, sequence: next } }))).toEqual(unknown);
  });

  test("C06: is undone once, and a reversal never", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit());
    const undone = desk.does(reversalOf(deposit));

    expect(desk.refusal(reversalOf(deposit))).toEqual({
      code: "reversal.already",
      by: undone.batch.sequence,
    });
    expect(desk.refusal(reversalOf(undone))).toEqual({ code: "reversal.of-reversal" });
  });

  test("C06: is of today up to the last second of the day", () => {
    const desk = openReversalDesk();
    desk.at("2026-03-18 23:59:58");
    const late = desk.does(desk.deposit());

    desk.at("2026-03-18 23:59:59");
    expect(desk.preview(reversalOf(late)).ok).toBe(true);
    desk.at("2026-03-19 00:00:00");
    expect(desk.refusal(reversalOf(late))).toEqual({
      code: "reversal.not-today",
      date: "2026-03-18",
    });
  });

  test("C06: what has a transaction of its own to undo it is sent there", () => {
    const desk = openReversalDesk();
    const report = desk.does(desk.formal("k-1"));
    const control = desk.does(desk.controlling());

    expect(desk.refusal(reversalOf(report))).toEqual({
      code: "reversal.has-own-opposite",
      opposite: "4006",
    });
    expect(desk.refusal(reversalOf(control))).toEqual({
      code: "reversal.has-own-opposite",
      opposite: "6009",
    });
  });

  test("C06: what cannot be unused stands, and the reason says what to do", () => {
    const desk = openReversalDesk();
    const exchange = desk.does(desk.exchange("k-1"));

    expect(desk.refusal(reversalOf(exchange))).toEqual({
      code: "reversal.stands",
      why: "piece-given",
    });
  });

  test("U07: one of an organ's is there for those with the duty alone", () => {
    const desk = openReversalDesk();
    const { batch: order } = desk.does({ code: "6001", input: orderOf(1_000_00) });

    expect(desk.refusal(reversalOf({ batch: order }))).toEqual({
      code: "reversal.has-own-opposite",
      opposite: "6004",
    });
    desk.seat("0002");
    expect(desk.refusal(reversalOf({ batch: order }))).toEqual({ code: "reversal.unknown" });
  });
});

/** The slip that a posting issued. */
function slipOf({ entries }: Batch): string {
  const [number] = entries.flatMap((entry) =>
    entry.type === "slip.issued" ? [entry.slip.number] : [],
  );
  return known(number, "the posting issued a slip");
}
