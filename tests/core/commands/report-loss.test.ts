import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";
import { agent } from "#tests/support/loss-requests.ts";

const byAgent = { by: "agent", agent } as const;

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
    const refusal = { code: "agency.holder-only", rule: "T20" };

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
      code: "agency.holder-only",
      rule: "T20",
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

    expect(desk.refusal(desk.oral("k-1"))).toEqual({
      ...{ code: "teller.role", role: "auditor", may: ["teller"] },
    });
  });
});
