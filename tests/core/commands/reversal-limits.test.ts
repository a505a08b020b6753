import { describe, expect, test } from "vitest";
import type { Entry } from "#core/journal/entry.ts";
import { orderOf } from "#tests/support/freeze-desk.ts";
import { openReversalDesk, openStockDesk, reversalOf } from "#tests/support/reversal-desk.ts";

describe("1106: what has followed since", () => {
  test("C06: a deposit is taken back to the last fen of it, and not with one fen of it spent", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit({ amount: 500_00 }));
    desk.does(desk.payOut("k-1", { amount: 8_000_00 }));

    expect(desk.preview(reversalOf(deposit)).ok).toBe(true);
    desk.does(desk.payOut("k-1", { amount: 1 }));
    expect(desk.refusal(reversalOf(deposit))).toEqual({
      code: "reversal.spent",
      available: 499_99,
    });
  });

  test("C06: a transfer is taken back from the payee while it is there", () => {
    const desk = openReversalDesk();
    const sent = desk.does(desk.toNeighbour({ amount: 700_00 }));
    desk.does(desk.payOut("k-2", { amount: 1_000_00 }));

    expect(desk.preview(reversalOf(sent)).ok).toBe(true);
    desk.does(desk.payOut("k-2", { amount: 1 }));
    expect(desk.refusal(reversalOf(sent))).toEqual({ code: "reversal.spent", available: 699_99 });
  });

  test("C06: what went to another bank is for that bank to give back", () => {
    const desk = openReversalDesk();
    const sent = desk.does(desk.transferring());

    expect(desk.refusal(reversalOf(sent))).toEqual({ code: "reversal.left-the-bank" });
  });

  test("C06, C02: cash is given back while the box has it, to the fen", () => {
    const desk = openReversalDesk({ balance: 200_000_00 });
    const deposit = desk.does(desk.deposit({ amount: 50_000_00 }));
    desk.does(desk.payOut("k-1", { amount: 100_000_00 }));

    expect(desk.preview(reversalOf(deposit)).ok).toBe(true);
    desk.does(desk.payOut("k-1", { amount: 1 }));
    expect(desk.refusal(reversalOf(deposit))).toEqual({
      code: "reversal.box-short",
      box: "0001",
      held: 49_999_99,
    });
  });

  test("C06: nothing is taken from or put on an account that was closed since", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit({ amount: 500_00 }));
    const paid = desk.does(desk.payOut("k-1", { amount: 100_00 }));
    desk.post([{ type: "account.closed", account: "a-1" }]);

    expect(desk.refusal(reversalOf(deposit))).toEqual({ code: "reversal.account-closed" });
    expect(desk.refusal(reversalOf(paid))).toEqual({ code: "reversal.account-closed" });
  });
});

describe("1106: accounts under a hold", () => {
  const bank = { type: "bank", reason: "fraud-suspected" } as const;

  test("3.5: a debit block keeps a deposit, a credit block keeps a withdrawal from coming back", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit({ amount: 500_00 }));
    const paid = desk.does(desk.payOut("k-1", { amount: 100_00 }));

    desk.hold({ id: "h-1", kind: "debit-block", source: bank });
    expect(desk.refusal(reversalOf(deposit))).toEqual({ code: "account.debit-blocked" });
    expect(desk.preview(reversalOf(paid)).ok).toBe(true);
    desk.post([{ type: "hold.lifted", hold: "h-1" }]);
    desk.hold({ id: "h-2", kind: "credit-block", source: bank });
    expect(desk.refusal(reversalOf(paid))).toEqual({ code: "account.credit-blocked" });
    expect(desk.preview(reversalOf(deposit)).ok).toBe(true);
  });

  test("3.5: an order keeps what it holds, and what is free above it is taken back to the fen", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit({ amount: 500_00 }));
    desk.does({ code: "6001", input: orderOf(8_000_00) });
    expect(desk.preview(reversalOf(deposit)).ok).toBe(true);

    desk.does({ code: "6001", input: orderOf(1) });
    expect(desk.refusal(reversalOf(deposit))).toEqual({
      code: "reversal.spent",
      available: 499_99,
    });
  });

  test("F09: money that an order took up as it came in stays with the order", () => {
    const desk = openReversalDesk();
    desk.does({ code: "6001", input: orderOf(8_100_00) });
    const deposit = desk.does(desk.deposit({ amount: 100_00 }));

    expect(desk.refusal(reversalOf(deposit))).toEqual({ code: "reversal.spent", available: 0 });
  });

  test("U07: whoever may not see orders is told neither what one holds nor what it leaves", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit({ amount: 500_00 }));
    desk.does({ code: "6001", input: orderOf(8_000_01) });
    desk.seat("0002");

    expect(desk.refusal(reversalOf(deposit))).toEqual({ code: "account.judicial-freeze" });
  });

  test("3.6: what reached a sleeping account is taken back, and the account sleeps as it did", () => {
    const desk = openReversalDesk({ balance: 50_00, account: { lastMovedOn: "2020-01-01" } });
    desk.at("2036-03-18 10:00:00");
    const before = desk.see("account", "a-1");
    const deposit = desk.does(desk.deposit({ amount: 500_00 }));
    expect(desk.see("account", "a-1").asleep).toBe(true);

    desk.does(reversalOf(deposit));

    const { dayStart: _founding, ...slept } = before;
    expect(desk.see("account", "a-1")).toEqual(slept);
  });
});

