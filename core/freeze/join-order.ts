import type { Instant } from "#core/calendar/instant.ts";
import type { FreezeTerm } from "#core/freeze/freeze-kind.ts";
import type { FreezeOrder, FreezePapers, FreezeScope, Renewal } from "#core/freeze/freeze-order.ts";
import { plain } from "#core/freeze/same-organ.ts";
import { asText, lesser } from "#core/kernel/as-text.ts";
import { fen } from "#core/money/fen.ts";

/** By what a paper is known whatever history it stands in: its organ and its number (5.4). */
function paperKey({ organ, documentNumber }: FreezePapers): string {
  return asText([organ.kind, plain(organ.name), plain(documentNumber)]);
}

/** By what an order is known whatever history it stands in: its account and its paper (5.4). */
export function orderKey({ account, papers }: FreezeOrder): string {
  return asText([account, paperKey(papers)]);
}

/** What holds more stands first; of those that ended, what moved money or was a word of the organ. */
const standings = [
  "active",
  "waiting",
  "deducted",
  "released",
  "expired",
  "cancelled",
] as const satisfies readonly FreezeOrder["status"][];

/** The place of a status among all, that which holds most at 0. */
export function standing({ status }: Pick<FreezeOrder, "status">): number {
  return standings.indexOf(status);
}

/**
 * One order as two histories have it, joined to what holds more: in force before waiting before
 * ended, the wider scope, the larger rest, the later end, and every paper that either side has.
 *
 * Each part is the greater of two in an order of its own, so that the join commutes, associates and
 * repeats without effect.
 */
export function joinOrder(one: FreezeOrder, other: FreezeOrder): FreezeOrder {
  const [first, last] = standing(one) <= standing(other) ? [one, other] : [other, one];
  const scope = wider(one.scope, other.scope);
  const renewals = joinRenewals([...one.renewals, ...other.renewals]);
  const laterPapers = joinPapers([...(one.laterPapers ?? []), ...(other.laterPapers ?? [])]);
  const lastDay = laterDay(one.lastDay, other.lastDay);
  const time = first.status === last.status ? joinTimes(first, last) : timeOf(first);
  return {
    id: first.id,
    account: first.account,
    customer: lesser(one.customer, other.customer),
    papers: earlier(one.papers, other.papers),
    scope,
    coversInterest: one.coversInterest || other.coversInterest,
    term: longer(one.term, other.term),
    isExtended: one.isExtended || other.isExtended,
    ...(lastDay === undefined ? {} : { lastDay }),
    status: first.status,
    ...(first.status === "active" ? asRenewed(time, renewals) : time),
    rest: fen(scope.type === "account" ? 0 : Math.max(one.rest, other.rest)),
    deducted: fen(Math.max(one.deducted, other.deducted)),
    renewals,
    ...(laterPapers.length === 0 ? {} : { laterPapers }),
  };
}

/** From when, and until when an order holds; without an end where only the former is there. */
type Time = Pick<FreezeOrder, "effectiveAt" | "endsAt">;

function timeOf({ effectiveAt, endsAt }: Time): Time {
  return {
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
    ...(endsAt === undefined ? {} : { endsAt }),
  };
}

/** From the earlier beginning to the later end; one that never took effect says nothing of either. */
function joinTimes(one: Time, other: Time): Time {
  if (one.effectiveAt === undefined) return timeOf(other);
  if (other.effectiveAt === undefined) return timeOf(one);
  const effectiveAt = sooner(one.effectiveAt, other.effectiveAt);
  if (one.endsAt === undefined || other.endsAt === undefined) return { effectiveAt };
  return { effectiveAt, endsAt: later(one.endsAt, other.endsAt) };
}

/** What was renewed on either side is renewed, also where that side has let it go since. */
function asRenewed(time: Time, renewals: readonly Renewal[]): Time {
  if (time.endsAt === undefined) return time;
  return { ...time, endsAt: renewals.map(({ endsAt }) => endsAt).reduce(later, time.endsAt) };
}

function sooner(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

function later(one: Instant, other: Instant): Instant {
  return one >= other ? one : other;
}

/** Where one side has no last day, the order waits its turn without one. */
function laterDay(
  one: FreezeOrder["lastDay"],
  other: FreezeOrder["lastDay"],
): FreezeOrder["lastDay"] {
  if (one === undefined || other === undefined) return undefined;
  return one >= other ? one : other;
}

const widths = { amount: 0, debit: 1, full: 2 } as const;

function wider(one: FreezeScope, other: FreezeScope): FreezeScope {
  const width = (scope: FreezeScope) => widths[scope.type === "amount" ? "amount" : scope.block];
  if (one.type === "amount" && other.type === "amount") {
    return one.amount >= other.amount ? one : other;
  }
  return width(one) >= width(other) ? one : other;
}

/** So many hours at most; what is longer in the calendar is longer here. */
const unitHours = { hours: 1, days: 24, months: 31 * 24 } as const;

function longer(one: FreezeTerm, other: FreezeTerm): FreezeTerm {
  const hours = (term: FreezeTerm) =>
    term.unit === "open" ? Number.POSITIVE_INFINITY : term.count * unitHours[term.unit];
  if (hours(one) === hours(other)) return lesser(one, other);
  return hours(one) > hours(other) ? one : other;
}

/** Of one paper handed over twice, the delivery that gives the better rank (F10). */
function earlier(one: FreezePapers, other: FreezePapers): FreezePapers {
  if (one.deliveredAt === other.deliveredAt) return lesser(one, other);
  return one.deliveredAt < other.deliveredAt ? one : other;
}

/** Every renewal once, in time; of one that both sides have, the one with the later end. */
function joinRenewals(renewals: readonly Renewal[]): readonly Renewal[] {
  const joined = new Map<string, Renewal>();
  for (const renewal of renewals) {
    const key = paperKey(renewal.papers);
    const known = joined.get(key);
    joined.set(key, known ? furtherRenewal(known, renewal) : renewal);
  }
  return [...joined.values()].sort((one, other) => one.endsAt - other.endsAt || byText(one, other));
}

function furtherRenewal(one: Renewal, other: Renewal): Renewal {
  if (one.endsAt === other.endsAt) return lesser(one, other);
  return one.endsAt > other.endsAt ? one : other;
}

/** Every paper once, in the order of delivery. */
function joinPapers(papers: readonly FreezePapers[]): readonly FreezePapers[] {
  const joined = new Map<string, FreezePapers>();
  for (const paper of papers) {
    const key = paperKey(paper);
    const known = joined.get(key);
    joined.set(key, known ? earlier(known, paper) : paper);
  }
  return [...joined.values()].sort(
    (one, other) => one.deliveredAt - other.deliveredAt || byText(one, other),
  );
}

function byText(one: unknown, other: unknown): number {
  return asText(one) < asText(other) ? -1 : 1;
}
