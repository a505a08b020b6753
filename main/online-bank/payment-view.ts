import type { Books } from "#core/books/books.ts";
import type { PaymentOutcome } from "#core/commands/online/online.ts";
import type { ChallengeView, PaymentView } from "#core/contract/bank-view.ts";
import type { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import { fen } from "#core/money/fen.ts";
import type { Challenge } from "#core/password-card/challenge.ts";
import { answerDigits, type Grid } from "#core/password-card/grid.ts";
import type { FactName } from "#core/slip/fact-name.ts";

/** What became of a payment, as the customer is shown it; `batch` where it was written down. */
export function paymentView(
  outcome: PaymentOutcome,
  { grid, batch }: { readonly grid: Grid | undefined; readonly batch: Batch | undefined },
): PaymentView {
  switch (outcome.status) {
    case "challenged": {
      const { challenge, again, ...asked } = outcome;
      const layout = known(grid, "a challenge is of a card");
      return { ...asked, challenge: challengeView(challenge, { grid: layout, again }) };
    }
    case "confirm-on-key":
      return outcome;
    case "paid": {
      const { sequence, recordedAt } = known(batch, "money moves in a batch");
      return { ...outcome, sequence, recordedAt };
    }
  }
}

/**
 * The first answer again for a request that was sent twice (design rule 6): the same cells, which are
 * thereby asked again, or the same receipt.
 */
export function paymentViewAgain(batch: Batch, payee: string, books: Books): PaymentView {
  const named = namedAgain(batch, payee);
  const asked = batch.entries.find(
    (entry) =>
      entry.type === "password-card.challenged" || entry.type === "password-card.asked-again",
  );
  if (asked) {
    const { challenge, passwordCard } = asked;
    const { grid } = known(books.find("passwordCard", passwordCard), "the journal names a card");
    const shown = challengeView(challenge, { grid, again: true });
    return { status: "challenged", challenge: shown, ...named };
  }
  const { sequence, recordedAt } = batch;
  const balanceAfter = stated(batch, "balanceAfter");
  return { status: "paid", ...named, sequence, recordedAt, balanceAfter, isToRemind: false };
}

function namedAgain(batch: Batch, payee: string) {
  const amount = fen(stated(batch, "amount"));
  const interest = moneyIn(batch.outcome, "interest");
  if (interest === undefined) return { payee, amount };
  const drawn = { principal: fen(amount - interest), interest: fen(interest) };
  return { payee, amount, drawn };
}

function challengeView(
  { id, coordinates, expiresAt }: Challenge,
  { grid, again }: { readonly grid: Grid; readonly again: boolean },
): ChallengeView {
  return { id, coordinates, digits: answerDigits(grid), expiresAt, again };
}

function moneyIn(outcome: Batch["outcome"], name: FactName) {
  const fact = outcome?.facts.find((one) => one.name === name);
  return fact?.kind === "money" ? fact.amount : undefined;
}

function stated({ outcome }: Batch, name: FactName) {
  return known(moneyIn(outcome, name), "a payment states its amounts");
}
