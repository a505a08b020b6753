import { checkPin } from "#core/commands/check-pin.ts";
import type { Command, Context, Decision, Refused } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { type CardFile, fileFacts, fileOf } from "#core/commands/open-loss-case.ts";
import { presentedItself } from "#core/commands/present-card.ts";
import { voidMadeCard } from "#core/commands/void-made-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { atReportBranch, withSlip } from "#core/loss/collection.ts";
import { type LossCase, statusOn } from "#core/loss/loss-case.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 4006 挂失撤销: the card was found, the holder brings it back in person (T12).
 *
 * An oral report ends with card and document, before a second teller. A written one ends only at
 * its branch, with the slip and the PIN as well, before a supervisor, and never once the slip was
 * lost (T13). A card already made for it is void.
 */
export const withdrawLoss: Command<"4006"> = (input, context) => {
  const { books, today } = context;
  const lossCase = books.find("lossCase", input.lossCase);
  if (!lossCase) return refuse({ code: "loss.unknown" });
  const file = fileOf(lossCase.card, context);
  if (!file.ok) return file;
  const identified = identify(file.value.customer, input.identity, context);
  if (!identified.ok) return identified;
  const found = presentedItself(file.value.card, input.swipe, context);
  if (!found.ok) return found;

  const status = statusOn(lossCase, today);
  switch (status) {
    case "oral-active":
      return accept(withdrawal("A1", input, lossCase, file.value, [], context));
    case "formal-waiting":
    case "matured":
      return withdrawWritten(input, lossCase, file.value, context);
    default:
      return refuse({ code: "loss.not-open", status });
  }
};

function withdrawWritten(
  input: TransactionInput<"4006">,
  lossCase: LossCase,
  file: CardFile,
  context: Context,
): Result<Decision, Refusal> | Refused {
  const here = atReportBranch(lossCase, context.branch.code);
  if (!here.ok) return here;
  if (lossCase.slipLost) return refuse({ code: "loss.slip-lost" });
  const paper = withSlip(lossCase, input.slip);
  if (!paper.ok) return paper;
  // A PIN that was itself reported forgotten is proven by knowing it again.
  const pin = checkPin(file.card, input.pin, context);
  if (!pin.ok) return pin;

  return accept(withdrawal("A2", input, lossCase, file, pin.value, context));
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
      ...voidMadeCard(lossCase, context),
      ...(lossCase.slip ? [{ type: "slip.voided", slip: lossCase.slip } as const] : []),
    ],
    outcome: { facts, relations: [] },
    slip: "general",
  };
}