describe("1106: the fee alone", () => {
  test("C06: is given back from the box, and the transaction and its slip stand", () => {
    const desk = openReversalDesk();
    const before = desk.box();
    const report = desk.does(desk.formal("k-1"));
    const slip = report.batch.entries.flatMap((entry) =>
      entry.type === "slip.issued" ? [entry.slip.number] : [],
    )[0];

    const { batch } = desk.does(reversalOf(report, { part: "fee", reason: "fee-wrong" }));

    expect(desk.box()).toBe(before);
    expect(desk.see("branchBalance", "fee-income").balance).toBe(0);
    expect(desk.see("card", "k-1").loss).toBe("formal");
    expect(desk.see("slip", slip ?? "")).toMatchObject({
      status: "valid",
      reversed: { by: batch.sequence, part: "fee" },
    });
    expect(desk.refusal(reversalOf(report, { part: "fee" }))).toEqual({
      code: "reversal.already",
      by: batch.sequence,
    });
  });

  test("C07: from the account goes back to it, and an owed one is owed no more", () => {
    const desk = openReversalDesk();
    const before = desk.see("account", "a-1");
    const paid = desk.does(desk.formal("k-1", { fee: "account" }));
    const owed = desk.does(desk.formal("k-2", { fee: "owed" }));
    expect(desk.balance("a-1")).toBe(8_000_00 - 10_00);

    desk.does(reversalOf(paid, { part: "fee" }));
    desk.does(reversalOf(owed, { part: "fee" }));

    expect(desk.see("account", "a-1")).toEqual(before);
    expect(desk.see("branchBalance", "fees-owed").balance).toBe(0);
  });

  test("C06: is none where none was taken", () => {
    const desk = openReversalDesk();
    const deposit = desk.does(desk.deposit());
    const exchange = desk.does(desk.exchange("k-1"));

    expect(desk.refusal(reversalOf(exchange, { part: "fee" }))).toEqual({
      code: "reversal.no-fee",
    });
    expect(desk.refusal(reversalOf(deposit, { part: "fee" }))).toEqual({ code: "reversal.no-fee" });
  });
});

describe("1106: blank pieces drawn by mistake", () => {
  const drawn = { code: "8001", input: { kind: "password-card", count: 10 } } as const;

  test("V07: go back to the vault, every number of them, and the same are drawn next", () => {
    const desk = openStockDesk();
    const stock = () => [
      desk.see("stock", "password-card:0001"),
      desk.see("stock", "password-card:vault"),
    ];
    const before = stock();
    const draw = desk.does(drawn);

    const { batch } = desk.does(reversalOf(draw, { reason: "keyed-twice" }));

    expect(stock()).toEqual(before);
    expect(batch.entries[0]).toEqual({
      type: "pieces.returned",
      kind: "password-card",
      from: "0001",
      ranges: [{ first: "030000000041", last: "030000000050" }],
    });
    expect(desk.preview(drawn)).toMatchObject({ value: draw.decision });
  });

  test("V02: an earlier drawing goes back from under a later one", () => {
    const desk = openStockDesk();
    const first = desk.does(drawn);
    desk.does(drawn);

    desk.does(reversalOf(first));

    expect(desk.see("stock", "password-card:0001").ranges).toEqual([
      { first: "030000000001", last: "030000000040" },
      { first: "030000000051", last: "030000000060" },
    ]);
  });

  test("V02: drawn by an older program, which did not say which ones, stay in the box", () => {
    const desk = openStockDesk();
    const { entries } = desk.does(drawn).batch;
    const older = entries.flatMap((entry): readonly Entry[] => {
      if (entry.type === "pieces.allotted") {
        const { ranges: _unsaid, ...rest } = entry;
        return [rest];
      }
      if (entry.type !== "slip.issued") return [];
      return [{ ...entry, slip: { ...entry.slip, number: `${entry.slip.number.slice(0, -1)}9` } }];
    });
    const batch = desk.post(older, { teller: "0001", code: "8001" });

    expect(desk.refusal(reversalOf({ batch }))).toEqual({
      code: "reversal.stands",
      why: "pieces-unnamed",
    });
  });

  test("V02, V04: stay where one of them was used or spoiled", () => {
    const desk = openStockDesk();
    const draw = desk.does(drawn);
    const serials = (count: number) =>
      Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, "0"));
    for (const last of serials(40)) desk.does(spoiled(`0300000000${last}`));
    expect(desk.preview(reversalOf(draw)).ok).toBe(true);

    desk.does(spoiled("030000000041"));
    expect(desk.refusal(reversalOf(draw))).toEqual({
      code: "reversal.pieces-gone",
      first: "030000000041",
      last: "030000000050",
    });
  });
});

/** The next blank card of the box, with a damaged film. */
function spoiled(serial: string) {
  return { code: "5003", input: { what: "blank", serial } } as const;
}
