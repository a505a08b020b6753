import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { Account } from "#core/account/account.ts";
import {
  availableBalance,
  Hold,
  HoldKind,
  isCreditBlocked,
  isDebitBlocked,
  isJudiciallyFrozen,
} from "#core/account/hold.ts";
import { interestOn } from "#core/account/interest.ts";
import { mayCredit, mayDebit, Postings, transferOf } from "#core/account/posting.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { fen } from "#core/money/fen.ts";
import { account as invented } from "#tests/main/ledger/invented.ts";
import { fc } from "#tests/support/fast-check.ts";

const account = (balance: number, over: Partial<z.input<typeof Account>> = {}) =>
  Account.parse({ ...invented(1, "c-1"), balance, ...over });

const hold = (kind: HoldKind, over: Partial<z.input<typeof Hold>> = {}) =>
  Hold.parse({
    id: "h-1",
    account: "a-1",
    kind,
    source: { type: "judicial", order: "（2026）京01执1号", organ: "样例法院" },
    placedAt: 0,
    status: "active",
    ...over,
  });
const amount = (yuan: number, over: Partial<z.input<typeof Hold>> = {}) =>
  hold("amount", { target: yuan * 100, ...over });

describe("what may be drawn", () => {
  test("3.5: two amount freezes, a credit and a release, as worked out in the rules", () => {
    const [f1, f2] = [amount(6_000), amount(8_000)];

    expect(availableBalance(account(10_000_00), [f1])).toBe(4_000_00);
    expect(availableBalance(account(10_000_00), [f1, f2])).toBe(0);
    expect(availableBalance(account(13_000_00), [f1, f2])).toBe(0);
    expect(availableBalance(account(13_000_00), [amount(6_000, { status: "lifted" }), f2])).toBe(
      5_000_00,
    );
  });

  test("3.5: is nothing under a debit or full block, and everything under the others", () => {
    expect(
      HoldKind.options.map((kind) => [kind, availableBalance(account(100), [hold(kind)])]),
    ).toEqual([
      ["amount", 100],
      ["debit-block", 0],
      ["full-block", 0],
      ["credit-block", 100],
      ["non-counter", 100],
      ["stop-voucher", 100],
    ]);
  });

  test("3.5: is nothing from a closed account, nor from one below zero", () => {
    expect(availableBalance(account(100, { life: "closed" }), [])).toBe(0);
    expect(availableBalance(account(-100), [])).toBe(0);
  });

  test("3.5: money may leave to the last fen available", () => {
    const holds = [amount(60)];

    expect(mayDebit(account(100_00), holds, fen(40_00)).ok).toBe(true);
    expect(mayDebit(account(100_00), holds, fen(40_01))).toEqual({
      ok: false,
      refusal: { code: "account.short", available: 40_00 },
    });
  });

  test("5.1: a block is named before the amount, and a closed account before both", () => {
    expect(mayDebit(account(0), [hold("debit-block")], fen(1))).toEqual({
      ok: false,
      refusal: { code: "account.debit-blocked" },
    });
    expect(mayDebit(account(0, { life: "closed" }), [hold("debit-block")], fen(1))).toEqual({
      ok: false,
      refusal: { code: "account.closed" },
    });
  });

  test("L10, 3.5: credits are stopped by a credit or full block alone", () => {
    const stopped = HoldKind.options.filter((kind) => !mayCredit(account(0), [hold(kind)]).ok);

    expect(stopped).toEqual(["full-block", "credit-block"]);
    expect(mayCredit(account(0), [hold("full-block")])).toEqual({
      ok: false,
      refusal: { code: "account.credit-blocked" },
    });
    expect(mayCredit(account(0, { life: "closed" }), [])).toEqual({
      ok: false,
      refusal: { code: "account.closed" },
    });
  });

  test("T15: only an active hold of an organ is a judicial freeze", () => {
    const loss = { type: "loss", lossCase: "02002603180001" } as const;

    expect(isJudiciallyFrozen([hold("amount")])).toBe(true);
    expect(isJudiciallyFrozen([hold("amount", { status: "lifted" })])).toBe(false);
    expect(isJudiciallyFrozen([hold("debit-block", { source: loss })])).toBe(false);
  });

  // Goal: lifting a hold never takes money away, and never frees what another hold still stops.
  // Method: random stacks of holds, each lifted in turn, compared with the stack before.
  test("3.5: lifting one hold leaves the effect of all others", () => {
    const anyHold = fc
      .record({ kind: fc.constantFrom(...HoldKind.options), target: fc.nat(20_000) })
      .map(({ kind, target }) => hold(kind, { target }));
    fc.assert(
      fc.property(fc.array(anyHold, { minLength: 1, maxLength: 6 }), (holds) => {
        const [first, ...others] = holds;
        const lifted = first ? [{ ...first, status: "lifted" as const }, ...others] : [];

        expect(availableBalance(account(10_000), lifted)).toBe(
          availableBalance(account(10_000), others),
        );
        expect(availableBalance(account(10_000), lifted)).toBeGreaterThanOrEqual(
          availableBalance(account(10_000), holds),
        );
        expect(isDebitBlocked(lifted)).toBe(isDebitBlocked(others));
        expect(isCreditBlocked(lifted)).toBe(isCreditBlocked(others));
      }),
    );
  });
});

describe("a posting", () => {
  test("3.11: moves money without making any", () => {
    expect(transferOf(fen(500), "a-1", "cash:0001")).toEqual([
      { account: "a-1", amount: -500 },
      { account: "cash:0001", amount: 500 },
    ]);
  });

  test("3.11: that does not sum to zero, or has one leg, is none", () => {
    const legs = (...amounts: readonly number[]) =>
      Postings.safeParse(amounts.map((leg) => ({ account: "a-1", amount: leg }))).success;

    expect(legs(5, -5)).toBe(true);
    expect(legs(5, -4)).toBe(false);
    expect(legs(0)).toBe(false);
    expect(legs(3, 2, -5)).toBe(true);
  });

  test("3.11: names a customer's account or one of the branch's own", () => {
    const named = (name: string) =>
      Postings.safeParse([
        { account: name, amount: 1 },
        { account: "opening", amount: -1 },
      ]).success;

    expect(
      ["a-1", "cash:0001", "fee-income", "fees-owed", "interest-paid"].filter(named),
    ).toHaveLength(5);
    expect(["a-", "cash:1", "fee", "6222020200123456788"].filter(named)).toEqual([]);
  });
});

describe("interest at closing", () => {
  const on = (date: string, over: Partial<z.input<typeof Account>> = {}) =>
    interestOn(account(8_000_00, { lastMovedOn: "2026-03-18", ...over }), businessDate(date));

  test("is counted by days since money last moved, at 0.05 % on 360 days", () => {
    expect(on("2026-03-18")).toBe(0);
    expect(on("2026-03-26")).toBe(9); // 8.89 fen
    expect(on("2027-03-13")).toBe(4_00);
  });

  test("is rounded at half a fen", () => {
    expect(on("2026-03-18", { interestProduct: 360_000 - 1 })).toBe(0);
    expect(on("2026-03-18", { interestProduct: 360_000 })).toBe(1);
  });

  test("brings along what the days before had earned", () => {
    expect(on("2026-03-26", { interestProduct: 720_000 * 100 })).toBe(1_09);
  });

  test("is exact on the largest balance over ten years", () => {
    expect(on("2036-03-18", { balance: 1_000_000_000_000 })).toBe(5_073_611_111);
  });
});
