import { describe, expect, test } from "vitest";
import { agenciesAt, child, guardian } from "#tests/support/agencies.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";
import { agent } from "#tests/support/loss-requests.ts";

function open(holder: Parameters<typeof openLossDeskFor>[0] = {}) {
  const desk = openLossDeskFor(holder);
  return { ...desk, ...agenciesAt(desk) };
}

describe("2005: registering an agency", () => {
  test("3.7: keeps who, for whom, for what, until when and by which papers, after a second look", () => {
    const desk = open();

    const { decision } = desk.does(desk.register());

    expect(decision.level).toBe("A1");
    expect(desk.see("agency", "d-1")).toEqual({
      id: "d-1",
      customer: "c-1",
      basis: "power-of-attorney",
      agent: {
        name: agent.name,
        documentKind: "passport",
        documentNumber: "E12345678",
        phone: agent.phone,
        relation: agent.relation,
      },
      papers: "公证委托书",
      scope: ["4002", "4003"],
      registeredOn: "2026-03-18",
      validTo: "2026-12-31",
      status: "active",
    });
  });

  test("K09: shows the agent's number and phone masked", () => {
    const desk = open();

    expect(desk.does(desk.register()).decision.outcome.facts).toEqual(
      expect.arrayContaining([
        { name: "agentDocument", kind: "text", text: "E****5678" },
        { name: "agentPhone", kind: "text", text: "139****1111" },
      ]),
    );
  });

  test("3.7: a power of attorney covers nothing that is the holder's alone", () => {
    const desk = open();

    expect(desk.refusal(desk.register({ scope: ["4002", "4007"] }))).toEqual({
      code: "agency.not-for-this",
      transaction: "4007",
    });
    expect(desk.refusal(desk.register({ scope: ["4002"] }))).toBeUndefined();
  });

  test("3.7: a guardian's covers that, but not what anybody may do, nor registering others", () => {
    const desk = open(child);
    const asks = (scope: readonly string[]) =>
      desk.refusal(
        desk.register({
          basis: "guardian",
          identity: { ...desk.identity("c-1"), onBehalf: guardian },
          scope: [...scope],
        }),
      );

    expect(asks(["4002", "4007", "4009"])).toBeUndefined();
    expect(asks(["3011"])).toEqual({ code: "agency.not-for-this", transaction: "3011" });
    expect(asks(["2005"])).toEqual({ code: "agency.not-for-this", transaction: "2005" });
  });

  test("3.7: a power begins not before today and lasts five years to the day", () => {
    const desk = open();
    const until = (validTo: string) => desk.refusal(desk.register({ validTo }));
    const term = { code: "agency.term", latest: "2031-03-18" };

    expect(until("2026-03-17")).toEqual(term);
    expect(until("2026-03-18")).toBeUndefined();
    expect(until("2031-03-18")).toBeUndefined();
    expect(until("2031-03-19")).toEqual(term);
  });

  test("3.7: a guardian's word ends on the eve of the child's 18th birthday", () => {
    const desk = open(child);
    const until = (validTo: string) =>
      desk.refusal(desk.register({ basis: "guardian", scope: ["4002"], validTo }));

    expect(until("2030-06-14")).toBeUndefined();
    expect(until("2030-06-15")).toEqual({ code: "agency.term", latest: "2030-06-14" });
  });

  test("3.7: an adult has no guardian", () => {
    const desk = open();

    expect(desk.refusal(desk.register({ basis: "guardian" }))).toEqual({
      code: "agency.holder-of-age",
      age: 36,
    });
  });

  test("3.8: the agent is checked as well", () => {
    const desk = open();
    const { reason: _reason, ...person } = agent;
    const asks = (over: object) => desk.refusal(desk.register({ agent: { ...person, ...over } }));

    expect(asks({ check: "not-found" })).toMatchObject({ code: "identity.doubt-unresolved" });
    expect(asks({ check: "document-invalid" })).toMatchObject({ code: "identity.check-failed" });
    expect(asks({ documentNumber: `E1${"2".repeat(10)}` })).toMatchObject({
      code: "identity.document-number",
    });
  });

  test("2005: the same agent is not registered twice, and again once the first word is over", () => {
    const desk = open();
    desk.does(desk.register());
    const lower = { ...agent, documentNumber: "e12345678" };
    const { reason: _reason, ...person } = lower;

    expect(desk.refusal(desk.register({ agent: person }))).toEqual({
      code: "agency.already",
      agency: "d-1",
      validTo: "2026-12-31",
    });
    desk.at("2027-01-01 10:00:00");
    expect(desk.refusal(desk.register({ validTo: "2027-12-31" }))).toBeUndefined();
  });
});

describe("2005: an agency of the register", () => {
  test("T09: reports a loss without the data being typed again, and the case keeps them", () => {
    const desk = open();
    desk.does(desk.register());
    const reporter = { by: "registered-agent", agent: desk.registered("d-1") } as const;

    desk.does(desk.formal("k-1", { reporter }));

    expect(desk.see("lossCase", desk.caseOf("k-1")).agent).toEqual(agent);
  });

  test("2005: serves on its last day, and not on the next", () => {
    const desk = open();
    desk.does(desk.register());
    const asks = () =>
      desk.refusal(
        desk.formal("k-1", {
          reporter: { by: "registered-agent", agent: desk.registered("d-1") },
        }),
      );

    desk.at("2026-12-31 16:00:00");
    expect(asks()).toBeUndefined();
    desk.at("2027-01-01 09:00:00");
    expect(asks()).toEqual({ code: "agency.expired", validTo: "2026-12-31" });
  });

  test("2005: that was ended serves no more, and cannot be ended twice", () => {
    const desk = open();
    desk.does(desk.register());
    const reporter = { by: "registered-agent", agent: desk.registered("d-1") } as const;
    expect(desk.refusal(desk.formal("k-1", { reporter }))).toBeUndefined();

    desk.does(desk.end("d-1"));

    const ended = { code: "agency.ended", endedOn: "2026-03-18" };
    expect(desk.refusal(desk.formal("k-1", { reporter }))).toEqual(ended);
    expect(desk.refusal(desk.end("d-1"))).toEqual(ended);
    expect(desk.refusal(desk.end("d-2"))).toEqual({ code: "agency.unknown" });
  });

  test("2005: is ended by its own holder alone", () => {
    const desk = open();
    desk.enter(2);
    desk.does(desk.register());

    expect(desk.refusal(desk.end("d-1", { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
  });
});
