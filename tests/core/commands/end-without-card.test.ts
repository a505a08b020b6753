import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

/** A desk on 26 March 2026 where the written report of k-1 has matured. */
function matured(balance = 8_000_00) {
  const desk = openLossDeskFor({ balance });
  desk.does(desk.formal("k-1"));
  desk.at("2026-03-26 09:00:00");
  return { desk, number: desk.caseOf("k-1") };
}

describe("closing the account instead", () => {
  test("T11: pays balance and interest out, and ends the account with its cards", () => {
    const { desk, number } = matured();
    desk.another(2);
    const box = desk.see("branchBalance", "cash:0001").balance;

    const { decision, batch } = desk.does(desk.close(number));

    // 8,000.00 for 8 days at 0.05 % on 360 days: 8.89 fen.
    expect(decision).toMatchObject({ level: "A2", slip: "general" });
    expect(decision.outcome.facts).toEqual(
      expect.arrayContaining([
        { name: "interest", kind: "money", amount: 9 },
        { name: "payout", kind: "money", amount: 8_000_09 },
        { name: "balanceAfter", kind: "money", amount: 0 },
      ]),
    );
    expect(decision.outcome.facts.filter(({ name }) => name === "cancelledCard")).toEqual([
      { name: "cancelledCard", kind: "text", text: "622202*********0026" },
    ]);
    expect(desk.see("account", "a-1")).toMatchObject({ life: "closed", balance: 0 });
    expect(desk.see("branchBalance", "cash:0001").balance).toBe(box + 8_000_09);
    expect(desk.see("card", "k-1").life).toBe("cancelled");
    expect(desk.see("card", "k-2").life).toBe("cancelled");
    expect(desk.see("lossCase", number).status).toBe("closed-account");
    expect(desk.see("hold", `h-${number}`).status).toBe("lifted");
    expect(batch.entries.map(({ type }) => type)).not.toContain("relations.closed");
  });

  test("T35: closes the relations of its cards, and voids what was ordered for any of them", () => {
    const { desk, number } = matured();
    desk.another(2);
    desk.does(desk.exchange("k-2", { numbering: "same" }));
    desk.does(desk.order(number));
    desk.does(desk.arrive("o-2"));
    desk.post([
      {
        type: "relation.bound",
        relation: {
          id: "r-1",
          kind: "e-pay",
          customer: "c-1",
          account: "a-1",
          card: "k-1",
          label: "e支付",
          status: "active",
        },
      },
    ]);

    desk.does(desk.close(number));

    expect(desk.see("relation", "r-1").status).toBe("closed");
    expect(desk.see("order", "o-1").status).toBe("voided");
    expect(desk.see("order", "o-2").status).toBe("voided");
    expect(desk.see("card", "k-3").life).toBe("void");
  });

  test("D05: pays the sum that was approved; money that came in since makes it another", () => {
    const { desk, number } = matured();
    const request = desk.close(number);
    const asked = desk.ask(request, "0100");
    const grant = asked.ok ? asked.value.id : undefined;
    desk.does(desk.deposit({ amount: 20_000_00 }));

    expect(desk.run(request, { grant })).toEqual({
      ok: false,
      refusal: { code: "loss.payout-differs", payout: 28_000_09 },
    });
    expect(desk.run(desk.close(number), { grant })).toMatchObject({
      refusal: { code: "authorisation.other-request" },
    });
    expect(desk.see("account", "a-1").balance).toBe(28_000_00);
  });

  test("T11: pays balance and interest to the fen, no more and no less", () => {
    const { desk, number } = matured();
    const differs = { code: "loss.payout-differs", payout: 8_000_09 };

    expect(desk.refusal(desk.close(number, { payout: 8_000_08 }))).toEqual(differs);
    expect(desk.refusal(desk.close(number, { payout: 8_000_10 }))).toEqual(differs);
    expect(desk.preview(desk.close(number, { payout: 8_000_09 })).ok).toBe(true);
  });

  test("T11: names no other card where there is none", () => {
    const { desk, number } = matured();
    desk.another(2, { life: "cancelled" });

    const { decision } = desk.does(desk.close(number));

    expect(decision.outcome.facts.some(({ name }) => name === "cancelledCard")).toBe(false);
  });

  test("T11: pays nothing out of an empty account, and closes it all the same", () => {
    const { desk, number } = matured(0);

    const { batch } = desk.does(desk.close(number));

    expect(batch.entries.some(({ type }) => type === "money.posted")).toBe(false);
    expect(desk.see("account", "a-1").life).toBe("closed");
  });

  test("T15: is barred by any other hold and any other open case", () => {
    const { desk, number } = matured();
    desk.hold({ id: "h-bank", kind: "credit-block", source: { type: "bank", reason: "核查" } });
    expect(desk.refusal(desk.close(number))).toEqual({ code: "account.debit-blocked" });
    desk.post([{ type: "hold.lifted", hold: "h-bank" }]);
    expect(desk.preview(desk.close(number)).ok).toBe(true);

    desk.does(desk.pinLoss("k-1"));
    expect(desk.refusal(desk.close(number))).toEqual({ code: "account.debit-blocked" });
    desk.post([{ type: "hold.lifted", hold: `h-${desk.caseOf("k-1")}` }]);
    expect(desk.refusal(desk.close(number))).toEqual({
      code: "loss.already-reported",
      lossCase: desk.caseOf("k-1"),
    });
  });

  test("C02: is refused where the box cannot pay", () => {
    const { desk, number } = matured(100_000_00 + 20_00);

    expect(desk.refusal(desk.close(number))).toEqual({
      code: "amount.box-short",
      held: 100_000_00 + 10_00,
    });
  });

  test("L11: keeps all the guards of collection", () => {
    const { desk, number } = matured();
    desk.enter(2);
    desk.does(desk.pinLoss("k-1"));

    expect(desk.refusal(desk.close(desk.caseOf("k-1")))).toEqual({
      code: "loss.kind",
      kind: "pin",
    });
    expect(desk.refusal(desk.close(number, { slip: "02002026031899" }))).toEqual({
      code: "loss.slip-mismatch",
    });
    expect(desk.refusal(desk.close(number, { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
    desk.at("2026-03-25");
    expect(desk.refusal(desk.close(desk.caseOf("k-1")))).toMatchObject({ code: "loss.kind" });
  });

  test("5.1: leaves an account that takes and gives nothing", () => {
    const { desk, number } = matured();
    desk.does(desk.close(number));

    expect(desk.refusal(desk.deposit())).toEqual({ code: "account.closed" });
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "card.retain", why: "cancelled" });
  });
});

describe("a lost PIN", () => {
  test("T20, T21: waits seven days, then the holder chooses a new one, free of charge", () => {
    const desk = openLossDeskFor();
    const reported = desk.does(desk.pinLoss("k-1"));
    const number = desk.caseOf("k-1");
    expect(desk.see("card", "k-1")).toMatchObject({ loss: "none", pin: "lost" });
    desk.at("2026-03-25 23:59:59");
    expect(desk.refusal(desk.resetPin(number))).toEqual({
      code: "loss.not-matured",
      maturesOn: "2026-03-26",
    });

    desk.at("2026-03-26");
    const reset = desk.does(desk.resetPin(number));

    expect(reset.decision.level).toBe("A2");
    expect(desk.see("card", "k-1")).toMatchObject({ pin: "ok", pinVerifier: "a-1:975310" });
    expect(desk.see("lossCase", number).status).toBe("closed-pin");
    expect(desk.see("hold", `h-${number}`).status).toBe("lifted");
    for (const { batch } of [reported, reset]) {
      expect(batch.entries.some(({ type }) => type === "money.posted")).toBe(false);
    }
  });

  test("T21: costs the report fee where the card is lost as well", () => {
    const desk = openLossDeskFor();

    const { batch } = desk.does(desk.pinLoss("k-1", { kind: "both", numbering: "new" }));

    expect(batch.entries).toContainEqual({
      type: "money.posted",
      memo: "fee",
      postings: [
        { account: "cash:0001", amount: -10_00 },
        { account: "fee-income", amount: 10_00 },
      ],
    });
  });

  test("L11: is set anew with slip, document and a PIN of this account", () => {
    const desk = openLossDeskFor();
    desk.enter(2);
    desk.does(desk.pinLoss("k-1"));
    const number = desk.caseOf("k-1");
    desk.at("2026-03-26");
    const refusal = (over: Parameters<typeof desk.resetPin>[1]) =>
      desk.refusal(desk.resetPin(number, over));

    expect(refusal({ slip: "02002026031899" })).toEqual({ code: "loss.slip-mismatch" });
    expect(refusal({ identity: desk.identity("c-2") })).toEqual({ code: "identity.mismatch" });
    expect(refusal({ pin: desk.pin("a-2") })).toEqual({ code: "evidence.other-kind" });
    expect(refusal({ pin: "e-99999999" })).toEqual({ code: "pin.used-up" });
  });

  test("5.1: follows the card that took the worn one's place", () => {
    const desk = openLossDeskFor();
    desk.does(desk.pinLoss("k-1"));
    const number = desk.caseOf("k-1");
    desk.does(desk.exchange("k-1"));
    expect(desk.see("card", "k-2").pin).toBe("lost");
    expect(desk.refusal(desk.pinLoss("k-2"))).toEqual({
      code: "loss.already-reported",
      lossCase: number,
    });
    expect(desk.refusal(desk.activate("k-2"))).toEqual({ code: "card.pin-lost" });

    desk.at("2026-03-26");
    desk.does(desk.resetPin(number));

    expect(desk.see("card", "k-2")).toMatchObject({ pin: "ok", pinVerifier: "a-1:975310" });
    expect(desk.see("card", "k-1").pin).toBe("lost");
    desk.does(desk.activate("k-2", { pin: desk.pin("a-1", "975310") }));
  });

  test("T10: and a lost card are two cases with two holds, and one ends without the other", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const ofTheCard = desk.caseOf("k-1");
    desk.does(desk.pinLoss("k-1"));
    const ofThePin = desk.caseOf("k-1");
    desk.at("2026-03-26");

    desk.does(desk.replace(ofTheCard));

    expect(desk.see("hold", `h-${ofThePin}`).status).toBe("active");
    desk.does(desk.resetPin(ofThePin));
    expect(desk.see("card", "k-2").pin).toBe("ok");
  });

  test("5.1: is not what a card case is closed with", () => {
    const { desk, number } = matured();

    expect(desk.refusal(desk.resetPin(number))).toEqual({ code: "loss.kind", kind: "card" });
  });
});
