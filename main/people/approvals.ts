import { randomUUID } from "node:crypto";
import { approve, type Grant, type RequestHash } from "#core/authorisation/grant.ts";
import type { Level } from "#core/authorisation/level.ts";
import { addMinutes } from "#core/calendar/instant.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import type { Teller } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { proveIdentity } from "#main/people/credentials.ts";
import type { Decide, Decided } from "#main/transactions.ts";

/**
 * 授权: a second person proves who they are and speaks for one exact request, or against it.
 *
 * The level and the hash come from deciding on the very request again, never from the window; every
 * outcome is journalled, a refusal with its reason (D03, D04, D09).
 */
export function approvalHandlers(
  desk: Desk,
  decideOn: Decide,
): Pick<Handlers, "authorisation.approve" | "authorisation.decline"> {
  return {
    "authorisation.approve": async ({ request, approver: id, password }) => {
      const before = decideOn(request as TransactionRequest);
      if (!before.ok) return before;
      const proven = await proveIdentity(desk, id, password);
      if (!proven.ok) {
        recordDeclined(desk, before.value, id, proven.refusal.code);
        return proven;
      }

      // The books may have moved while the password was checked; the decision is made anew.
      const decided = decideOn(request as TransactionRequest);
      if (!decided.ok) return decided;
      const { hash, decision, context } = decided.value;
      const maker = context.teller;
      const earlier = halfGrant(desk, hash);
      const word = approve({ level: decision.level, maker, earlier }, proven.value);
      if (!word.ok) {
        recordDeclined(desk, decided.value, id, word.refusal.code);
        return word;
      }

      const grant = grantOf(desk, decided.value, proven.value, { earlier, status: word.value });
      desk.commit({
        teller: maker.id,
        approvers: [id],
        code: request.code,
        entries: [{ type: "authorisation.given", grant }],
      });
      return accept({ grant: grant.id, status: word.value, approver: id });
    },

    "authorisation.decline": async ({ request, approver: id, password, reason }) => {
      const proven = await proveIdentity(desk, id, password);
      if (!proven.ok) return proven;
      const decided = decideOn(request as TransactionRequest);
      if (!decided.ok) return decided;
      const { level } = decided.value.decision;
      const word = approve(
        { level, maker: decided.value.context.teller, earlier: undefined },
        proven.value,
      );
      if (!word.ok) return refuse(word.refusal);

      recordDeclined(desk, decided.value, id, reason);
      return accept("done");
    },
  };
}

/** A first supervisor's word for this request that still waits for a second one's (A3). */
function halfGrant(desk: Desk, hash: RequestHash): Grant | undefined {
  return desk.books
    .list("grant", "hash", hash)
    .find(({ status, expiresAt }) => status === "half" && desk.now() <= expiresAt);
}

function grantOf(
  desk: Desk,
  { hash, decision, context }: Decided,
  approver: Teller,
  { earlier, status }: { readonly earlier: Grant | undefined; readonly status: "half" | "whole" },
): Grant {
  return {
    id: earlier?.id ?? `g-${randomUUID()}`,
    hash,
    level: decision.level,
    maker: context.teller.id,
    branch: context.branch.code,
    approvers: [...(earlier?.approvers ?? []), approver.id],
    status,
    expiresAt: addMinutes(desk.now(), context.parameters.grantMinutes),
  };
}

function recordDeclined(
  desk: Desk,
  { request, hash, decision, context }: Decided,
  approver: string,
  why: string,
): void {
  const level: Level = decision.level;
  desk.commit({
    teller: context.teller.id,
    code: request.code,
    entries: [{ type: "authorisation.declined", hash, level, approver, why: why.slice(0, 80) }],
  });
}
