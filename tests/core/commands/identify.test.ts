import { describe, expect, test } from "vitest";
import { openLossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";
import { agent } from "#tests/support/loss-requests.ts";

const resolution = { by: "other-document", words: "机动车驾驶证" } as const;

describe("a document on the counter", () => {
  test("3.8: may be read by the device or typed, in either case", () => {
    const desk = openLossDeskFor({
      customer: { documentKind: "passport", documentNumber: "AB1234567" },
    });
    const read = { by: "reader", ref: desk.read("passport", "AB1234567") } as const;
    const typed = { by: "typed", kind: "passport", number: "ab1234567" } as const;

    expect(desk.preview(desk.oral("k-1", { document: read })).ok).toBe(true);
    expect(desk.preview(desk.oral("k-1", { document: typed })).ok).toBe(true);
  });

  test("3.8: of another kind, of another person, or no document at all is refused", () => {
    const desk = openLossDeskFor();
    desk.enter(2);
    const refusal = (document: NonNullable<Parameters<typeof desk.oral>[1]>["document"]) =>
      desk.refusal(desk.oral("k-1", document ? { document } : {}));
    const { documentNumber: number } = desk.see("customer", "c-1");

    expect(refusal(desk.identity("c-2").document)).toEqual({ code: "identity.mismatch" });
    expect(refusal({ by: "typed", kind: "temporary-resident-id", number })).toEqual({
      code: "identity.mismatch",
    });
    expect(refusal({ by: "reader", ref: "e-99999999" })).toEqual({ code: "evidence.unknown" });
    expect(refusal({ by: "reader", ref: desk.swipe("k-1") })).toEqual({
      code: "evidence.other-kind",
    });
    expect(refusal({ by: "reader", ref: desk.pin("a-1") })).toEqual({
      code: "evidence.other-kind",
    });
  });

  test("3.8: is good through its last day and not after", () => {
    const desk = openLossDeskFor({ customer: { documentValidTo: "2026-03-18" } });
    expect(desk.preview(desk.formal("k-1")).ok).toBe(true);

    desk.at("2026-03-19");

    expect(desk.refusal(desk.formal("k-1"))).toEqual({
      code: "identity.expired",
      validTo: "2026-03-18",
    });
  });

  test("3.8: must not be a household register once its owner is sixteen", () => {
    const desk = openLossDesk();
    desk.enter(1, { customer: { documentKind: "household-register" } });

    expect(desk.refusal(desk.oral("k-1"))).toEqual({
      code: "identity.of-age",
      kind: "household-register",
      age: 36,
    });
  });

  test("3.8: that the check calls invalid is refused, however much else was seen", () => {
    const desk = openLossDeskFor();
    const { document } = desk.identity("c-1");
    const identity = { document, check: "document-invalid", resolution } as const;

    expect(desk.refusal(desk.formal("k-1", { identity }))).toEqual({
      code: "identity.check-failed",
      result: "document-invalid",
    });
  });

  test.each(["match-without-photo", "name-mismatch", "not-found"] as const)(
    "3.8: with the answer %s asks how the doubt was settled, and one with photo asks nothing",
    (check) => {
      const desk = openLossDeskFor();
      const { document } = desk.identity("c-1");
      const refusal = (more: object) =>
        desk.refusal(desk.formal("k-1", { identity: { document, check, ...more } }));

      expect(refusal({})).toEqual({ code: "identity.doubt-unresolved", result: check });
      expect(refusal({ resolution: { by: "customer-leaves" } })).toEqual({
        code: "identity.doubt-unresolved",
        result: check,
      });
      expect(refusal({ resolution })).toBeUndefined();
      expect(desk.refusal(desk.formal("k-1"))).toBeUndefined();
    },
  );

  test("3.8: how a doubt was settled stands in the outcome and on the slip", () => {
    const desk = openLossDeskFor();
    const { document } = desk.identity("c-1");
    const identity = { document, check: "not-found", resolution } as const;

    const { decision, batch } = desk.does(desk.formal("k-1", { identity }));

    const lines = [
      { name: "check", kind: "term", term: "check.not-found" },
      { name: "resolution", kind: "term", term: "resolution.other-document" },
      { name: "resolution", kind: "text", text: "机动车驾驶证" },
    ];
    expect(decision.outcome.facts).toEqual(expect.arrayContaining(lines));
    expect(batch.entries).toContainEqual(
      expect.objectContaining({
        slip: expect.objectContaining({ facts: expect.arrayContaining(lines) }),
      }),
    );
  });

  test("3.8: an agent's doubt is settled as the holder's is", () => {
    const desk = openLossDeskFor();
    const by = (more: object) => ({
      reporter: { by: "agent", agent: { ...agent, check: "not-found", ...more } } as const,
    });

    expect(desk.refusal(desk.formal("k-1", by({})))).toEqual({
      code: "identity.doubt-unresolved",
      result: "not-found",
    });
    expect(desk.does(desk.formal("k-1", by({ resolution }))).decision.outcome.facts).toEqual(
      expect.arrayContaining([
        { name: "agentCheck", kind: "term", term: "check.not-found" },
        { name: "agentResolution", kind: "text", text: "机动车驾驶证" },
      ]),
    );
  });
});
