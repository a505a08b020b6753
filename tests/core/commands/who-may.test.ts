import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";
import { agent } from "#tests/support/loss-requests.ts";

const byAgent = { by: "agent", agent } as const;

/** A case as it came over from another branch. */
function reportedElsewhere(status: "oral-active" | "formal-waiting" | "matured") {
  const desk = openLossDeskFor();
  desk.does(status === "oral-active" ? desk.oral("k-1") : desk.formal("k-1"));
  const lossCase = desk.see("lossCase", desk.caseOf("k-1"));
  desk.post([{ type: "loss.reported", lossCase: { ...lossCase, branch: "0300", status } }]);
  return { desk, number: lossCase.number };
}

describe("who may report", () => {
  test("T09: a written card loss may be reported by an agent, who is recorded with relation and reason", () => {
    const desk = openLossDeskFor();

    const { decision } = desk.does(desk.formal("k-1", { reporter: byAgent }));

    expect(desk.see("lossCase", desk.caseOf("k-1")).agent).toEqual(agent);
    expect(decision.outcome.facts).toEqual(
      expect.arrayContaining([
        { name: "reporter", kind: "term", term: "reporter.agent" },
        { name: "agentName", kind: "text", text: "代办人" },
        { name: "agentDocument", kind: "text", text: "E****5678" },
        { name: "agentPhone", kind: "text", text: "139****1111" },
        { name: "agentRelation", kind: "text", text: "配偶" },
        { name: "agentReason", kind: "text", text: "本人出差" },
      ]),
    );
  });

  test("T09: an agent's phone that is no mobile number is not shown at all", () => {
    const desk = openLossDeskFor();
    const landline = { by: "agent", agent: { ...agent, phone: "010-12345678" } } as const;

    const { decision } = desk.does(desk.formal("k-1", { reporter: landline }));

    expect(decision.outcome.facts).toContainEqual({
      name: "agentPhone",
      kind: "text",
      text: "•••",
    });
  });

  test("T09: an agent may put an oral report into writing", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));

    desk.does(desk.upgrade(desk.caseOf("k-1"), { reporter: byAgent }));

    expect(desk.see("lossCase", desk.caseOf("k-1")).agent).toEqual(agent);
  });

  test("T09: an agent may not show the holder's own document, however it is written", () => {
    const desk = openLossDeskFor({
      customer: { documentKind: "passport", documentNumber: "AB1234567" },
    });
    const documentNumber = "ab1234567";

    expect(
      desk.refusal(
        desk.formal("k-1", { reporter: { by: "agent", agent: { ...agent, documentNumber } } }),
      ),
    ).toEqual({ code: "identity.mismatch" });
  });

  test("3.8: an agent's document that the check calls invalid is refused", () => {
    const desk = openLossDeskFor();
    const check = "document-invalid";

    expect(
      desk.refusal(desk.formal("k-1", { reporter: { by: "agent", agent: { ...agent, check } } })),
    ).toEqual({ code: "identity.check-failed", result: "document-invalid" });
  });

  test("3.8: an agent's number that its kind cannot bear is refused", () => {
    const desk = openLossDeskFor();
    const documentNumber = "E1234";

    expect(
      desk.preview(
        desk.formal("k-1", { reporter: { by: "agent", agent: { ...agent, documentNumber } } }),
      ).ok,
    ).toBe(true);
    expect(
      desk.refusal(
        desk.formal("k-1", {
          reporter: { by: "agent", agent: { ...agent, documentNumber: "E1234567890" } },
        }),
      ),
    ).toEqual({ code: "identity.document-number", kind: "passport" });
  });

  test("3.8: an oral report is put into writing with the documents of the holder and the agent", () => {
    const desk = openLossDeskFor();
    desk.enter(2);
    desk.does(desk.oral("k-1"));
    const number = desk.caseOf("k-1");
    const forged = { by: "agent", agent: { ...agent, check: "document-invalid" } } as const;

    expect(desk.refusal(desk.upgrade(number, { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
    expect(desk.refusal(desk.upgrade(number, { reporter: forged }))).toEqual({
      code: "identity.check-failed",
      result: "document-invalid",
    });
  });

  test("C07: putting it into writing costs the fee, which a stopped account cannot pay", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    const number = desk.caseOf("k-1");
    expect(desk.refusal(desk.upgrade(number, { fee: "account" }))).toEqual({
      code: "fee.account-cannot-pay",
    });

    const { batch } = desk.does(desk.upgrade(number, { fee: "owed" }));

    expect(batch.entries).toContainEqual({
      type: "money.posted",
      memo: "fee",
      postings: [
        { account: "fees-owed", amount: -10_00 },
        { account: "fee-income", amount: 10_00 },
      ],
    });
  });

  test("C07: a written report takes its fee from the account before the hold stands", () => {
    const desk = openLossDeskFor({ balance: 10_00 });

    desk.does(desk.formal("k-1", { fee: "account" }));

    expect(desk.see("account", "a-1").balance).toBe(0);
    expect(desk.see("lossCase", desk.caseOf("k-1")).balanceAtReport).toBe(10_00);
    const poor = openLossDeskFor({ balance: 9_99 });
    expect(poor.refusal(poor.formal("k-1", { fee: "account" }))).toEqual({
      code: "fee.account-cannot-pay",
    });
  });

  test("T13: a lost slip is reported with the documents of the holder and the agent", () => {
    const desk = openLossDeskFor();
    desk.enter(2);
    desk.does(desk.formal("k-1", { numbering: "same" }));
    const number = desk.caseOf("k-1");
    const { slip = "" } = desk.see("lossCase", number);
    const forged = { by: "agent", agent: { ...agent, check: "document-invalid" } } as const;

    expect(desk.refusal(desk.slipLost(number, { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
    expect(desk.refusal(desk.slipLost(number, { reporter: forged }))).toEqual({
      code: "identity.check-failed",
      result: "document-invalid",
    });
    expect(desk.does(desk.slipLost(number)).decision.outcome.facts).toEqual(
      expect.arrayContaining([
        { name: "oldSlip", kind: "text", text: slip },
        { name: "newSlip", kind: "text", text: desk.see("lossCase", number).slip },
        { name: "numbering", kind: "term", term: "numbering.same" },
        { name: "note", kind: "term", term: "note.slip-cannot-withdraw" },
      ]),
    );
  });

  test("T20: a lost PIN, alone or with the card, is never reported by an agent", () => {
    const desk = openLossDeskFor();
    const refusal = { code: "loss.holder-only" };

    expect(desk.refusal(desk.pinLoss("k-1", { reporter: byAgent }))).toEqual(refusal);
    expect(desk.refusal(desk.pinLoss("k-1", { reporter: byAgent, kind: "both" }))).toEqual(refusal);
    expect(desk.preview(desk.pinLoss("k-1", { kind: "both" })).ok).toBe(true);
  });

  test("T13: the slip of a card loss may be reported lost by an agent", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));

    desk.does(desk.slipLost(desk.caseOf("k-1"), { reporter: byAgent }));

    expect(desk.see("lossCase", desk.caseOf("k-1")).slipLost).toBe(true);
  });

  test("T20: the slip of a PIN loss may not", () => {
    const desk = openLossDeskFor();
    desk.does(desk.pinLoss("k-1"));

    expect(desk.refusal(desk.slipLost(desk.caseOf("k-1"), { reporter: byAgent }))).toEqual({
      code: "loss.holder-only",
    });
  });

  test("T13: a lost slip needs the amount of the register, to the fen", () => {
    const desk = openLossDeskFor({ balance: 8_000_00 });
    desk.does(desk.formal("k-1", { fee: "account" }));
    const number = desk.caseOf("k-1");

    expect(desk.see("lossCase", number).balanceAtReport).toBe(8_000_00);
    expect(desk.refusal(desk.slipLost(number, { amount: 8_000_01 }))).toEqual({
      code: "loss.register-mismatch",
      field: "amount",
    });
    expect(desk.preview(desk.slipLost(number, { amount: 8_000_00 })).ok).toBe(true);
  });

  test("T19: a bill is refused, by word and in writing", () => {
    const desk = openLossDeskFor();
    const refusal = { code: "loss.bill-out-of-scope" };

    expect(desk.refusal(desk.oral("k-1", { medium: "bill" }))).toEqual(refusal);
    expect(desk.refusal(desk.formal("k-1", { medium: "bill" }))).toEqual(refusal);
  });

  test("D01: an auditor does no transaction", () => {
    const desk = openLossDeskFor();
    desk.seat("0700");

    expect(desk.refusal(desk.oral("k-1"))).toEqual({ code: "teller.role", role: "auditor" });
  });
});

describe("the branch of the report", () => {
  test("L04, L05: alone lets a new card be collected", () => {
    const { desk, number } = reportedElsewhere("matured");

    expect(desk.refusal(desk.replace(number))).toEqual({
      code: "loss.other-branch",
      branch: "0300",
    });
  });

  test.each(["close", "resetPin", "slipLost", "withdraw", "upgrade", "order"] as const)(
    "L04, T09: alone lets a written case go on (%s)",
    (request) => {
      const { desk, number } = reportedElsewhere("matured");

      expect(desk.refusal(desk[request](number))).toEqual({
        code: "loss.other-branch",
        branch: "0300",
      });
    },
  );

  test.each(["replace", "close", "resetPin", "slipLost", "upgrade", "order"] as const)(
    "5.2: knows its cases, and no other can go on (%s)",
    (request) => {
      const desk = openLossDeskFor();
      desk.does(desk.formal("k-1"));
      const known = desk[request](desk.caseOf("k-1"));
      const input = { ...known.input, lossCase: "02002603189999" };

      expect(desk.refusal({ ...known, input } as typeof known)).toEqual({ code: "loss.unknown" });
    },
  );

  test("5.2: does not bind the withdrawal of an oral report", () => {
    const { desk, number } = reportedElsewhere("oral-active");

    expect(desk.preview(desk.withdraw(number))).toMatchObject({ ok: true, value: { level: "A1" } });
  });
});

describe("withdrawing a report", () => {
  test("T12: by word needs the card and the document, before a second teller", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    const number = desk.caseOf("k-1");

    expect(desk.preview(desk.withdraw(number))).toMatchObject({ ok: true, value: { level: "A1" } });
    desk.does(desk.withdraw(number));

    expect(desk.see("lossCase", number).status).toBe("withdrawn");
    expect(desk.see("card", "k-1").loss).toBe("none");
    expect(desk.preview(desk.payOut("k-1")).ok).toBe(true);
  });

  test("T12: in writing needs card, document, slip and PIN, before a supervisor", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const number = desk.caseOf("k-1");
    const { slip = "" } = desk.see("lossCase", number);

    expect(desk.preview(desk.withdraw(number))).toMatchObject({ ok: true, value: { level: "A2" } });
    const { decision } = desk.does(desk.withdraw(number));

    expect(decision.outcome.facts).toContainEqual({ name: "slip", kind: "text", text: slip });
    expect(desk.see("hold", `h-${number}`).status).toBe("lifted");
    expect(desk.see("slip", slip).status).toBe("void");
    expect(desk.preview(desk.payOut("k-1")).ok).toBe(true);
  });

  test("T12: is refused without any one of them", () => {
    const desk = openLossDeskFor();
    desk.enter(2);
    desk.does(desk.formal("k-1"));
    const number = desk.caseOf("k-1");
    const refusal = (over: Parameters<typeof desk.withdraw>[1]) =>
      desk.refusal(desk.withdraw(number, over));

    expect(refusal({ slip: undefined })).toEqual({ code: "loss.slip-mismatch" });
    expect(refusal({ slip: "02002026031899" })).toEqual({ code: "loss.slip-mismatch" });
    expect(refusal({ identity: desk.identity("c-2") })).toEqual({ code: "identity.mismatch" });
    expect(refusal({ swipe: desk.swipe("k-2") })).toEqual({ code: "card.other-card-presented" });
    expect(refusal({ swipe: desk.swipe("k-1", "counterfeit") })).toEqual({
      code: "card.retain",
      why: "counterfeit",
    });
    expect(refusal({ pin: undefined })).toEqual({ code: "card.pin-needed" });
    expect(refusal({ pin: desk.pin("a-1", "000001") })).toEqual({
      code: "card.pin-wrong",
      triesLeft: 2,
    });
  });

  test("T13: is over once the slip was lost, waiting or matured", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    desk.does(desk.slipLost(desk.caseOf("k-1")));

    expect(desk.refusal(desk.withdraw(desk.caseOf("k-1")))).toEqual({ code: "loss.slip-lost" });
    desk.at("2026-04-20");
    expect(desk.refusal(desk.withdraw(desk.caseOf("k-1")))).toEqual({ code: "loss.slip-lost" });
  });

  test("5.2: makes the card that was already made void, and its order", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1", { numbering: "same" }));
    desk.does(desk.order(desk.caseOf("k-1")));
    desk.does(desk.arrive("o-1"));

    desk.does(desk.withdraw(desk.caseOf("k-1")));

    expect(desk.see("order", "o-1").status).toBe("voided");
    expect(desk.see("card", "k-2").life).toBe("void");
    expect(desk.refusal(desk.collect("o-1"))).toEqual({ code: "production.settled" });
  });

  test("5.1: of a lost PIN is proven by knowing it again", () => {
    const desk = openLossDeskFor();
    desk.does(desk.pinLoss("k-1"));
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "card.pin-lost" });

    desk.does(desk.withdraw(desk.caseOf("k-1"), { swipe: desk.swipe("k-1") }));

    expect(desk.see("card", "k-1").pin).toBe("ok");
    expect(desk.preview(desk.payOut("k-1")).ok).toBe(true);
  });

  test("5.2: of a lost card leaves a lost PIN lost, after a wrong try as well", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const ofTheCard = desk.caseOf("k-1");
    desk.does(desk.pinLoss("k-1"));
    desk.run(desk.withdraw(ofTheCard, { pin: desk.pin("a-1", "000001") }));

    desk.does(desk.withdraw(ofTheCard));

    expect(desk.see("card", "k-1")).toMatchObject({ loss: "none", pin: "lost", pinFailures: 0 });
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "card.pin-lost" });
  });

  test("5.2: is refused of a case that nobody knows", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    const request = desk.withdraw(desk.caseOf("k-1"));

    expect(
      desk.refusal({
        ...request,
        input: { ...request.input, lossCase: "02002603189999" },
      } as typeof request),
    ).toEqual({ code: "loss.unknown" });
  });
});
