import { describe, expect, test } from "vitest";
import { transactions } from "#core/contract/transactions.ts";
import { agenciesAt, child, guardian, numberOf, visited } from "#tests/support/agencies.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";
import { agent } from "#tests/support/loss-requests.ts";

/** A desk with a case of the card k-1 whose term is over. */
function maturedDesk(holder: Parameters<typeof openLossDeskFor>[0] = {}) {
  const desk = openLossDeskFor(holder);
  desk.does(desk.formal("k-1"));
  desk.at("2026-03-27 10:00:00");
  return desk;
}

describe("whoever stands for a holder who cannot act", () => {
  test("3.7: needs A3 whatever the transaction asks for, and both are on slip and outcome", () => {
    const desk = maturedDesk();
    const identity = { ...desk.identity("c-1"), onBehalf: visited };
    const request = desk.replace(desk.caseOf("k-1"), { identity });
    expect(desk.preview(desk.replace(desk.caseOf("k-1")))).toMatchObject({
      value: { level: "A2" },
    });

    const { decision, batch } = desk.does(request);

    const lines = [
      { name: "customer", kind: "text", text: "顾客1" },
      { name: "onBehalf", kind: "term", term: "on-behalf.home-visit" },
      { name: "agentName", kind: "text", text: agent.name },
      { name: "agentCheck", kind: "term", term: "check.match-with-photo" },
      { name: "agentPapers", kind: "text", text: "上门核实记录" },
    ];
    expect(decision.level).toBe("A3");
    expect(batch.approvers).toEqual(["0900"]);
    expect(decision.outcome.facts).toEqual(expect.arrayContaining(lines));
    const slip = batch.entries.find((entry) => entry.type === "slip.issued");
    expect(slip).toMatchObject({ slip: { facts: expect.arrayContaining(lines) } });
  });

  test("3.7: raises what a teller does alone as well", () => {
    const desk = openLossDeskFor({ ...child, card: { life: "issued-inactive" } });
    const identity = { ...desk.identity("c-1"), onBehalf: guardian };

    expect(desk.preview(desk.activate("k-1"))).toMatchObject({ value: { level: "A0" } });
    expect(desk.preview(desk.activate("k-1", { identity }))).toMatchObject({
      value: { level: "A3" },
    });
  });

  test("3.7: a guardian stands for a child to the eve of the 18th birthday and not on it", () => {
    const born = { documentNumber: numberOf("20080319"), birthDate: "2008-03-19" };
    const desk = openLossDeskFor({ customer: born });
    const asks = () => {
      const identity = { ...desk.identity("c-1"), onBehalf: guardian };
      return desk.refusal(desk.formal("k-1", { identity }));
    };

    expect(asks()).toBeUndefined();
    desk.at("2026-03-19 10:00:00");
    expect(asks()).toEqual({ code: "agency.holder-of-age", age: 18 });
  });

  test("3.7: the number of the document says how old the holder is, not what stands beside it", () => {
    const desk = openLossDeskFor({ customer: { birthDate: "2015-01-01" } });
    const identity = { ...desk.identity("c-1"), onBehalf: guardian };

    expect(desk.refusal(desk.formal("k-1", { identity }))).toEqual({
      code: "agency.holder-of-age",
      age: 36,
    });
  });

  test("3.7: is of age by the own document's number", () => {
    const desk = openLossDeskFor();
    const young = { documentKind: "resident-id", documentNumber: numberOf("20080319") } as const;
    const asks = () => {
      const onBehalf = { ...visited, agent: { ...agent, ...young } };
      const identity = { ...desk.identity("c-1"), onBehalf };
      return desk.refusal(desk.formal("k-1", { identity }));
    };

    expect(asks()).toEqual({ code: "agency.agent-under-age", age: 17 });
    desk.at("2026-03-19 10:00:00");
    expect(asks()).toBeUndefined();
  });

  test("3.8: is identified as the holder is: own document, its number, its check", () => {
    const desk = openLossDeskFor();
    const asks = (over: object) => {
      const onBehalf = { ...visited, agent: { ...agent, ...over } };
      const identity = { ...desk.identity("c-1"), onBehalf };
      return desk.refusal(desk.formal("k-1", { identity }));
    };
    const { documentNumber, documentKind } = desk.see("customer", "c-1");

    expect(asks({ documentNumber, documentKind })).toEqual({ code: "identity.mismatch" });
    expect(asks({ documentNumber: "E1234567890" })).toEqual({
      code: "identity.document-number",
      kind: "passport",
    });
    expect(asks({ check: "document-invalid" })).toMatchObject({ code: "identity.check-failed" });
    expect(asks({ check: "not-found" })).toMatchObject({ code: "identity.doubt-unresolved" });
    const resolution = { by: "known-in-person" };
    expect(asks({ check: "not-found", resolution })).toBeUndefined();
  });

  test("T20: keys in no PIN after a visit at home, and a guardian chooses the child's", () => {
    const desk = openLossDeskFor(child);
    desk.does(desk.pinLoss("k-1"));
    desk.at("2026-03-27 10:00:00");
    const reset = (onBehalf: typeof guardian) =>
      desk.refusal(
        desk.resetPin(desk.caseOf("k-1"), { identity: { ...desk.identity("c-1"), onBehalf } }),
      );

    expect(reset(visited)).toEqual({ code: "agency.pin-in-person" });
    expect(reset(guardian)).toBeUndefined();
  });

  test("3.7: does not come beside an agent who reports", () => {
    const desk = openLossDeskFor();
    const identity = { ...desk.identity("c-1"), onBehalf: visited };
    const reporter = { by: "agent", agent } as const;

    expect(desk.refusal(desk.formal("k-1", { identity, reporter }))).toEqual({
      code: "agency.two-agents",
    });
  });

  test("T03: has no place in an oral report, at the counter or by phone", () => {
    const desk = openLossDeskFor();
    const { input } = desk.oral("k-1");

    expect(transactions["4001"].safeParse(input).success).toBe(true);
    expect(transactions["4001"].safeParse({ ...input, onBehalf: visited }).success).toBe(false);
  });

  test("2005: a registered guardian comes without papers, and not for another child", () => {
    const desk = openLossDeskFor(child);
    desk.enter(2, { customer: { ...child.customer, documentNumber: numberOf("20130615") } });
    const { register, registered } = agenciesAt(desk);
    const identity = { ...desk.identity("c-1"), onBehalf: guardian };
    desk.does(register({ basis: "guardian", identity, scope: ["4002", "4007"] }));
    const onBehalf = { basis: "registered", agent: registered("d-1") } as const;
    const asks = (of: "1" | "2") =>
      desk.preview(desk.formal(`k-${of}`, { identity: { ...desk.identity(`c-${of}`), onBehalf } }));

    expect(asks("1")).toMatchObject({ value: { level: "A3" } });
    expect(asks("2")).toEqual({ ok: false, refusal: { code: "agency.other-holder" } });
  });
});
