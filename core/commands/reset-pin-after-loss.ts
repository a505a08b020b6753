import { fileFacts, fileOfCase } from "#core/commands/card-file.ts";
import { newPin } from "#core/commands/check-pin.ts";
import type { Command } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { atReportBranch, matured, withSlip } from "#core/loss/collection.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 4009 挂失密码重置: after the term the holder chooses a new PIN on the pad; free of charge (T21).
 *
 * The guards of collection (L11). A double loss ends with its card instead (4007, T23).
 */
export const resetPinAfterLoss: Command<"4009"> = (input, context) => {
  const { books, branch, today } = context;
  const here = atReportBranch(books.find("lossCase", input.lossCase), branch.code);
  if (!here.ok) return here;
  const lossCase = here.value;
  if (lossCase.kind !== "pin") return refuse({ code: "loss.kind", kind: lossCase.kind });
  const due = matured(lossCase, today);
  if (!due.ok) return due;
  const paper = withSlip(lossCase, input.slip);
  if (!paper.ok) return paper;

  const file = fileOfCase(lossCase, context);
  const { card, customer } = file;
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const chosen = newPin(card, input.pin, context);
  if (!chosen.ok) return chosen;

  const facts = [
    textFact("lossCase", lossCase.number),
    ...fileFacts(file),
    ...identityFacts(customer, input.identity),
    textFact("slip", input.slip),
    termFact("note", "note.pin-set"),
    termFact("note", "note.hold-ends"),
  ];
  return accept({
    level: "A2",
    entries: [
      { type: "card.pin-set", card: card.id, verifier: chosen.value },
      { type: "hold.lifted", hold: lossCase.hold },
      { type: "loss.closed", lossCase: lossCase.number, outcome: "closed-pin" },
      { type: "slip.voided", slip: input.slip },
    ],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};
