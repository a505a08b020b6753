import type { Command } from "#core/commands/command.ts";
import { activeOrderOfOrgan, checkedPapers } from "#core/commands/freeze-papers.ts";
import { laidDown, layingDown, type NewOrder } from "#core/commands/lay-down-order.ts";
import { frozenFile } from "#core/commands/register-freeze.ts";
import { renewed } from "#core/commands/renew-freeze.ts";
import { accept, refuse } from "#core/kernel/result.ts";

/**
 * 6007 紧急止付 / 续止: the police stop an account for 48 hours to the minute, and once more (F-STOP).
 *
 * It takes effect at once beside whatever is there, and nothing waits behind it.
 */
export const emergencyStop: Command<"6007"> = (input, context) => {
  if (input.action === "extend") {
    const file = activeOrderOfOrgan(input, "renewal", context);
    if (!file.ok) return file;
    if (file.value.order.papers.organ.kind !== "emergency-stop") {
      return refuse({ code: "freeze.use-instead", transaction: "6002" });
    }
    const { longest: term } = file.value.kind;
    return renewed(file.value, { papers: input.papers, term, isExtended: false }, context);
  }

  const on = { use: "order", accounts: [input.account] } as const;
  const kind = checkedPapers(input.papers, on, context);
  if (!kind.ok) return kind;
  if (input.papers.organ.kind !== "emergency-stop") {
    return refuse({ code: "freeze.use-instead", transaction: "6001" });
  }
  const file = frozenFile(input.account, undefined, context);
  if (!file.ok) return file;
  const { account, customer } = file.value;
  const asked: NewOrder = {
    papers: input.papers,
    scope: { type: "account", block: input.block },
    coversInterest: false,
    term: kind.value.longest,
    isExtended: false,
  };
  const orders = laidDown(asked, [account], context);
  return accept(layingDown({ asked, orders, customer, level: "A2" }, context));
};
