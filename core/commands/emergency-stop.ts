import type { AccountId } from "#core/account/account.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { activeOrderOfOrgan, checkedPapers } from "#core/commands/freeze-papers.ts";
import { laidDown, layingDown, type NewOrder } from "#core/commands/lay-down-order.ts";
import { frozenFile } from "#core/commands/register-freeze.ts";
import { renewed } from "#core/commands/renew-freeze.ts";
import { holdIdOf } from "#core/freeze/felt-as.ts";
import type { FreezeKind } from "#core/freeze/freeze-kind.ts";
import type { FreezeRefusal, Organ } from "#core/freeze/freeze-order.ts";
import { isSameOrgan } from "#core/freeze/same-organ.ts";
import { termsInRun } from "#core/freeze/stop-run.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";

/**
 * 6007 紧急止付 / 续止: the police stop an account for 48 hours to the minute, and once more (F-STOP).
 *
 * It takes effect at once beside whatever is there, and nothing waits behind it. What the same organ
 * stops again within 48 hours of the end is the same stop going on, under whatever number.
 */
export const emergencyStop: Command<"6007"> = (input, context) => {
  if (input.action === "extend") {
    const file = activeOrderOfOrgan(input, "renewal", context);
    if (!file.ok) return file;
    if (file.value.order.papers.organ.kind !== "emergency-stop") {
      return refuse({ code: "freeze.use-instead", transaction: "6002" });
    }
    const { order, kind } = file.value;
    const used = termsUsed(kind, order.papers.organ, order.account, context);
    if (used) return refuse(used);
    const { longest: term } = kind;
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
  const used = termsUsed(kind.value, input.papers.organ, account.id, context);
  if (used) return refuse(used);
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

/** Why the organ can stop this account no longer: all terms of the run of its stops are used up. */
function termsUsed(
  { renewal }: FreezeKind,
  organ: Organ,
  account: AccountId,
  { books, now }: Context,
): FreezeRefusal | undefined {
  const stops = books
    .list("freezeOrder", "account", account)
    .filter(({ papers }) => isSameOrgan(papers.organ, organ))
    .map(({ id, effectiveAt, endsAt, renewals }) => ({
      from: known(effectiveAt, "a stop takes effect at once"),
      // One that was released ended then, and not when its hours would have been over.
      to: books.find("hold", holdIdOf(id))?.liftedAt ?? known(endsAt, "a stop has an end"),
      terms: 1 + renewals.length,
    }));
  const atMost = renewal?.atMost ?? 0;
  return termsInRun(now, stops) <= atMost ? undefined : { code: "freeze.renewals-used", atMost };
}
