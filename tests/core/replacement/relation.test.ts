import { describe, expect, test } from "vitest";
import { RelationKind } from "#core/replacement/relation.ts";
import { type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

/** A desk where one relation of every kind hangs on k-1, and a closed one. */
function bound(): LossDesk {
  const desk = openLossDeskFor();
  const of = { customer: "c-1", account: "a-1", card: "k-1" };
  desk.post([
    ...RelationKind.options.map((kind, index) => ({
      type: "relation.bound" as const,
      relation: { id: `r-${index + 1}`, kind, ...of, label: kind, status: "active" as const },
    })),
    {
      type: "relation.bound",
      relation: { id: "r-99", kind: "sms-notice", ...of, label: "已注销", status: "closed" },
    },
  ]);
  desk.does(desk.formal("k-1", { numbering: "same" }));
  desk.at("2026-03-26");
  return desk;
}

describe("what hangs on a card", () => {
  test("T35, L16, L18, L19: follows to a new number, bound anew, carried, or told to others", () => {
    const desk = bound();

    const { decision } = desk.does(desk.replace(desk.caseOf("k-1")));

    expect(decision.outcome.relations.map(({ kind, how }) => [kind, how])).toEqual([
      ["internet-bank", "re-bound"],
      ["wap-bank", "re-bound"],
      ["phone-bank", "re-bound"],
      ["password-card", "carried"],
      ["usb-key", "carried"],
      ["e-pay", "re-bound"],
      ["sms-notice", "re-bound"],
      ["payroll", "tell-others"],
      ["standing-order", "re-bound"],
      ["housing-fund", "re-bound"],
      ["sub-account", "re-bound"],
      ["limit", "carried"],
    ]);
    expect(desk.books().list("relation", "card", "k-2")).toHaveLength(12);
    expect(
      desk
        .books()
        .list("relation", "card", "k-1")
        .map(({ id }) => id),
    ).toEqual(["r-99"]);
  });

  test("T35, L16: is carried unchanged to a card of the same number", () => {
    const desk = bound();
    desk.does(desk.order(desk.caseOf("k-1")));
    desk.does(desk.arrive("o-1"));

    const { decision } = desk.does(desk.collect("o-1"));

    expect(decision.outcome.relations).toHaveLength(12);
    expect(new Set(decision.outcome.relations.map(({ how }) => how))).toEqual(new Set(["carried"]));
    expect(desk.books().list("relation", "card", "k-2")).toHaveLength(12);
  });

  test("T35: stands with its ticks on the slip as in the preview", () => {
    const desk = bound();
    const request = desk.replace(desk.caseOf("k-1"));
    const preview = desk.preview(request);

    const { batch } = desk.does(request);

    const slip = batch.entries.find((entry) => entry.type === "slip.issued")?.slip;
    expect(preview.ok && preview.value.outcome.relations).toEqual(slip?.relations);
    expect(slip?.relations).toHaveLength(12);
  });

  test("T35: makes no entry where nothing hangs on the card", () => {
    const desk = openLossDeskFor();

    const { batch } = desk.does(desk.exchange("k-1"));

    expect(batch.entries.some(({ type }) => type === "relations.moved")).toBe(false);
  });
});
