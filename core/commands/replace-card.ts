import type { Card } from "#core/card/card.ts";
import type { CardFile } from "#core/commands/card-file.ts";
import { newPin } from "#core/commands/check-pin.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { takeFee } from "#core/commands/fee.ts";
import { holderCollects } from "#core/commands/holder-collects.ts";
import { identityFacts } from "#core/commands/identify.ts";
import {
  newNumberCard,
  replacementLevel,
  type Successor,
  sameNumberCard,
} from "#core/commands/new-card.ts";
import { presentedItself } from "#core/commands/present-card.ts";
import { voidOrders } from "#core/commands/void-orders.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { LossCase } from "#core/loss/loss-case.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** 4007 挂失补卡: see `collectAfterLoss`. */
export const replaceCard: Command<"4007"> = (input, context) => collectAfterLoss(input, context);

/**
 * The holder collects a new card for a lost one, in one posting (L11): the new card is issued, the
 * old one replaced, the hold of this case lifted and no other, the relations moved, the case closed.
 *
 * Four guards (L11): this is the branch of the report, the holder in person, a valid document, and
 * the slip with the matching number; the clock is the fifth (L12).
 */
export function collectAfterLoss(
  input: TransactionInput<"4007">,
  context: Context,
): Result<Decision, Refusal> {
  const collected = holderCollects(
    { ...input, kinds: ["card", "both"], sooner: input.numbering },
    context,
  );
  if (!collected.ok) return collected;
  const { lossCase, file, due } = collected.value;
  const { account, customer, holds } = file;
  const successor = successorOf(input, lossCase, file, context);
  if (!successor.ok) return successor;
  const others = holds.filter((hold) => hold.id !== lossCase.hold);
  const fee = takeFee("replacement", input, { account, holds: others }, context);
  if (!fee.ok) return fee;

  const facts = [
    textFact("lossCase", lossCase.number),
    ...identityFacts(customer, input.identity),
    ...successor.value.facts,
    termFact("numbering", `numbering.${input.numbering}`),
    ...fee.value.facts,
    textFact("slip", input.slip),
    ...notes(input.numbering, context),
  ];
  return accept({
    level: replacementLevel(account, due === "same-day", context),
    entries: [
      ...successor.value.entries,
      ...settleOrders(input.numbering, lossCase, file.card, context),
      { type: "hold.lifted", hold: lossCase.hold },
      { type: "loss.closed", lossCase: lossCase.number, outcome: "closed-replaced" },
      { type: "slip.voided", slip: input.slip },
      ...fee.value.entries,
    ],
    outcome: { facts, relations: successor.value.relations },
    slip: "replacement",
    ...(successor.value.write ? { write: successor.value.write } : {}),
  });
}

function successorOf(
  input: TransactionInput<"4007">,
  lossCase: LossCase,
  { card }: CardFile,
  context: Context,
): Result<Successor, Refusal> {
  let verifier: string | undefined;
  if (lossCase.kind === "both") {
    const chosen = newPin(card, input.pin, context);
    if (!chosen.ok) return chosen;
    verifier = chosen.value;
  }
  if (input.numbering === "new") return newNumberCard(card, verifier, context);

  const order = lossCase.order ? context.books.find("order", lossCase.order) : undefined;
  if (order?.status !== "arrived" || !order.newCard) return refuse({ code: "loss.card-not-ready" });
  const made = known(context.books.find("card", order.newCard), "an arrived order has its card");
  const verified = presentedItself(made, input.made, context);
  if (!verified.ok) return verified;
  return accept(sameNumberCard(card, made, verifier, context));
}

function settleOrders(
  numbering: "same" | "new",
  { order }: LossCase,
  card: Card,
  context: Context,
): readonly Entry[] {
  return numbering === "same" && order
    ? [{ type: "production.settled", order, status: "handed-over" }]
    : voidOrders(card, context);
}

function notes(numbering: "same" | "new", { parameters }: Context): readonly Fact[] {
  return [
    termFact("note", "note.hold-ends"),
    termFact("note", "note.activate-card"),
    ...(numbering === "new" ? [termFact("note", "note.tell-payer")] : []),
    ...(numbering === "new" && parameters.creditsFollowOldNumber
      ? [termFact("note", "note.old-number-credited")]
      : []),
  ];
}
