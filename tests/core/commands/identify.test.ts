import { describe, expect, test } from "vitest";
import { openLossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

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

  test("3.8: that the check calls invalid is refused, every other answer is advice", () => {
    const desk = openLossDeskFor();
    const { document } = desk.identity("c-1");
    const answer = (check: "document-invalid" | "name-mismatch" | "not-found") =>
      desk.refusal(desk.formal("k-1", { identity: { document, check } }));

    expect(answer("document-invalid")).toEqual({
      code: "identity.check-failed",
      result: "document-invalid",
    });
    expect(answer("name-mismatch")).toBeUndefined();
    expect(answer("not-found")).toBeUndefined();
  });
});
