import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import type { OnlineContext, OnlineResult, OnlineSession } from "#core/commands/online/online.ts";
import type { EBankSwitch } from "#core/e-bank/e-bank.ts";
import { gateOf } from "#core/e-bank/payment.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";

/**
 * The customer who cannot come to the branch closes 电子商务 or 对外转账 herself (P24). No request of
 * hers opens one again: that takes the branch (P25).
 *
 * It asks for no card, because it is what she does when a card may be in other hands.
 */
export function closeOwnSwitch(
  { customer, channel }: OnlineSession,
  which: EBankSwitch,
  { books }: OnlineContext,
): OnlineResult<"closed"> {
  const { bank, open } = eBankFileOf(customer, books);
  const gate = gateOf(channel);
  if (!open[gate]) return refuse({ code: "e-bank.not-open", channel: gate });
  if (channel === "shop") return refuse({ code: "e-bank.not-in-channel" });
  if (!bank.switches[which]) return refuse({ code: "e-bank.switch-already", which, on: false });

  return accept({
    entries: [{ type: "e-bank.switched", customer, which, on: false }],
    outcome: "closed",
    facts: [
      termFact("channel", `channel.${channel}`),
      termFact("switch", `switch.${which}`),
      termFact("switchState", "switch-state.off"),
    ],
  });
}
