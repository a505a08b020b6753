import { closeAtCounter, openAtCounter } from "#core/commands/channel-at-counter.ts";
import type { Command } from "#core/commands/command.ts";
import { accept } from "#core/kernel/result.ts";

/**
 * 5010 手机银行(WAP) 开通/注销, before a supervisor. Where the internet bank is open it hangs on the
 * same registered card, and one password card serves both (P09).
 */
export const changeWapBank: Command<"5010"> = (input, context) => {
  if (input.action === "open") return openAtCounter("wap-bank", input, context);

  const closed = closeAtCounter("wap-bank", input, context);
  if (!closed.ok) return closed;
  const { entries, facts } = closed.value;
  return accept({ level: "A2", entries, outcome: { facts, relations: [] }, slip: "general" });
};
