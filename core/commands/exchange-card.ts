import { type Card, isCurrent } from "#core/card/card.ts";
import { type CardFile, fileFacts, fileOf } from "#core/commands/card-file.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { newNumberCard, replacementLevel } from "#core/commands/new-card.ts";
import { orderCard } from "#core/commands/order-card.ts";
import { presentedItself } from "#core/commands/present-card.ts";
import { voidOrders } from "#core/commands/void-orders.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { dateFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * 3003 换卡: the old card is on the counter and was read (T30).
 *
 * With a new number the holder leaves with the new card and the old one is punched at once (T34);
 * with the same number the card is ordered, and the old one works until it is handed over (T32).
 * After suspected skimming only a new number helps (R10).
 */
export const exchangeCard: Command<"3003"> = (input, context) => {
  const file = fileOf(input.card, context);
  if (!file.ok) return file;
  const { card, customer } = file.value;
  const may = exchangeable(card, input);
  if (!may.ok) return may;
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const shown = presentedItself(card, input.swipe, context);
  if (!shown.ok) return shown;

  const facts = [
    ...identityFacts(customer, input.identity),
    ...fileFacts(file.value),
    termFact("reason", `exchange.${input.reason}`),
    termFact("numbering", `numbering.${input.numbering}`),
  ];
  return input.numbering === "new"
    ? exchangeNow(input, file.value, facts, context)
    : exchangeByOrder(input, file.value, facts, context);
};

function exchangeable(card: Card, input: TransactionInput<"3003">): Result<Card, Refusal> {
  if (!isCurrent(card)) return refuse({ code: "card.not-active", life: card.life });
  if (card.loss !== "none") return refuse({ code: "card.reported-lost", loss: card.loss });
  if (input.reason === "skimming-suspected" && input.numbering === "same") {
    return refuse({ code: "card.skimmed-needs-new-number" });
  }
  return accept(card);
}

function exchangeNow(
  input: TransactionInput<"3003">,
  { card, account }: CardFile,
  facts: readonly Fact[],
  context: Context,
): Result<Decision, Refusal> {
  const successor = newNumberCard(card, undefined, context);
  if (!successor.ok) return successor;

  const { entries, relations, write } = successor.value;
  return accept({
    level: replacementLevel(account, false, context),
    entries: [
      ...entries,
      ...voidOrders(card, context),
      { type: "piece.collected", card: card.id, reason: input.reason },
    ],
    outcome: {
      facts: [
        ...facts,
        ...successor.value.facts,
        termFact("note", "note.old-card-punched"),
        termFact("note", "note.activate-card"),
        termFact("note", "note.tell-payer"),
      ],
      relations,
    },
    slip: "exchange",
    ...(write ? { write } : {}),
  });
}

function exchangeByOrder(
  input: TransactionInput<"3003">,
  { card, account }: CardFile,
  facts: readonly Fact[],
  context: Context,
): Result<Decision, Refusal> {
  const ordered = orderCard(card, { type: "exchange", reason: input.reason }, context);
  if (!ordered.ok) return ordered;

  const order = ordered.value;
  return accept({
    level: replacementLevel(account, false, context),
    entries: [{ type: "production.ordered", order }],
    outcome: {
      facts: [
        ...facts,
        textFact("order", order.id),
        dateFact("dueOn", order.dueOn),
        textFact("pickUpBranch", `${context.branch.code} ${context.branch.name}`),
        termFact("note", "note.card-to-be-made"),
        termFact("note", "note.old-card-works-until-then"),
      ],
      relations: [],
    },
    slip: "exchange",
  });
}
