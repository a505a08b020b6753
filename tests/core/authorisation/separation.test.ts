import { describe, expect, test } from "vitest";
import { approve, type Grant, honour, RequestHash } from "#core/authorisation/grant.ts";
import { isWorth, Level } from "#core/authorisation/level.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import { instant } from "#core/calendar/instant.ts";
import { roleRefusal } from "#core/commands/rights.ts";
import { TransactionCode } from "#core/contract/transactions.ts";
import { Role, Teller } from "#core/teller/teller.ts";
import { fc } from "#tests/support/fast-check.ts";

const hash = RequestHash.parse("a".repeat(64));
const now = instant(Date.UTC(2026, 2, 18, 2));

function person(id: string, role: Role): Teller {
  return Teller.parse({
    ...{ id, name: id, role, branch: "0200", mustChangePassword: false },
    password: { method: "scrypt", cost: 16, salt: "0".repeat(32), hash: "0".repeat(64) },
    ...{ failures: 0, attendance: "on" },
  });
}

/** Whether a maker's request comes through with these second people's words, as at the counter. */
function isCommitted(code: TransactionCode, level: Level, maker: Teller, words: readonly Teller[]) {
  if (roleRefusal(code, maker, defaultParameters)) return false;
  if (level === "A0") return true;
  let grant: Grant | undefined;
  for (const approver of words) {
    const word = approve({ level, maker, earlier: grant }, approver);
    if (!word.ok) return false;
    grant = {
      ...{ id: "g-1", hash, level, maker: maker.id, branch: maker.branch, status: word.value },
      approvers: [...(grant?.approvers ?? []), approver.id],
      expiresAt: now,
    };
  }
  return honour(grant, { level, hash, maker: maker.id, branch: maker.branch, now }).ok;
}

const role = fc.constantFrom(...Role.options);
const level = fc.constantFrom(...Level.options);
const code = fc.constantFrom(...TransactionCode.options);
const number = fc.constantFrom("1001", "1002", "1003");
const staff = fc.tuple(number, role).map(([id, office]) => person(id, office));

describe("separation of duties", () => {
  // Goal: whoever makes and whoever approves, no pair of roles commits what it must not.
  // Method: draw code, level, maker and up to two words, and hold what came through against 3.9.
  test("D03, D06: nothing is committed but by somebody with the right and enough other people", () => {
    fc.assert(
      fc.property(
        code,
        level,
        staff,
        fc.array(staff, { maxLength: 2 }),
        (asked, at, maker, words) => {
          if (!isCommitted(asked, at, maker, words)) return;

          expect(roleRefusal(asked, maker, defaultParameters)).toBeUndefined();
          if (at === "A0") return; // Nobody is asked.
          const others = new Set(words.map(({ id }) => id));
          expect(others.has(maker.id)).toBe(false);
          const worth = words.map((one) => isWorth(one.role, at));
          expect(worth).not.toContain("nothing");
          expect(worth.includes("whole") || others.size === 2).toBe(true);
          const offices = words.map((one) => one.role);
          expect(offices).not.toContain("auditor");
          expect(offices).not.toContain("administrator");
        },
      ),
      { numRuns: 3000 },
    );
  });

  const pairs = Role.options.flatMap((maker) =>
    Role.options.map((approver) => ({ maker, approver })),
  );

  test.each(pairs)(
    "A2: $maker makes a deposit and $approver speaks for it",
    ({ maker, approver }) => {
      const through = isCommitted("3011", "A2", person("1001", maker), [person("1002", approver)]);

      const isRight =
        maker === "teller" && (approver === "supervisor" || approver === "branch-head");
      expect(through).toBe(isRight);
    },
  );

  test.each(pairs)(
    "A3: $maker changes a person and $approver speaks for it",
    ({ maker, approver }) => {
      const through = isCommitted("9008", "A3", person("1001", maker), [person("1002", approver)]);

      const mayMake = maker === "administrator" || maker === "branch-head";
      expect(through).toBe(mayMake && approver === "branch-head");
    },
  );

  test("A3: two supervisors speak for it together, and one of them twice does not", () => {
    const administrator = person("1001", "administrator");
    const [first, second] = [person("2001", "supervisor"), person("2002", "supervisor")] as const;

    expect(isCommitted("9008", "A3", administrator, [first, second])).toBe(true);
    expect(isCommitted("9008", "A3", administrator, [first])).toBe(false);
    expect(isCommitted("9008", "A3", administrator, [first, first])).toBe(false);
  });

  test("D08: whoever is concerned does not speak, and a word given before is not honoured", () => {
    const maker = person("1001", "teller");
    const approver = person("2001", "supervisor");
    const concerned = [approver.id];
    const grant: Grant = {
      ...{ id: "g-1", hash, level: "A2", maker: maker.id, branch: maker.branch },
      ...{ approvers: [approver.id], status: "whole", expiresAt: now },
    };
    const { branch } = maker;
    const asked = { level: "A2", hash, maker: maker.id, branch, now } as const;

    const refused = { ok: false, refusal: { code: "authorisation.own-business" } };
    expect(approve({ level: "A2", maker, earlier: undefined, concerned }, approver)).toEqual(
      refused,
    );
    expect(honour(grant, { ...asked, concerned })).toEqual(refused);
    expect(honour(grant, asked)).toMatchObject({ ok: true });
  });
});
