import type { Grant } from "#core/authorisation/grant.ts";
import { type Books, type BranchRecord, type Change, put } from "#core/books/books.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known, unreachable } from "#core/kernel/assert.ts";
import { PASSWORDS_REMEMBERED, type Teller } from "#core/teller/teller.ts";
import type { TellerEntry } from "#core/teller/teller-entry.ts";

type PeopleEntry = Extract<
  Entry,
  {
    type:
      | `teller.${string}`
      | `authorisation.${string}`
      | "branch.founded"
      | "parameters.set"
      | "clock.moved"
      | "clock.observed"
      | "day.sealed"
      | `vault.${string}`
      | "backup.made"
      | `evidence.${string}`
      | "audit.looked"
      | "request.refused"
      | "customer.looked-up"
      | "customer.revealed";
  }
>;

/** The branch, its people and their approvals after `entry`. */
export function postPeople(
  books: Books,
  entry: PeopleEntry,
  recordedAt: Instant,
): readonly Change[] {
  switch (entry.type) {
    case "branch.founded":
      return [
        put("branch", "branch", {
          id: "branch",
          branch: entry.branch,
          parameters: defaultParameters,
          clockOffsetMs: 0,
        }),
      ];
    case "parameters.set":
      return [branchWith(books, (branch) => ({ ...branch, parameters: entry.parameters }))];
    case "clock.moved":
      return [
        branchWith(books, (branch) => ({
          ...branch,
          clockOffsetMs: branch.clockOffsetMs + entry.byMs,
        })),
      ];
    case "day.sealed": {
      const { date, last } = entry.seal;
      return [
        branchWith(books, (branch) => ({
          ...branch,
          seal: { date, last, code: entry.code },
          ...(branch.day?.date === date
            ? { day: { ...branch.day, status: "balanced" as const } }
            : {}),
        })),
      ];
    }
    case "backup.made":
      return [branchWith(books, (branch) => ({ ...branch, backup: entry.backup }))];
    case "authorisation.given":
      return [put("grant", entry.grant.id, entry.grant), ...rightPassword(books, entry.grant)];
    case "authorisation.spent": {
      const grant = known(books.find("grant", entry.grant), "only a given grant is spent");
      return [put("grant", grant.id, { ...grant, status: "used" })];
    }
    case "authorisation.declined":
    case "clock.observed":
    case "vault.passphrase-changed":
    case "vault.key-changed":
    case "evidence.authorised":
    case "evidence.packed":
    case "audit.looked":
    case "request.refused":
    case "customer.looked-up":
    case "customer.revealed":
      return []; // They change no record: the journal itself is what is searched for them.
    case "teller.registered":
      return [put("teller", entry.teller.id, entry.teller)];
    default:
      return [tellerAfter(books, entry, recordedAt)];
  }
}

/** Whoever just gave a right password starts to be counted anew, as at a sign-on. */
function rightPassword(books: Books, { approvers }: Grant): readonly Change[] {
  const approver = books.find("teller", approvers.at(-1) ?? "");
  return approver ? [put("teller", approver.id, { ...approver, failures: 0 })] : [];
}

/** The branch's own record after a change. */
export function branchWith(books: Books, change: (branch: BranchRecord) => BranchRecord): Change {
  const branch = known(books.find("branch", "branch"), "a branch is founded first");
  return put("branch", "branch", change(branch));
}

type TellerStep = Exclude<TellerEntry, { type: "teller.registered" }>;

function tellerAfter(books: Books, entry: TellerStep, recordedAt: Instant): Change {
  const teller = known(books.find("teller", entry.teller), "the journal names an existing teller");
  return put("teller", teller.id, stepOf(teller, entry, recordedAt));
}

function stepOf(teller: Teller, entry: TellerStep, recordedAt: Instant): Teller {
  switch (entry.type) {
    case "teller.signed-on":
      return { ...teller, attendance: "on", failures: 0, lastSignedOnAt: recordedAt };
    case "teller.resumed":
      return { ...teller, attendance: "on", failures: 0 };
    case "teller.signed-off":
      return { ...teller, attendance: "off" };
    case "teller.locked":
      return { ...teller, attendance: "locked" };
    case "teller.password-failed":
      return entry.lockedOutUntil
        ? { ...teller, failures: 0, lockedOutUntil: entry.lockedOutUntil }
        : { ...teller, failures: teller.failures + 1 };
    case "teller.password-set":
      return { ...withPassword(teller, entry.password), mustChangePassword: false };
    case "teller.password-reset":
      return { ...admitted(withPassword(teller, entry.password)), mustChangePassword: true };
    case "teller.unlocked":
      return admitted(teller);
    case "teller.changed":
      return { ...teller, name: entry.name, role: entry.role, assists: entry.assists };
    case "teller.linked": {
      const { customer: _before, ...others } = teller;
      const { customer, relatives } = entry;
      return { ...others, ...(customer === undefined ? {} : { customer }), relatives };
    }
    case "teller.card-given": {
      const { operatorCard: _before, ...others } = teller;
      const { operatorCard } = entry;
      return operatorCard === undefined ? others : { ...others, operatorCard };
    }
    case "teller.left": {
      const { operatorCard: _taken, ...others } = teller;
      return { ...others, leftAt: recordedAt };
    }
    default:
      return unreachable(entry);
  }
}

/** The password before it joins those that may not come back. */
function withPassword(teller: Teller, password: Teller["password"]): Teller {
  const former = [teller.password, ...(teller.former ?? [])].slice(0, PASSWORDS_REMEMBERED - 1);
  return { ...teller, password, former, failures: 0 };
}

/** Whoever was kept out by wrong passwords may try again. */
function admitted({ lockedOutUntil: _until, ...teller }: Teller): Teller {
  return { ...teller, failures: 0 };
}
