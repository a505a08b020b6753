import { describe, expect, test } from "vitest";
import { type Grant, RequestHash } from "#core/authorisation/grant.ts";
import { leastLevels } from "#core/authorisation/least-level.ts";
import { Level } from "#core/authorisation/level.ts";
import { addMinutes } from "#core/calendar/instant.ts";
import { atLeast } from "#core/commands/at-least.ts";
import type { Decision } from "#core/commands/command.ts";
import { complete } from "#core/commands/execute.ts";
import { TransactionCode, type TransactionRequest } from "#core/contract/transactions.ts";
import { TellerId } from "#core/teller/teller.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

const HASH = RequestHash.parse("a".repeat(64));
const OTHER = RequestHash.parse("b".repeat(64));
const person = (id: string) => TellerId.parse(id);

const desk = openLossDeskFor();
const context = desk.context();
const { teller: maker, branch, now } = context;

/** A decision that waits for nothing but somebody's word. */
const decided = (level: Level, more: Partial<Decision> = {}): Decision => ({
  level,
  entries: [{ type: "request.refused", refusal: "nothing.in-particular" }],
  outcome: { facts: [], relations: [] },
  ...more,
});

/** A word that carries the request, and the same with one thing wrong about it. */
function words(level: Level) {
  const right: Grant = {
    id: "g-right",
    hash: HASH,
    level,
    maker: maker.id,
    branch: branch.code,
    approvers: [person("0900")],
    status: "whole",
    expiresAt: addMinutes(now, 1),
  };
  const lower = Level.options[Level.options.indexOf(level) - 1] ?? "A0";
  const wrong: readonly (readonly [why: string, grant: Partial<Grant>])[] = [
    ["authorisation.other-request", { hash: OTHER }],
    ["authorisation.other-request", { maker: person("0002") }],
    ["authorisation.self", { approvers: [maker.id] }],
    ["authorisation.level", { level: lower }],
    ["authorisation.second-supervisor", { status: "half" }],
    ["authorisation.used", { status: "used" }],
    ["authorisation.expired", { expiresAt: addMinutes(now, -1) }],
    ["authorisation.other-branch", { branch: "0999" as Grant["branch"] }],
  ];
  return { right, wrong };
}

/** What completing a request comes to with this word in the books: its refusal, or "posted". */
function outcome(
  code: TransactionCode,
  decision: Decision,
  { grant, named = grant?.id }: { readonly grant?: Grant; readonly named?: string },
): string {
  const books = {
    ...context.books,
    find: ((shelf: string, key: string) =>
      shelf === "grant"
        ? [grant].find((one) => one?.id === key)
        : context.books.find(shelf as "teller", key)) as typeof context.books.find,
  };
  const asked = { code, hash: HASH, grant: named };
  const done = complete(decision, asked, { ...context, books });
  return done.ok ? "posted" : done.refusal.code;
}

// Goal: no code of the contract is posted without the right word, whatever is wrong about the one
// it has. Method: every code with every level and every single fault, generated from the contract.
describe.each(TransactionCode.options)("D03: %s without the right word", (code) => {
  test.each(["A1", "A2", "A3"] as const)("is not posted at %s", (level) => {
    const { right, wrong } = words(level);
    const decision = decided(level);

    expect(outcome(code, decision, {})).toBe("authorisation.needed");
    expect(outcome(code, decision, { grant: right, named: "g-forged" })).toBe(
      "authorisation.unknown",
    );
    for (const [why, fault] of wrong) {
      expect([why, outcome(code, decision, { grant: { ...right, ...fault } })]).toEqual([why, why]);
    }
    const excluded = { notBy: right.approvers };
    expect(outcome(code, decided(level, excluded), { grant: right })).toBe(
      "authorisation.own-posting",
    );
    const concerned = { concerned: right.approvers };
    expect(outcome(code, decided(level, concerned), { grant: right })).toBe(
      "authorisation.own-business",
    );
    const other = { onlyBy: [person("0002")] };
    expect(outcome(code, decided(level, other), { grant: right })).toBe("authorisation.only-by");

    expect(outcome(code, decision, { grant: right })).toBe("posted");
    expect(outcome(code, decided(level, { onlyBy: right.approvers }), { grant: right })).toBe(
      "posted",
    );
  });
});

const fixed = TransactionCode.options.flatMap((code) => {
  const least: unknown = leastLevels[code];
  return typeof least === "string" ? [{ code, least: Level.parse(least) }] : [];
});

/** Whether a decision of this level stands under the table; else the invariant it breaks. */
function underTable(request: { readonly code: string; readonly input: unknown }, level: Level) {
  // The levels of the table are asked for by code and input alone.
  return () => atLeast(decided(level), request as TransactionRequest, context);
}

describe("the table of levels (5.7)", () => {
  test.each(fixed)("$code is decided at $least or above, never below", ({ code, least }) => {
    for (const level of Level.options) {
      const standing = underTable({ code, input: {} }, level);
      if (level < least) expect(standing).toThrow(`${code} is never decided below ${least}`);
      else expect(standing()).toMatchObject({ ok: true });
    }
  });

  test.each(["3011", "3012", "3013"])("D05: %s needs a supervisor from the limit on", (code) => {
    const below = { code, input: { amount: 49_999_99 } };
    const at = { code, input: { amount: 50_000_00 } };

    expect(underTable(below, "A0")()).toMatchObject({ ok: true });
    expect(underTable(at, "A1")).toThrow("never decided below A2");
    expect(underTable(at, "A2")()).toMatchObject({ ok: true });
  });

  test("F17: a measure on a whole account needs the head, one on an amount a supervisor", () => {
    const account = { code: "6001", input: { scope: { type: "account" } } };
    const amount = { code: "6001", input: { scope: { type: "amount" } } };

    expect(underTable(account, "A2")).toThrow("never decided below A3");
    expect(underTable(amount, "A2")()).toMatchObject({ ok: true });
    expect(underTable(amount, "A1")).toThrow("never decided below A2");
  });

  test("C01, 3.8, 3.13: the vault is counted by two, a forgery and a fee let off go to a supervisor", () => {
    expect(underTable({ code: "1103", input: { place: "own" } }, "A0")().ok).toBe(true);
    expect(underTable({ code: "1103", input: { place: "vault" } }, "A0")).toThrow("below A1");
    expect(underTable({ code: "1101", input: { action: "draw" } }, "A1")().ok).toBe(true);
    expect(underTable({ code: "1101", input: { action: "ship" } }, "A1")).toThrow("below A2");
    expect(underTable({ code: "2002", input: { finding: "checked" } }, "A0")().ok).toBe(true);
    expect(underTable({ code: "2002", input: { finding: "forged" } }, "A1")).toThrow("below A2");
    expect(underTable({ code: "9007", input: { action: "collect" } }, "A0")().ok).toBe(true);
    expect(underTable({ code: "9007", input: { action: "waive" } }, "A1")).toThrow("below A2");
  });

  test("3.5: laying a control needs a supervisor, lifting one the head; a customer stops alone", () => {
    expect(underTable({ code: "6009", input: { action: "lift" } }, "A2")).toThrow("below A3");
    expect(underTable({ code: "6009", input: { action: "place" } }, "A2")().ok).toBe(true);
    expect(underTable({ code: "6008", input: { action: "freeze" } }, "A0")().ok).toBe(true);
    expect(underTable({ code: "6008", input: { action: "unfreeze" } }, "A1")).toThrow("below A2");
  });
});
