import type { Card } from "#core/card/card.ts";
import { type CardFile, fileFacts, fileOfCase } from "#core/commands/card-file.ts";
import { checkPin } from "#core/commands/check-pin.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { presentedItself } from "#core/commands/present-card.ts";
import { voidOrders } from "#core/commands/void-orders.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { atReportBranch, formallyOpen, withSlip } from "#core/loss/collection.ts";
import { type LossCase, type LossRefusal, statusOn } from "#core/loss/loss-case.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 4006 挂失撤销: the card was found, the holder brings it back in person (T12).
 *
 * An oral report ends with card and document, before a second teller. A written one ends only at
 * its branch, with the slip and the PIN as well, before a supervisor, and never once the slip was
 * lost (T13). A card already made for it is void.
 */
export const withdrawLoss: Command<"4006"> = (input, context) => {
  const lossCase = context.books.find("lossCase", input.lossCase);
  if (!lossCase) return refuse({ code: "loss.unknown" });
  const isOral = statusOn(lossCase, context.today) === "oral-active";
  const may = isOral ? accept(lossCase) : writtenWithdrawable(lossCase, input.slip, context);
  if (!may.ok) return may;

  const file = fileOfCase(lossCase, context);
  const identified = identify(file.customer, input.identity, context);
  if (!identified.ok) return identified;
  const found = presentedItself(file.card, input.swipe, context);
  if (!found.ok) return found;
  const pin = isOral ? accept([]) : provenPin(file.card, input.pin, context);
  if (!pin.ok) return pin;

  return accept(withdrawal(isOral ? "A1" : "A2", input, lossCase, file, pin.value, context));
};

function writtenWithdrawable(
  lossCase: LossCase,
  slip: string | undefined,
  { branch, today }: Context,
): Result<LossCase, LossRefusal> {
  const open = formallyOpen(lossCase, today);
  if (!open.ok) return open;
  const here = atReportBranch(lossCase, branch.code);
  if (!here.ok) return here;
  return lossCase.slipLost ? refuse({ code: "loss.slip-lost" }) : withSlip(lossCase, slip);
}

/**
 * A PIN that was itself reported forgotten is proven by knowing it again, but only while tries are
 * left: reporting it lost gives a locked one no other try. It ends with a new PIN (4009, T25).
 */
function provenPin(
  card: Card,
  ref: string | undefined,
  context: Context,
): ReturnType<typeof checkPin> {
  return card.pinFailures >= context.parameters.pinTries
    ? refuse({ code: "card.pin-locked" })
    : checkPin(card, ref, context);
}

function withdrawal(
  level: "A1" | "A2",
  input: TransactionInput<"4006">,
  lossCase: LossCase,
  file: CardFile,
  pinEntries: readonly Entry[],
  context: Context,
): Decision {
  const { card, customer } = file;
  const facts = [
    textFact("lossCase", lossCase.number),
    ...fileFacts(file),
    ...identityFacts(customer, input.identity),
    ...(lossCase.slip ? [textFact("slip", lossCase.slip)] : []),
    termFact("note", "note.hold-ends"),
  ];
  return {
    level,
    entries: [
      ...pinEntries,
      { type: "loss.withdrawn", lossCase: lossCase.number },
      { type: "hold.lifted", hold: lossCase.hold },
      ...(lossCase.kind === "pin"
        ? []
        : [{ type: "card.loss-marked", card: card.id, loss: "none" } as const]),
      ...(lossCase.kind === "card" ? [] : [{ type: "card.pin-found", card: card.id } as const]),
      ...voidOrders(card, context, (order) => order.id === lossCase.order),
      ...(lossCase.slip ? [{ type: "slip.voided", slip: lossCase.slip } as const] : []),
    ],
    outcome: { facts, relations: [] },
    slip: "general",
  };
}
