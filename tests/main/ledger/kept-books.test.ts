import { expect, test } from "vitest";
import { openLedger } from "#main/ledger/ledger.ts";
import { plainRecord } from "#main/ledger/plain-record.ts";
import { batchOf } from "./history.ts";
import { account, customer } from "./invented.ts";

// No customer of the invented histories has as many accounts as the memory of the books keeps.
test("an answer that grows beyond what is kept stays right, and so does one that was never kept", async () => {
  const ledger = await openLedger();
  const owned = () => ledger.books.list("account", "customer", "c-1").map(({ id }) => id);
  const opened = (number: number) =>
    ({ type: "account.opened", account: account(number, "c-1") }) as const;
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `a-${index + 1}`);
  const registered = { type: "customer.registered", customer: customer(1) } as const;
  const first = Array.from({ length: 199 }, (_, index) => opened(index + 1));
  ledger.post(batchOf(1, [registered, ...first]));
  expect(owned()).toEqual(ids(199));

  for (const number of [200, 201, 202]) {
    ledger.post(batchOf(number - 198, [opened(number)]));

    expect(owned()).toEqual(ids(number));
    expect(ledger.books.all("account").map(({ id }) => id)).toEqual(ids(number));
    expect(ledger.books.count("account")).toBe(number);
  }
  ledger.close();
});

test("a record is handed out as it comes back from text, however deep an absent field lies", () => {
  const record = {
    id: "1",
    none: undefined,
    legs: [{ a: 1, none: undefined }, { b: [[2]] }],
  };

  const plain = plainRecord(record);

  expect(plain).toStrictEqual({ id: "1", legs: [{ a: 1 }, { b: [[2]] }] });
  expect(Object.isFrozen(plain.legs[0])).toBe(true);
  expect(plainRecord(plain)).toBe(plain);
});
