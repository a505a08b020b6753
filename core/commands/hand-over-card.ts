import { isCurrent } from "#core/card/card.ts";
import { fileOf } from "#core/commands/card-file.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { replacementLevel, sameNumberCard } from "#core/commands/new-card.ts";
import { presentedItself } from "#core/commands/present-card.ts";
import { collectAfterLoss } from "#core/commands/replace-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { LossCaseNumber } from "#core/loss/loss-case.ts";
import type { ProductionOrder } from "#core/replacement/production-order.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 3004 领卡: a made card leaves the branch's keeping, its stripe verified by a swipe (V10).
 *
 * For a loss this is the collection itself, with all its guards (L11); for an exchange the old card
 * is given up and punched in the same moment (T32, T34), before a second teller, or the branch head
 * where a full block stops the account (5.1).
 */
export const handOverCard: Command<"3004"> = (input, context) => {
  const order = context.books.find("order", input.order);
  if (!order) return refuse({ code: "production.unknown" });
  if (order.status === "ordered") {
    return refuse({ code: "production.not-arrived", dueOn: order.dueOn });
  }
  if (order.status !== "arrived") return refuse({ code: "production.settled" });

  const { purpose } = order;
  if (purpose.type === "exchange") return handOverForExchange(input, order, context);
  if (!input.slip) return refuse({ code: "loss.slip-mismatch" });
  return collectAfterLoss(
    {
      lossCase: LossCaseNumber.parse(purpose.lossCase),
      slip: input.slip,
      numbering: "same",
      identity: input.identity,
      made: input.made,
      fee: input.fee,
      ...(input.waiver ? { waiver: input.waiver } : {}),
      signed: input.signed,
      ...(input.pin ? { pin: input.pin } : {}),
    },
    context,
  );
};

function handOverForExchange(
  input: TransactionInput<"3004">,
  order: ProductionOrder,
  context: Context,
): Result<Decision, Refusal> {
  const file = fileOf(order.card, context);
  if (!file.ok) return file;
  const { card, account, customer } = file.value;
  if (!isCurrent(card)) return refuse({ code: "card.not-active", life: card.life });
  if (card.loss !== "none") return refuse({ code: "card.reported-lost", loss: card.loss });
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const old = presentedItself(card, input.old, context);
  if (!old.ok) return old;
  const made = known(
    context.books.find("card", order.newCard ?? ""),
    "an arrived order has its card",
  );
  const verified = presentedItself(made, input.made, context);
  if (!verified.ok) return verified;

  const successor = sameNumberCard(card, made, undefined, context);
  return accept({
    level: replacementLevel(account, false, context) === "A3" ? "A3" : "A1",
    entries: [
      ...successor.entries,
      { type: "piece.collected", card: card.id, reason: "exchange" },
      { type: "production.settled", order: order.id, status: "handed-over" },
    ],
    outcome: {
      facts: [
        textFact("order", order.id),
        ...identityFacts(customer, input.identity),
        ...successor.facts,
        termFact("numbering", "numbering.same"),
        termFact("note", "note.old-card-punched"),
        termFact("note", "note.activate-card"),
      ],
      relations: successor.relations,
    },
    slip: "exchange",
  });
}
