import { fileFacts } from "#core/commands/card-file.ts";
import { newPin } from "#core/commands/check-pin.ts";
import type { Command } from "#core/commands/command.ts";
import { holderCollects } from "#core/commands/holder-collects.ts";
import { identityFacts } from "#core/commands/identify.ts";
import { accept } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 4009 挂失密码重置: after the term the holder chooses a new PIN on the pad; free of charge (T21).
 *
 * The guards of collection (L11). A double loss ends with its card instead (4007, T23).
 */
export const resetPinAfterLoss: Command<"4009"> = (input, context) => {
  const collected = holderCollects({ ...input, kinds: ["pin"] }, context);
  if (!collected.ok) return collected;
  const { lossCase, file } = collected.value;
  const { card, customer } = file;
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
