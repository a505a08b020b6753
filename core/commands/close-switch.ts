import { openNetwork, registeredFacts } from "#core/commands/channel.ts";
import type { Command } from "#core/commands/command.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { holderFacts, matchDocument } from "#core/commands/identify.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";

/**
 * 5007 关闭 电子商务/对外转账: what a customer asks for who fears for her card, so the document alone
 * will do and nobody else is asked (P24). Only the branch opens it again (P25).
 */
export const closeSwitch: Command<"5007"> = ({ customer: id, document, which }, context) => {
  const customer = context.books.find("customer", id);
  if (!customer) return refuse({ code: "customer.unknown" });
  const matched = matchDocument(customer, document, context);
  if (!matched.ok) return matched;
  const network = openNetwork(id, context);
  if (!network.ok) return network;
  const { bank } = eBankFileOf(id, context.books);
  if (!bank.switches[which]) return refuse({ code: "e-bank.switch-already", which, on: false });

  const facts = [
    termFact("switch", `switch.${which}`),
    termFact("switchState", "switch-state.off"),
    ...holderFacts(customer),
    ...registeredFacts(network.value, context),
    termFact("note", "note.switch-opens-at-branch"),
  ];
  return accept({
    level: "A0",
    entries: [{ type: "e-bank.switched", customer: id, which, on: false }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};
