import { describe, expect, test } from "vitest";
import { namesCase, reasonOf, strandsOf, withoutOrders } from "#core/evidence-pack/case-strands.ts";
import { Batch } from "#core/journal/batch.ts";
import { LossCaseNumber } from "#core/loss/loss-case.ts";

const lossCase = LossCaseNumber.parse("01012605180001");
const other = LossCaseNumber.parse("01012605180002");
const hash = "ab".repeat(32);

function batch(entries: readonly unknown[], more: Record<string, unknown> = {}): Batch {
  return Batch.parse({
    schema: 1,
    sequence: 7,
    recordedAt: Date.UTC(2026, 4, 18, 4),
    businessDate: "2026-05-18",
    branch: "0101",
    teller: "1001",
    approvers: [],
    code: "4002",
    entries,
    ...more,
  });
}

const lapsed = (of: string) => ({ type: "loss.lapsed", lossCase: of });
const printed = (slip: string) => ({ type: "slip.printed", slip });
const naming = batch([lapsed(lossCase), { type: "authorisation.spent", grant: "g-1" }], {
  request: { id: "request-1", hash },
});
const strands = {
  ...strandsOf(lossCase, [naming]),
  slips: new Set(["01012026051800"]),
  orders: new Set(["o-1"]),
};
const declined = (of: string) => ({
  type: "authorisation.declined",
  hash: of,
  level: "A1",
  approver: "2001",
  why: "无此人",
});

describe("what belongs to the evidence of a case", () => {
  test("a batch that names the case, and none that names another", () => {
    expect(namesCase(naming, lossCase)).toBe(true);
    expect(namesCase(naming, other)).toBe(false);
    expect(reasonOf(naming, strands)).toBe("case");
  });

  test("a slip of the same digits is no case", () => {
    expect(namesCase(batch([printed(lossCase)]), lossCase)).toBe(false);
  });

  test("a batch that showed or printed the number of the case", () => {
    const outcome = {
      facts: [{ name: "lossCase", kind: "text", text: lossCase }],
      relations: [],
    };

    expect(namesCase(batch([printed("1".repeat(14))], { outcome }), lossCase)).toBe(true);
  });

  test("words for and against the very request, and not those about another", () => {
    expect(reasonOf(batch([declined(hash)]), strands)).toBe("declined");
    expect(reasonOf(batch([declined("cd".repeat(32))]), strands)).toBeUndefined();
  });

  test("prints of its slips, and words about printing them again", () => {
    const refused = [{ type: "request.refused", refusal: "slip.void" }];

    expect(reasonOf(batch([printed("01012026051800")]), strands)).toBe("slip");
    expect(reasonOf(batch([printed("01012026051801")]), strands)).toBeUndefined();
    expect(reasonOf(batch(refused, { slip: "01012026051800" }), strands)).toBe("slip");
    expect(reasonOf(batch(refused, { slip: "01012026051801" }), strands)).toBeUndefined();
  });

  test("what became of the card that was ordered for it", () => {
    const settled = (order: string) => ({
      type: "production.settled",
      order,
      status: "handed-over",
    });

    expect(reasonOf(batch([settled("o-1")]), strands)).toBe("order");
    expect(reasonOf(batch([settled("o-2")]), strands)).toBeUndefined();
  });

  test("the reversal of a posting that named it", () => {
    const reversed = (original: number) => ({
      type: "posting.reversed",
      original,
      by: 9,
      slip: "01012026051802",
      part: "fee",
      reason: "fee-wrong",
      words: "手续费收错",
    });

    expect(reasonOf(batch([reversed(7)]), strands)).toBe("reversal");
    expect(reasonOf(batch([reversed(8)]), strands)).toBeUndefined();
  });
});

test("no tipping off: an order that took effect in the same posting leaves no trace", () => {
  const effect = {
    type: "freeze.took-effect",
    order: "f-0101-20260518-0001",
    effectiveAt: Date.UTC(2026, 4, 18, 4),
  };
  const mixed = {
    ...naming,
    entries: [...naming.entries, effect as unknown as Batch["entries"][number]], // Of any order.
  };

  expect(withoutOrders(mixed)).toEqual(naming);
  expect(withoutOrders(naming)).toBe(naming);
});
