import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";
import { RequestHash } from "#core/authorisation/grant.ts";
import type { OnlineChannel, OnlineContext, OnlineResult } from "#core/commands/online/online.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Batch, RequestId } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Desk } from "#main/desk.ts";
import { type PostOnline, recordOnlineRefusal } from "#main/online-bank/post-online.ts";
import { sha256 } from "#main/sha256.ts";

/** A request that must do its work once, however often it arrives (design rule 6). */
export interface Once {
  readonly id: RequestId;
  /** What it asks for: other content under the same id is refused. No secret stands in here. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** How a request of e支付 is done once: now, or found in the journal from before. */
export type DoOnce = <Outcome>(
  asked: Once,
  rule: (context: OnlineContext) => OnlineResult<Outcome>,
) => Result<Batch, Refusal>;

/**
 * Does a request and comes back with its batch; one that was done before is not done again, also after
 * a restart, and its batch says what it was answered.
 */
export function doingOnce(desk: Desk, post: PostOnline, channel: OnlineChannel = "e-pay"): DoOnce {
  return ({ id, content }, rule) => {
    const text = known(canonicalize({ channel, ...content }), "a request is plain data");
    const hash = RequestHash.parse(sha256(text));
    const seen = desk.ledger.requestSeen(id);
    if (!seen) {
      const done = post(channel, rule, { id, hash });
      return done.ok
        ? accept(known(done.value.batch, "what is done once changes something"))
        : done;
    }
    if (seen.hash === hash) {
      return accept(known(desk.ledger.batch(seen.sequence), "a seen request has its batch"));
    }
    const refusal = { code: "request.repeated-differently" } as const;
    recordOnlineRefusal(desk, channel, { refusal, counted: [] });
    return refuse(refusal);
  };
}

/**
 * Telephone and digits of a card as a request's hash may have them: under a key, for the hash is kept and
 * could else be tried out against all of a million endings (K06).
 */
export function sealedIdentifier(
  pepper: Uint8Array,
  { phone, digits }: { readonly phone: string; readonly digits: string },
): string {
  return createHmac("sha256", pepper).update(`e-pay:${phone}:${digits}`).digest("base64url");
}
