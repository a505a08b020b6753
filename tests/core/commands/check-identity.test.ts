import { describe, expect, test } from "vitest";
import { maskedFacts } from "#core/slip/masked-facts.ts";
import type { RawInput } from "#tests/support/counter.ts";
import { type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";
import { agent } from "#tests/support/loss-requests.ts";

type Raw<F> = Extract<RawInput<"2002">, { readonly finding: F }>;

const checked = (desk: LossDesk, over: Partial<Raw<"checked">> = {}) =>
  ({
    code: "2002",
    input: {
      finding: "checked",
      customer: "c-1",
      document: desk.identity("c-1").document,
      check: "match-with-photo",
      ...over,
    },
  }) as const;

const forged = (desk: LossDesk, over: Partial<Raw<"forged">> = {}) =>
  ({
    code: "2002",
    input: {
      finding: "forged",
      document: desk.identity("c-1").document,
      nameOnDocument: "顾客1",
      check: "match-with-photo",
      sign: "photo-replaced",
      words: "照片边缘翘起",
      business: "挂失补卡",
      retained: false,
      ...over,
    },
  }) as const;

describe("2002: a check", () => {
  test("3.8: is kept with the customer, with the answer, the time and who asked", () => {
    const desk = openLossDeskFor();

    const { decision } = desk.does(checked(desk));

    expect(decision.level).toBe("A0");
    expect(decision.slip).toBeUndefined();
    expect(desk.see("customer", "c-1").lastCheck).toEqual({
      result: "match-with-photo",
      checkedAt: desk.context().now,
      teller: "0001",
    });
  });

  test("3.8: that raises a doubt says how it was settled, or that the customer left", () => {
    const desk = openLossDeskFor();

    expect(desk.refusal(checked(desk, { check: "name-mismatch" }))).toEqual({
      code: "identity.doubt-unresolved",
      result: "name-mismatch",
    });
    desk.does(checked(desk, { check: "name-mismatch", resolution: { by: "customer-leaves" } }));
    expect(desk.see("customer", "c-1").lastCheck).toMatchObject({
      result: "name-mismatch",
      resolution: { by: "customer-leaves" },
    });
  });

  test("3.8: is of the customer's own document", () => {
    const desk = openLossDeskFor();
    desk.enter(2);

    expect(desk.refusal(checked(desk, { document: desk.identity("c-2").document }))).toEqual({
      code: "identity.mismatch",
    });
    expect(desk.refusal(checked(desk, { customer: "c-9" }))).toEqual({ code: "customer.unknown" });
  });
});

describe("2002: a proven forgery", () => {
  test("3.8: becomes a report for the police, by a supervisor's word, and stands in the books", () => {
    const desk = openLossDeskFor();

    const { decision, batch } = desk.does(forged(desk));

    const { documentNumber } = desk.see("customer", "c-1");
    expect(decision).toMatchObject({ level: "A2", slip: "forgery-report" });
    expect(batch.entries[0]).toMatchObject({ type: "identity.forged" });
    expect(desk.see("forgery", "w-1")).toEqual({
      id: "w-1",
      documentKind: "resident-id",
      documentNumber,
      nameOnDocument: "顾客1",
      customer: "c-1",
      check: "match-with-photo",
      sign: "photo-replaced",
      words: "照片边缘翘起",
      business: "挂失补卡",
      retained: false,
      seenAt: desk.context().now,
      teller: "0001",
    });
  });

  test("K01: the number stands in full on the paper alone", () => {
    const desk = openLossDeskFor();
    const { documentNumber } = desk.see("customer", "c-1");

    const { decision } = desk.does(forged(desk));

    const says = (facts: unknown) => JSON.stringify(facts).includes(documentNumber);
    expect(says(decision.paper)).toBe(true);
    expect(says(decision.outcome.facts)).toBe(false);
    expect(says(maskedFacts(decision.paper ?? []))).toBe(false);
  });

  test("3.8: may bear a number that no document can have, and one of nobody here", () => {
    const desk = openLossDeskFor();
    const document = { by: "typed", kind: "resident-id", number: "11010119900307001a" } as const;

    desk.does(forged(desk, { document }));

    expect(desk.see("forgery", "w-1")).toMatchObject({ documentNumber: "11010119900307001A" });
    expect(desk.see("forgery", "w-1").customer).toBeUndefined();
    const short = { ...document, number: "1234" };
    expect(desk.refusal(forged(desk, { document: short }))).toEqual({
      code: "identity.length",
      length: 4,
    });
  });

  test("3.8: blocks the true holder in nothing, and is told before each confirmation", () => {
    const desk = openLossDeskFor();
    const before = desk.preview(desk.formal("k-1"));
    const warning = { name: "note", kind: "term", term: "note.false-document-seen" };
    expect(before).not.toMatchObject({
      value: { outcome: { facts: expect.arrayContaining([warning]) } },
    });

    desk.does(forged(desk));

    const { decision, batch } = desk.does(desk.formal("k-1"));
    expect(decision.outcome.facts).toContainEqual(warning);
    const slip = batch.entries.find((entry) => entry.type === "slip.issued");
    expect(slip).toMatchObject({ type: "slip.issued" });
    expect(JSON.stringify(slip)).not.toContain("false-document-seen");
    expect(desk.see("card", "k-1").life).toBe("active");
  });

  test("3.8: is told of an agent's number as well", () => {
    const desk = openLossDeskFor();
    const passport = { by: "typed", kind: "passport", number: "E12345678" } as const;
    desk.does(forged(desk, { document: passport }));

    const asked = desk.preview(desk.formal("k-1", { reporter: { by: "agent", agent } }));

    expect(asked.ok && asked.value.outcome.facts).toContainEqual({
      name: "note",
      kind: "term",
      term: "note.false-document-seen",
    });
  });
});
