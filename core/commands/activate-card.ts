import { maskPan } from "#core/card/pan.ts";
import { fileOf } from "#core/commands/card-file.ts";
import { checkPin } from "#core/commands/check-pin.ts";
import type { Command } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { presentedItself } from "#core/commands/present-card.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { textFact } from "#core/slip/facts.ts";

/** 3002 卡激活: the holder, a valid document, the card itself and the right PIN (5.1). */
export const activateCard: Command<"3002"> = (input, context) => {
  const file = fileOf(input.card, context);
  if (!file.ok) return file;
  const { card, customer } = file.value;
  if (card.life === "active") return refuse({ code: "card.already-active" });
  if (card.life !== "issued-inactive") return refuse({ code: "card.not-active", life: card.life });
  if (card.loss !== "none") return refuse({ code: "card.reported-lost", loss: card.loss });

  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const shown = presentedItself(card, input.swipe, context);
  if (!shown.ok) return shown;
  if (card.pin === "lost") return refuse({ code: "card.pin-lost" });
  const pin = checkPin(card, input.pin, context);
  if (!pin.ok) return pin;

  const facts = [textFact("card", maskPan(card.pan)), ...identityFacts(customer, input.identity)];
  return accept({
    level: "A0",
    entries: [...pin.value, { type: "card.activated", card: card.id }],
    outcome: { facts, relations: [] },
  });
};
