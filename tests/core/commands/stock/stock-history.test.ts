import { expect, test, vi } from "vitest";
import { undoableParts } from "#core/reversal/undoable.ts";
import { piecesIn, type Stock } from "#core/voucher/stock.ts";
import { isBalanced } from "#core/voucher/stock-day.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { fc } from "#tests/support/fast-check.ts";
import { laidOut, type Moved, modelOf, type PieceModel } from "./piece-model.ts";
import { openStockDesk, requests, run, type StockDesk } from "./stock-requests.ts";

// Random days may take their time on a busy machine; nothing here is about speed.
vi.setConfig({ testTimeout: 300_000 });

const FIRST = 1;
const LAST = 100;

const acts = [
  ...(["draw", "giveIn", "handOver", "issue", "failedWrite", "filmDamaged"] as const),
  ...(["void", "lose", "find", "count", "countRight", "ship", "receive", "destroy"] as const),
  ...(["setRight", "undo", "undo", "sleep"] as const),
] as const;

const anyDays = fc.array(
  fc.record({
    what: fc.constantFrom(...acts),
    who: fc.constantFrom("0001", "0002"),
    at: fc.integer({ min: FIRST, max: LAST + 3 }),
    size: fc.nat(6),
  }),
  { minLength: 15, maxLength: 50 },
);
type Step = typeof anyDays extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

/** What is asked for in a step; whether it is possible, the rules say. */
function requestFor(desk: StockDesk, { what, who, at, size }: Step): RawRequest | undefined {
  const ranges = [run(at, at + size)];
  /** A piece that is in a hand, every other time; else any, which it may well not be. */
  const oneOf = (hand: string) => {
    const [lowest] = at % 2 === 0 ? desk.ranges(hand) : [];
    return lowest ? [{ first: lowest.first, last: lowest.first }] : [run(at)];
  };
  const other = who === "0001" ? "0002" : "0001";
  switch (what) {
    case "draw":
      return requests.draw(1 + size);
    case "giveIn":
      return requests.giveIn(1 + size);
    case "handOver":
      return requests.handOver({ to: other, count: 1 + size });
    case "issue":
      return desk.books().count("passwordCard") === 0 ? desk.issueCard("k-1") : undefined;
    case "filmDamaged":
      return {
        code: "5003",
        input: { what: "blank", serial: desk.nextPiece("password-card") },
      };
    case "void":
      return requests.voided(ranges, at % 3 === 0 ? "vault" : who);
    case "lose":
      return requests.lost({ holder: at % 3 === 0 ? "vault" : who, ranges });
    case "find":
      return requests.found(oneOf("lost"));
    case "countRight":
      return requests.counted([...desk.ranges(who), run(at)].slice(0, 1 + size), who);
    case "count":
      return requests.counted(ranges, at % 3 === 0 ? "vault" : who);
    case "ship":
      return requests.shipped(ranges, at % 2 === 0 ? "vault" : "voided");
    case "receive":
      return requests.received(oneOf("shipped"));
    case "destroy":
      return requests.destroyed(oneOf("voided"));
    case "setRight":
      return requests.setRight({ way: at % 2 === 0 ? "in" : "out", other: "vault", ranges });
    case "undo": {
      const undoable = desk.batches().filter((batch) => undoableParts(batch).includes("whole"));
      const batch = undoable[undoable.length - 1 - (size % Math.max(1, undoable.length))];
      const why = { part: "whole", reason: "other", words: "抹账" } as const;
      return batch && { code: "1106", input: { sequence: batch.sequence, ...why } };
    }
    case "failedWrite":
    case "sleep":
      return undefined;
  }
}

