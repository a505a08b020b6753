import { describe, expect, test } from "vitest";
import { Serial, type Stock, serialAfter } from "#core/voucher/stock.ts";
import { passwordCardBatch, type RawEntry } from "#tests/main/ledger/invented.ts";
import { fc } from "#tests/support/fast-check.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

const FIRST = Serial.parse("030000001000");
/** The serial so many pieces after the first of batch b-1. */
const nth = (further: number) => serialAfter(FIRST, further);
const range = (from: number, to: number) => ({ first: nth(from), last: nth(to) });
const made: RawEntry = { type: "batch.made", batch: passwordCardBatch(1) };
const delivered = (good: [number, number][], spoiled: number[] = []): RawEntry => ({
  type: "batch.delivered",
  batch: "b-1",
  good: good.map(([from, to]) => range(from, to)),
  spoiled: spoiled.map(nth),
});
const allotted = (count: number, to = "0001"): RawEntry => ({
  type: "pieces.allotted",
  kind: "password-card",
  to,
  count,
});

/** A desk after these entries, one batch of the journal each. */
function deskAfter(...entries: readonly RawEntry[]) {
  const desk = openLossDeskFor();
  for (const entry of entries) desk.post([entry]);
  return desk;
}

describe("a batch of password cards", () => {
  test("puts nothing into the vault while its cards are at the shop", () => {
    const desk = deskAfter(made);

    expect(desk.see("passwordCardBatch", "b-1")).toEqual(passwordCardBatch(1));
    expect(desk.books().find("stock", "password-card:vault")).toBeUndefined();
  });

  test("comes back into the vault without the spoiled ones, which count as delivered", () => {
    const desk = deskAfter(
      made,
      delivered(
        [
          [0, 3],
          [5, 9],
        ],
        [4],
      ),
    );

    expect(desk.see("stock", "password-card:vault")).toMatchObject({
      id: "password-card:vault",
      kind: "password-card",
      holder: "vault",
      ranges: [range(0, 3), range(5, 9)],
    });
    expect(desk.see("stock", "password-card:voided").ranges).toEqual([range(4, 4)]);
    expect(desk.see("passwordCardBatch", "b-1").delivered).toEqual([range(0, 9)]);
  });

  test("may come back in parts: what lies side by side is one range again", () => {
    const desk = deskAfter(made, delivered([[0, 4]]), delivered([[10, 14]]), delivered([[5, 9]]));

    expect(desk.see("stock", "password-card:vault").ranges).toEqual([range(0, 14)]);
    expect(desk.see("passwordCardBatch", "b-1").delivered).toEqual([range(0, 14)]);
  });

  test("is nobody's when it comes back without having been made", () => {
    expect(() => deskAfter(delivered([[0, 4]]))).toThrow(
      "the journal names an existing passwordCardBatch",
    );
  });
});

describe("blank pieces on their way", () => {
  test("V07: go from the vault into a box, the lowest first", () => {
    const desk = deskAfter(made, delivered([[0, 9]]), allotted(4), allotted(2, "0002"));

    expect(desk.see("stock", "password-card:0001").ranges).toEqual([range(0, 3)]);
    expect(desk.see("stock", "password-card:0002").ranges).toEqual([range(4, 5)]);
    expect(desk.see("stock", "password-card:vault").ranges).toEqual([range(6, 9)]);
  });

  test("V07: join those that lie in the box, be they from one range or from two", () => {
    const desk = deskAfter(
      made,
      delivered([
        [0, 3],
        [6, 9],
      ]),
      allotted(2),
      allotted(4),
    );

    expect(desk.see("stock", "password-card:0001").ranges).toEqual([range(0, 3), range(6, 7)]);
    expect(desk.see("stock", "password-card:vault").ranges).toEqual([range(8, 9)]);
  });

  test("V02: leave the box from the lowest up, each known by its serial afterwards", () => {
    const desk = deskAfter(made, delivered([[0, 9]]), allotted(2), {
      type: "piece.taken",
      piece: {
        id: `password-card:${nth(0)}`,
        kind: "password-card",
        serial: nth(0),
        teller: "0001",
        status: "used",
        customer: "c-1",
      },
    });

    expect(desk.see("stock", "password-card:0001").ranges).toEqual([range(1, 1)]);
    expect(desk.see("piece", `password-card:${nth(0)}`)).toMatchObject({
      status: "used",
      customer: "c-1",
    });
  });

  test("V02: a journal of an older program may take a piece twice: it leaves its box once", () => {
    const again = { kind: "password-card", serial: nth(1), teller: "0001" } as const;
    const id = `password-card:${nth(1)}`;

    const desk = deskAfter(
      made,
      delivered([[0, 9]]),
      allotted(3),
      { type: "piece.taken", piece: { id, ...again, status: "voided", reason: "mismatch" } },
      { type: "piece.taken", piece: { id, ...again, status: "used", customer: "c-1" } },
    );

    expect(desk.see("stock", "password-card:0001").ranges).toEqual([range(0, 0), range(2, 2)]);
    expect(desk.see("stock", "password-card:voided").ranges).toEqual([range(1, 1)]);
    expect(desk.see("piece", id).status).toBe("used");
  });

  // Goal: no piece is ever made or lost between shop, vault and boxes, and none is in two hands.
  // Method: random deliveries and allotments that hold as much; all serials listed and compared.
  test("V01: are neither more nor fewer, wherever they lie", () => {
    const step = fc.record({ count: fc.integer({ min: 1, max: 30 }), teller: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const desk = deskAfter(made, delivered([[0, 99]], [100]), delivered([[101, 150]]));
        let left = 150;
        for (const { count, teller } of steps) {
          if (count > left) continue;
          desk.post([allotted(count, `000${teller}`)]);
          left -= count;
        }

        const serials = desk
          .books()
          .all("stock")
          .filter(({ kind }) => kind === "password-card")
          .flatMap(serialsOf);
        expect(serials.sort()).toEqual(serialsOf({ ranges: [range(0, 150)] }));
      }),
      { numRuns: 50 },
    );
  });
});

function serialsOf({ ranges }: Pick<Stock, "ranges">): string[] {
  return ranges.flatMap(({ first, last }) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => serialAfter(first, at)),
  );
}
