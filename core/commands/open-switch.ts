import { openNetwork, registeredFacts } from "#core/commands/channel.ts";
import type { Command } from "#core/commands/command.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { identityFacts } from "#core/commands/identify.ts";
import { registeredCard } from "#core/commands/registered-card.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";

/**
 * 5008 开通 电子商务/对外转账: only here, for the holder in person with document and registered card,
 * before a supervisor (P25).
 */
export const openSwitch: Command<"5008"> = (input, context) => {
  const shown = registeredCard({ ...input, checksPin: false }, context);
  if (!shown.ok) return shown;
  const { card, customer } = shown.value.file;
  const network = openNetwork(customer.id, context);
  if (!network.ok) return network;
  if (network.value.card !== card.id) return refuse({ code: "e-bank.other-card-registered" });
  const { which } = input;
  const { bank } = eBankFileOf(customer.id, context.books);
  if (bank.switches[which]) return refuse({ code: "e-bank.switch-already", which, on: true });

  const facts = [
    termFact("switch", `switch.${which}`),
    termFact("switchState", "switch-state.on"),
    ...identityFacts(customer, input.identity),
    ...registeredFacts(network.value, context),
  ];
  return accept({
    level: "A2",
    entries: [{ type: "e-bank.switched", customer: customer.id, which, on: true }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};
