import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { loginWrongOn, newEBank, paidOn } from "#core/e-bank/e-bank.ts";
import { EBankEntry, eBankAfter } from "#core/e-bank/e-bank-entry.ts";
import type { RawEntry } from "#tests/main/ledger/invented.ts";

const customer = "c-1";
const today = businessDate("2026-03-18");
const tomorrow = businessDate("2026-03-19");

/** Electronic banking of c-1 after some entries, the first of which makes it. */
function bankAfter(...entries: readonly RawEntry[]) {
  return entries.reduce(
    (bank, entry) => eBankAfter(bank, EBankEntry.parse(entry)),
    newEBank(CustomerId.parse(customer)),
  );
}

const opened = (channel: "internet-bank" | "wap-bank", password: string) =>
  ({ type: "e-bank.opened", customer, channel, password }) as const;

const wrong = (gate: "internet-bank" | "wap-bank", on: string) =>
  ({ type: "e-bank.login-failed", customer, gate, on }) as const;

describe("a customer's electronic banking", () => {
  test("P24: begins with both switches on, as the source has it before anybody closes one", () => {
    expect(bankAfter().switches).toEqual({ "e-commerce": true, "outward-transfer": true });
  });

  test("P24: closes and opens its two switches each for itself", () => {
    const off = { type: "e-bank.switched", customer, which: "e-commerce", on: false } as const;

    expect(bankAfter(off).switches).toEqual({ "e-commerce": false, "outward-transfer": true });
    expect(bankAfter(off, { ...off, on: true }).switches).toEqual({
      "e-commerce": true,
      "outward-transfer": true,
    });
  });

  test("P09: keeps a password for each channel, and forgets that of a closed one only", () => {
    const both = [opened("internet-bank", "one"), opened("wap-bank", "other")] as const;
    const closed = { type: "e-bank.closed", customer, channel: "internet-bank" } as const;

    expect(bankAfter(...both).passwords).toEqual({ "internet-bank": "one", "wap-bank": "other" });
    expect(bankAfter(...both, closed).passwords).toEqual({ "wap-bank": "other" });
  });

  test("P38: adds up what is paid in a day, and begins anew on the next", () => {
    const paid = (on: string, amount: number) =>
      ({ type: "e-bank.paid", customer, on, amount, kind: "purchase", to: "示例书店" }) as const;
    const bank = bankAfter(paid(today, 300_00), paid(today, 1));

    expect(paidOn(bank, today)).toBe(300_01);
    expect(paidOn(bank, tomorrow)).toBe(0);
    expect(paidOn(eBankAfter(bank, EBankEntry.parse(paid(tomorrow, 5_00))), tomorrow)).toBe(5_00);
  });

  test("5.0: counts wrong login passwords by gate and day, all gone with the next day", () => {
    const bank = bankAfter(
      wrong("internet-bank", today),
      wrong("wap-bank", today),
      wrong("internet-bank", today),
    );
    const next = eBankAfter(bank, EBankEntry.parse(wrong("wap-bank", tomorrow)));

    expect(loginWrongOn(bank, today)).toEqual({ "internet-bank": 2, "wap-bank": 1 });
    expect(loginWrongOn(bank, tomorrow)).toEqual({});
    expect(loginWrongOn(next, tomorrow)).toEqual({ "wap-bank": 1 });
  });

  test.each([
    ["internet-bank", { "wap-bank": 1 }],
    ["shop", { "wap-bank": 1 }],
    ["wap-bank", { "internet-bank": 1 }],
  ] as const)("5.0: a right password at the %s clears its own gate's only", (channel, left) => {
    const right = { type: "e-bank.logged-in", customer, channel } as const;

    const bank = bankAfter(wrong("internet-bank", today), wrong("wap-bank", today), right);

    expect(loginWrongOn(bank, today)).toEqual(left);
  });

  test("R19: agrees on payees one by one, and ends the one that is named", () => {
    const agreed = (account: string) =>
      ({ type: "e-bank.payee-agreed", customer, payee: { name: "收款人", account } }) as const;
    const ended = (account: string) => ({ type: "e-bank.payee-ended", customer, account }) as const;
    const [one, other] = ["6228480000000000001", "6228480000000000002"] as const;

    const bank = bankAfter(agreed(one), agreed(other), ended(one));

    expect(bank.payees).toEqual([{ name: "收款人", account: other }]);
  });

  test("5.3: is made by its first entry where there was none", () => {
    const entry = EBankEntry.parse(opened("wap-bank", "one"));

    expect(eBankAfter(undefined, entry)).toEqual({
      ...newEBank(CustomerId.parse(customer)),
      passwords: { "wap-bank": "one" },
    });
  });
});
