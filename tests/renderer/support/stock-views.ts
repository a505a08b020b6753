import type { z } from "zod";
import { StockRegisterView } from "#core/contract/stock-view.ts";

type Raw = z.input<typeof StockRegisterView>;
type Hand = Raw["hands"][number];

const none = { pieces: 0, ranges: [] };

/** A run of password cards by its ends. */
export const runOf = (first: number, last = first) => ({
  first: `030000${String(first).padStart(6, "0")}`,
  last: `030000${String(last).padStart(6, "0")}`,
});

/** Pieces of one run. */
export const columnOf = (first: number, last = first) => ({
  pieces: last - first + 1,
  ranges: [runOf(first, last)],
});

/** The box of 1001: 40 cards in the morning, 10 received, 3 used, one voided; not counted. */
export function handView(over: Partial<Hand> = {}): Hand {
  return {
    id: "password-card:0101",
    kind: "password-card",
    holder: "0101",
    name: "李建国",
    opening: columnOf(1, 40),
    received: columnOf(41, 50),
    used: columnOf(1, 3),
    voided: columnOf(4),
    handedOver: none,
    lost: none,
    held: columnOf(5, 50),
    state: "uncounted",
    ...over,
  };
}

/** The register with that box, a vault that was counted, and one card nobody came for. */
export function stockRegisterView(over: Partial<Raw> = {}): StockRegisterView {
  return StockRegisterView.parse({
    date: "2026-03-18",
    hands: [
      handView({
        ...{ id: "password-card:vault", holder: "vault", name: undefined, state: "settled" },
        ...{ opening: columnOf(51, 100), received: none, used: none, voided: none },
        held: columnOf(51, 100),
        count: { pieces: 50, missing: none, surplus: none },
      }),
      handView(),
    ],
    tellers: [
      { id: "0101", name: "李建国" },
      { id: "1002", name: "王秀英" },
    ],
    unclaimed: [
      {
        ...{ order: "o-7", cardNumber: "621700******1234", customerName: "顾客7" },
        arrivedOn: "2025-11-01",
      },
    ],
    ...over,
  });
}