/** Where the pieces of an accepted request went, by what the words of the transaction say. */
function wentTo(
  model: PieceModel,
  step: Step,
  done: ReadonlyMap<number, readonly Moved[]>,
  request: RawRequest,
) {
  const { what, who, at, size } = step;
  const { ranges } = { ranges: [], ...request.input } as Pick<Stock, "ranges">; // As it was asked.
  const pieces = laidOut(ranges);
  const hand = at % 3 === 0 ? "vault" : who;
  switch (what) {
    case "draw":
      return model.move(model.lowest("vault", 1 + size), "vault", who);
    case "giveIn":
      return model.move(model.highest(who, 1 + size), who, "vault");
    case "handOver":
      return model.move(model.highest(who, 1 + size), who, who === "0001" ? "0002" : "0001");
    case "issue":
      return model.move(model.lowest(who, 1), who, "used");
    case "failedWrite":
    case "filmDamaged":
      return model.move(model.lowest(who, 1), who, "voided");
    case "void":
      return model.move(pieces, hand, "voided");
    case "lose":
      return model.move(pieces, hand, "lost");
    case "find":
      return model.move(pieces, model.whose(pieces[0] ?? ""), "voided");
    case "ship":
      return model.move(pieces, at % 2 === 0 ? "vault" : "voided", "shipped");
    case "receive":
      return model.move(pieces, "shipped", "vault");
    case "destroy":
      return model.move(pieces, "voided", "destroyed");
    case "setRight":
      return at % 2 === 0 ? model.move(pieces, "vault", who) : model.move(pieces, who, "vault");
    case "undo": {
      const original = request.code === "1106" ? (done.get(request.input.sequence) ?? []) : [];
      return original.flatMap(({ piece, from, to }) => model.move([piece], to, from));
    }
    case "count":
    case "countRight":
    case "sleep":
      return [];
  }
}

/** Asks whoever may give the word, and posts; undefined where the rules, or all of them, say no. */
function attempt(desk: StockDesk, request: RawRequest): number | undefined {
  if (!desk.preview(request).ok) return undefined;
  for (const approver of ["0001", "0002", "0100", "0101", "0900"]) {
    const asked = desk.ask(request, approver);
    if (!asked.ok || asked.value.status === "half") continue;
    const done = desk.run(request, { grant: asked.value.id });
    return done.ok ? done.value.batch.sequence : undefined;
  }
  return undefined;
}

/** What must be true of the books after every step, against the model that knows single pieces. */
function check(stocks: readonly Stock[], model: PieceModel): void {
  for (const stock of stocks) {
    expect(laidOut(stock.ranges), stock.id).toEqual(model.within(stock.holder));
    expect(isBalanced(stock), stock.id).toBe(true);
    const { day } = stock;
    if (!day) continue;
    const gone = [...day.used, ...day.voided, ...day.handedOver, ...day.lost];
    expect(piecesIn([...day.opening, ...day.received]) - piecesIn(gone)).toBe(
      piecesIn(stock.ranges),
    );
  }
  expect(stocks.reduce((sum, { ranges }) => sum + piecesIn(ranges), 0)).toBe(model.size());
}

/** The writer of cards spoils the next piece of a box (V04). */
function failWrite(desk: StockDesk, teller: string): number | undefined {
  const [lowest] = desk.ranges(teller);
  if (!lowest) return undefined;
  const { first: serial } = lowest;
  const id = `password-card:${serial}`;
  const piece = { id, kind: "password-card", serial, teller, status: "voided" } as const;
  return desk.post([{ type: "piece.taken", piece: { ...piece, reason: "mismatch" } }]).sequence;
}

// Goal: V01 to V10: whatever is drawn, used, spoiled, lost, found, counted, shipped, destroyed and
// reversed, in any order: every piece is in exactly one hand, none is made or gone, each hand's day
// adds up piece by piece, and a box is used from its lowest piece up. Method: random days at two
// boxes and a vault; each accepted step is done once more by a model that has single pieces and no
// runs, and all hands are compared after every step.
test("V02, V05: every piece is in exactly one hand, and every hand's day adds up", () => {
  const accepted = new Map<string, number>();
  fc.assert(
    fc.property(anyDays, (steps) => {
      const desk = openStockDesk();
      const stocks = () =>
        desk
          .books()
          .all("stock")
          .filter(({ kind }) => kind === "password-card");
      const model = modelOf(stocks());
      const done = new Map<number, readonly Moved[]>();
      for (const step of steps) {
        desk.seat(step.what === "destroy" ? "0100" : step.who);
        if (step.what === "sleep") desk.pass(86_400_000);
        const request = requestFor(desk, step);
        const sequence =
          step.what === "failedWrite"
            ? failWrite(desk, step.who)
            : request && attempt(desk, request);
        if (sequence === undefined) continue;

        done.set(sequence, wentTo(model, step, done, request ?? requests.draw(1)));
        accepted.set(step.what, (accepted.get(step.what) ?? 0) + 1);
        check(stocks(), model);
      }
    }),
    { numRuns: 60 },
  );
  const never = acts.filter((what) => what !== "sleep" && !accepted.has(what));
  expect(never.filter((what) => what !== "setRight")).toEqual([]);
});
