import type { Card } from "#core/card/card.ts";
import { maskPan } from "#core/card/pan.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { nextCardId } from "#core/commands/new-card.ts";
import { lastSequence, lastVersion, orderCard } from "#core/commands/order-card.ts";
import { voidOrders } from "#core/commands/void-orders.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { atReportBranch, formallyOpen } from "#core/loss/collection.ts";
import type { LossCaseNumber } from "#core/loss/loss-case.ts";
import { dateFact, textFact } from "#core/slip/facts.ts";
import type { Teller, TellerId } from "#core/teller/teller.ts";

/** 8006 制卡申请, 到卡登记: a card of the same number is ordered, and later arrives (L06, V10). */
export const produceCard: Command<"8006"> = (input, context) =>
  input.step === "order"
    ? orderForLoss(input.lossCase, context)
    : registerArrival(input.order, input.custodian, context);

function orderForLoss(number: LossCaseNumber, context: Context): Result<Decision, Refusal> {
  const { books, branch, today } = context;
  const here = atReportBranch(books.find("lossCase", number), branch.code);
  if (!here.ok) return here;
  const lossCase = here.value;
  if (lossCase.kind === "pin") return refuse({ code: "loss.kind", kind: lossCase.kind });
  const open = formallyOpen(lossCase, today);
  if (!open.ok) return open;

  const card = known(books.find("card", lossCase.card), "a case has a card");
  const ordered = orderCard(card, { type: "loss", lossCase: number }, context);
  if (!ordered.ok) return ordered;

  const order = ordered.value;
  return accept({
    level: "A1",
    entries: [
      ...voidOrders(card, context),
      { type: "production.ordered", order },
      { type: "loss.card-ordered", lossCase: number, order: order.id },
    ],
    outcome: {
      facts: [
        textFact("order", order.id),
        textFact("lossCase", number),
        textFact("card", maskPan(card.pan)),
        dateFact("dueOn", order.dueOn),
      ],
      relations: [],
    },
    slip: "general",
  });
}

/**
 * The made card arrives and is kept by two people until its holder comes (V10).
 *
 * It bears the old number, with a sequence number and a version that no card of the number ever
 * bore, void ones too, so that the lost card's stripe is no longer the current one (L13, M25, VE10).
 * For a loss it arrives where it will be collected: at the branch of the report (L04).
 */
function registerArrival(
  id: string,
  custodian: TellerId,
  context: Context,
): Result<Decision, Refusal> {
  const { books, today, teller, branch } = context;
  const order = books.find("order", id);
  if (!order) return refuse({ code: "production.unknown" });
  if (order.purpose.type === "loss") {
    const lossCase = books.find("lossCase", order.purpose.lossCase);
    const here = atReportBranch(lossCase, branch.code);
    if (!here.ok) return here;
  }
  if (order.status !== "ordered") return refuse({ code: "production.settled" });
  const second = books.find("teller", custodian);
  if (!second || !mayKeep(second, teller)) return refuse({ code: "production.custodian" });

  const old = known(books.find("card", order.card), "an order has a card");
  const made = madeCard(old, context);
  return accept({
    level: "A1",
    entries: [
      { type: "card.entered", card: made },
      {
        type: "production.arrived",
        order: id,
        newCard: made.id,
        arrivedOn: today,
        custodians: [teller.id, second.id],
      },
    ],
    outcome: {
      facts: [
        textFact("order", id),
        textFact("newCard", maskPan(made.pan)),
        textFact("custodians", `${teller.id} ${second.id}`),
      ],
      relations: [],
    },
    slip: "general",
  });
}

/** Whether somebody keeps a made card together with the teller (V10): of the branch, and of its business. */
function mayKeep(second: Teller, teller: Teller): boolean {
  const isOfBusiness = second.role !== "auditor" && second.role !== "administrator";
  const isHere = second.branch === teller.branch && second.leftAt === undefined;
  return isOfBusiness && isHere && second.id !== teller.id;
}

function madeCard(old: Card, context: Context): Card {
  const { serial: _notFromStock, ...kept } = old;
  return {
    ...kept,
    id: nextCardId(context),
    issuedOn: context.today,
    life: "made",
    loss: "none",
    sequence: lastSequence(old, context) + 1,
    trackVersion: lastVersion(old, context) + 1,
  };
}
