import { randomUUID } from "node:crypto";
import { approve, type Grant } from "#core/authorisation/grant.ts";
import { addMinutes } from "#core/calendar/instant.ts";
import type { Input } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Teller, TellerId, TellerRefusal } from "#core/teller/teller.ts";
import type { Desk, Draft } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { proveIdentity } from "#main/people/credentials.ts";
import type { Decide, Decided } from "#main/transactions.ts";

/**
 * 授权: a second person proves who they are and speaks for one exact request, or against it.
 *
 * The level and the hash come from deciding on the very request again, never from the window; every
 * outcome is journalled, a refusal with its reason (D03, D04, D09). A password that somebody else
 * set proves nobody: its owner must first have signed on and changed it.
 */
export function approvalHandlers(
  desk: Desk,
  decideOn: Decide,
): Pick<Handlers, "authorisation.approve" | "authorisation.decline"> {
  return {
    "authorisation.approve": async (asked) => {
      const heard = await hearSecondPerson(asked, desk, decideOn);
      if (!heard.ok) return heard;
      const { decided, approver } = heard.value;
      const maker = decided.context.teller;
      const earlier = halfGrant(desk, decided);
      const { level, notBy, onlyBy, concerned } = decided.decision;
      const word = approve({ level, maker, earlier, notBy, onlyBy, concerned }, approver);
      if (!word.ok) {
        recordDeclined(desk, decided, approver.id, word.refusal.code);
        return word;
      }

      const grant = grantOf(decided, approver, { earlier, status: word.value });
      desk.commit({
        teller: maker.id,
        approvers: [approver.id],
        code: decided.request.code,
        ...reprintOf(decided),
        entries: [{ type: "authorisation.given", grant }],
      });
      return accept({ grant: grant.id, status: word.value, approver: approver.id });
    },

    "authorisation.decline": async (asked) => {
      const heard = await hearSecondPerson(asked, desk, decideOn);
      if (!heard.ok) return heard;
      const { decided, approver } = heard.value;
      // Only who might have said yes may say no; an earlier first half is nothing to a no.
      const { decision, context } = decided;
      const may = approve({ ...decision, maker: context.teller, earlier: undefined }, approver);
      if (!may.ok) {
        recordDeclined(desk, decided, approver.id, may.refusal.code);
        return may;
      }
      recordDeclined(desk, decided, approver.id, asked.reason, endEarlierWords(desk, decided));
      return accept("done");
    },
  };
}

/**
 * The slip that a word for or against printing it again is about: a grant knows its request by the
 * hash alone, and of an organ's receipt such a word is hidden as the print is (no tipping off).
 */
function reprintOf({ decision }: Decided): Pick<Draft, "slip"> {
  const reprinted = decision.entries.find((entry) => entry.type === "slip.reprinted");
  return reprinted ? { slip: reprinted.slip } : {};
}

/** Who speaks, proven, and the request as it is decided on the books of that very moment. */
async function hearSecondPerson(
  { request: raw, approver: id, password }: Input<"authorisation.approve">,
  desk: Desk,
  decideOn: Decide,
): Promise<Result<{ readonly decided: Decided; readonly approver: Teller }, Refusal>> {
  const request = raw as TransactionRequest; // The schema paired the code with its input.
  const before = decideOn(request);
  if (!before.ok) return before;
  const sitting = desk.sitting();
  const proven = await proveOwnPassword(desk, id, password);
  if (!proven.ok) {
    recordDeclined(desk, before.value, id, proven.refusal.code);
    return proven;
  }

  // While the password was checked somebody else may have sat down, and the books have moved on.
  if (desk.sitting()?.teller !== sitting?.teller) return refuse({ code: "teller.not-signed-on" });
  const decided = decideOn(request);
  return decided.ok ? accept({ decided: decided.value, approver: proven.value }) : decided;
}

async function proveOwnPassword(
  desk: Desk,
  id: TellerId,
  password: string,
): Promise<Result<Teller, TellerRefusal>> {
  const proven = await proveIdentity(desk, id, password);
  if (!proven.ok) return proven;
  return proven.value.mustChangePassword ? refuse({ code: "teller.password-must-change" }) : proven;
}

/** A first supervisor's word for this teller's request that still waits for a second one's (A3). */
function halfGrant(desk: Desk, { hash, context }: Decided): Grant | undefined {
  const { now, teller } = context;
  return desk.books
    .list("grant", "hash", hash)
    .find(
      ({ status, maker, expiresAt }) =>
        status === "half" && maker === teller.id && now <= expiresAt,
    );
}

/** A no ends every yes that was given to the same request before and not yet used. */
function endEarlierWords(desk: Desk, { hash, context }: Decided): readonly Entry[] {
  return desk.books
    .list("grant", "hash", hash)
    .filter(({ status, maker }) => status !== "used" && maker === context.teller.id)
    .map(({ id }) => ({ type: "authorisation.spent", grant: id }));
}

function grantOf(
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
    expiresAt: addMinutes(context.now, context.parameters.grantMinutes),
  };
}

function recordDeclined(
  desk: Desk,
  decided: Decided,
  approver: string,
  why: string,
  also: readonly Entry[] = [],
): void {
  const { request, hash, context } = decided;
  const { level } = decided.decision;
  desk.commit({
    teller: context.teller.id,
    code: request.code,
    ...reprintOf(decided),
    entries: [{ type: "authorisation.declined", hash, level, approver, why }, ...also],
  });
}
