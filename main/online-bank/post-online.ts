import { withNotices } from "#core/commands/notices.ts";
import type {
  OnlineChannel,
  OnlineContext,
  OnlineResult,
  OnlineSecrets,
} from "#core/commands/online/online.ts";
import { ownDeedUnderRisk } from "#core/commands/own-risk.ts";
import { withPromotions } from "#core/commands/promote.ts";
import { warningsOfRefusal } from "#core/commands/under-risk.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Batch } from "#core/journal/batch.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Desk } from "#main/desk.ts";
import { onlineContext } from "#main/online-bank/online-context.ts";
import { riskRoom } from "#main/risk/risk-room.ts";

/** What became of an accepted request of a customer; no batch where it changed nothing. */
export interface DoneOnline<Outcome> {
  readonly outcome: Outcome;
  readonly batch: Batch | undefined;
}

/** Decides on a customer's request and posts it, or journals that it was refused (C05). */
export type PostOnline = <Outcome>(
  channel: OnlineChannel,
  rule: (context: OnlineContext) => OnlineResult<Outcome>,
  request?: Batch["request"],
) => Result<DoneOnline<Outcome>, Refusal>;

/**
 * The rule book for customers at home. What they ask is journalled under the channel they ask on,
 * and no teller's name. Nothing awaits between looking at the books and the end of the commit, so
 * that two answers at once are one after the other.
 */
export function postingOnline(desk: Desk, secrets: OnlineSecrets): PostOnline {
  return (channel, rule, request) => {
    const context = onlineContext(desk, secrets);
    const decided = rule(context);
    if (!decided.ok) {
      const counted = "entries" in decided ? (decided.entries ?? []) : [];
      recordOnlineRefusal(desk, channel, { refusal: decided.refusal, counted });
      return refuse(decided.refusal);
    }

    const { outcome, facts } = decided.value;
    const watched = ownDeedUnderRisk({ code: channel, ...decided.value }, context);
    if (!watched.ok) {
      const counted = "entries" in watched ? (watched.entries ?? []) : [];
      recordOnlineRefusal(desk, channel, { refusal: watched.refusal, counted });
      return refuse(watched.refusal);
    }
    const done = withPromotions(watched.value, context);
    const entries = withNotices(done, channel, context);
    const batch =
      entries.length > 0
        ? desk.commit({
            teller: "system",
            code: channel,
            ...(request ? { request } : {}),
            outcome: { facts, relations: [] },
            entries,
          })
        : undefined;
    return accept({ outcome, batch });
  };
}

/** Writes down that the rules said no to a customer, with the attempt where it counts (P17, P18). */
export function recordOnlineRefusal(
  desk: Desk,
  channel: OnlineChannel,
  {
    refusal,
    counted,
  }: { readonly refusal: Refusal; readonly counted: NonNullable<Batch["entries"]> },
): void {
  const asked = { code: channel, teller: "system" } as const;
  const warnings = warningsOfRefusal(counted, asked, riskRoom(desk));
  desk.commit({
    ...asked,
    entries: [...counted, ...warnings, { type: "request.refused", refusal: refusal.code }],
  });
}
