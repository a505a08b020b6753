import { openAtCounter } from "#core/commands/channel-at-counter.ts";
import type { Command } from "#core/commands/command.ts";

/**
 * 5005 网上银行开通: with the limits of a static password; a password card or a U盾 raises them (P40).
 */
export const openInternetBank: Command<"5005"> = (input, context) =>
  openAtCounter("internet-bank", input, context);
