import { randomUUID } from "node:crypto";
import { approve, type Grant } from "#core/authorisation/grant.ts";
import type { Paper } from "#core/authorisation/paper.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { papersToCompare } from "#core/commands/papers-to-compare.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Teller, TellerId, TellerRefusal } from "#core/teller/teller.ts";
import type { Desk, Draft } from "#main/desk.ts";
import { proveIdentity } from "#main/people/credentials.ts";
import type { Decided } from "#main/transactions.ts";

/** A second person who was proven, and the request as it is decided at that very moment. */
interface Heard {
  readonly decided: Decided;
  readonly approver: Teller;
}

/**
 * Hears a second person: who speaks is proven by a password of their own, and the request is decided
 * anew afterwards, on the books as they are then. A password that somebody else set proves nobody.
 */
export async function hearSecondPerson(
  desk: Desk,
  { approver: id, password }: { readonly approver: TellerId; readonly password: string },
  decide: () => Result<Decided, Refusal>,
): Promise<Result<Heard, Refusal>> {
  const before = decide();
  if (!before.ok) return before;
  const sitting = desk.sitting();
  const proven = await proveOwnPassword(desk, id, password);
  if (!proven.ok) {
    recordDeclined(desk, before.value, { approver: id, why: proven.refusal.code });
    return proven;
  }

  // While the password was checked somebody else may have sat down, and the books have moved on.
  if (desk.sitting()?.teller !== sitting?.teller) return refuse({ code: "teller.not-signed-on" });
  const decided = decide();
  return decided.ok ? accept({ decided: decided.value, approver: proven.value }) : decided;
}

/** Proves somebody by a password that they chose themselves. */
export async function proveOwnPassword(
  desk: Desk,
  id: TellerId,
  password: string,
): Promise<Result<Teller, TellerRefusal>> {
  const proven = await proveIdentity(desk, id, password);
  if (!proven.ok) return proven;
  return proven.value.mustChangePassword ? refuse({ code: "teller.password-must-change" }) : proven;
}

/** Writes down a yes, whole or half, until `expiresAt`; a no of the rules is written down as well. */
export function giveWord(
  desk: Desk,
  { decided, approver }: Heard,
  more: {
    readonly expiresAt: Instant;
    readonly also?: (grant: Grant) => readonly Entry[];
  },
): Result<Grant, Refusal> {
  const maker = decided.context.teller;
  const earlier = halfGrant(desk, decided);
  const word = approve({ ...decided.decision, maker, earlier }, approver);
  if (!word.ok) {
    recordDeclined(desk, decided, { approver: approver.id, why: word.refusal.code });
    return word;
  }

  const grant: Grant = {
    id: earlier?.id ?? `g-${randomUUID()}`,
    hash: decided.hash,
    level: decided.decision.level,
    maker: maker.id,
    branch: decided.context.branch.code,
    approvers: [...(earlier?.approvers ?? []), approver.id],
    status: word.value,
    expiresAt: more.expiresAt,
  };
  desk.commit({
    teller: desk.sitting()?.teller ?? maker.id,
    approvers: [approver.id],
    code: decided.request.code,
    ...reprintOf(decided),
    entries: [
      { type: "authorisation.given", grant, ...papersOf(decided) },
      ...(more.also?.(grant) ?? []),
    ],
  });
  return accept(grant);
}

/** Whether somebody may say no: only who might have said yes; a first half is nothing to a no. */
export function mayDecline(desk: Desk, { decided, approver }: Heard): Result<"may", Refusal> {
  const { decision, context } = decided;
  const may = approve({ ...decision, maker: context.teller, earlier: undefined }, approver);
  if (may.ok) return accept("may");
  recordDeclined(desk, decided, { approver: approver.id, why: may.refusal.code });
  return may;
}

/** Writes down that somebody's word was no, or did not count, and why (D09). */
export function recordDeclined(
  desk: Desk,
  decided: Decided,
  said: {
    readonly approver: string;
    readonly why: string;
    readonly also?: readonly Entry[];
  },
): void {
  const { request, hash, context, decision } = decided;
  const { approver, why, also = [] } = said;
  const { level } = decision;
  desk.commit({
    teller: desk.sitting()?.teller ?? context.teller.id,
    code: request.code,
    ...reprintOf(decided),
    entries: [
      { type: "authorisation.declined", hash, level, approver, why, ...papersOf(decided) },
      ...also,
    ],
  });
}

/** A no ends every yes that was given to the same request before and not yet used. */
export function endEarlierWords(desk: Desk, { hash, context }: Decided): readonly Entry[] {
  return desk.books
    .list("grant", "hash", hash)
    .filter(({ status, maker }) => status !== "used" && maker === context.teller.id)
    .map(({ id }) => ({ type: "authorisation.spent", grant: id }));
}

/** What whoever spoke was asked to compare with the screen (D04). */
function papersOf({ request, context }: Decided): { readonly papers?: readonly Paper[] } {
  const papers = papersToCompare(request, context);
  return papers.length > 0 ? { papers } : {};
}

/**
 * The slip that a word for or against printing it again is about: a grant knows its request by the
 * hash alone, and of an organ's receipt such a word is hidden as the print is (no tipping off).
 */
export function reprintOf({ decision }: Decided): Pick<Draft, "slip"> {
  const reprinted = decision.entries.find((entry) => entry.type === "slip.reprinted");
  return reprinted ? { slip: reprinted.slip } : {};
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
