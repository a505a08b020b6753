import { type BoxCount, type BoxId, differenceOf } from "#core/cash/box.ts";
import { capitalAmount } from "#core/money/capital.ts";
import { type CashCount, countedSum } from "#core/money/denomination.ts";
import { type Fen, fen } from "#core/money/fen.ts";
import type { Term } from "#core/slip/fact-name.ts";
import { cashFacts, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** What is done with cash, as the slip has it (1101, 1104). */
type CashAct = Extract<Term, `cash-action.${string}`>;

/** Which box, and what is done with it. */
export function boxFacts(box: BoxId, act?: CashAct): readonly Fact[] {
  return [
    box === "vault" ? termFact("box", "box.vault") : textFact("box", box),
    ...(act ? [termFact("cashAction", act)] : []),
  ];
}

/** What went from hand to hand: piece by piece, and the sum in figures and capitals. */
export function movedFacts(cash: CashCount): readonly Fact[] {
  return [...cashFacts(cash), ...sumFacts("amount", countedSum(cash))];
}

/** What was counted, without what it is held against: that stays unseen until it is posted (C02). */
export function countedFacts(cash: CashCount): readonly Fact[] {
  return [...cashFacts(cash), ...sumFacts("cashCounted", countedSum(cash))];
}

/** What the books expected, and by how much the count is over or short (C02). */
export function comparedFacts(count: BoxCount): readonly Fact[] {
  const difference = differenceOf(count);
  return [
    moneyFact("cashExpected", count.expected),
    ...(difference > 0 ? [moneyFact("cashOver", difference)] : []),
    ...(difference < 0 ? [moneyFact("cashShort", fen(-difference))] : []),
    termFact("note", difference === 0 ? "note.box-counted-right" : "note.box-differs"),
  ];
}

function sumFacts(name: "amount" | "cashCounted", sum: Fen): readonly Fact[] {
  return [moneyFact(name, sum), textFact("amountInWords", capitalAmount(sum))];
}
