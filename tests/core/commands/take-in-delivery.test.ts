import { describe, expect, test } from "vitest";
import { known } from "#core/kernel/assert.ts";
import { readStockFile } from "#core/password-card/stock-file.ts";
import { SerialRange } from "#core/voucher/stock.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { type EBankDesk, openEBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";

const shopKey = { x: "x".repeat(43), y: "y".repeat(43) };

/** A desk where batch b-2 of 100 cards, from …0101 to …0200, was made and nothing came back yet. */
function openDeskWithBatch(): EBankDesk {
  const desk = openEBankDesk();
  desk.does({ code: "8007", input: { count: 100, shopKey } });
  return desk;
}

/** What the printer's shop lists, read as it is at the counter: a name for the evidence of it. */
function listed(desk: EBankDesk, ...lines: readonly string[]): string {
  const read = readStockFile(lines.join("\n"), desk.books().all("passwordCardBatch"));
  const delivery = known(read.ok ? read.value : undefined, "the list is right");
  return desk.keep({ type: "delivery", ...delivery });
}

const taken = (delivery: string): RawRequest => ({ code: "8008", input: { delivery } });
const inVault = (desk: EBankDesk) => desk.see("stock", "password-card:vault").ranges;

/** Why a request is refused; it must leave the books as they were. */
function refused(desk: EBankDesk, request: RawRequest) {
  const before = desk.batches().length;
  const done = desk.run(request);

  expect(desk.batches()).toHaveLength(before);
  return done.ok ? undefined : done.refusal;
}

describe("taking in what the printer's shop delivered", () => {
  test("V03, V04: puts good cards into the vault, and spoiled ones nowhere", () => {
    const desk = openDeskWithBatch();
    const delivery = listed(
      desk,
      "030000000101,030000000149,good",
      "030000000150,spoiled",
      "030000000151,030000000160,good",
    );

    const { decision, batch } = desk.does(taken(delivery));

    expect(decision).toMatchObject({ level: "A1", slip: "general" });
    expect(batch.approvers).toEqual(["0002"]);
    expect(inVault(desk)).toEqual([
      { first: "030000000041", last: "030000000149" },
      { first: "030000000151", last: "030000000160" },
    ]);
    expect(desk.see("passwordCardBatch", "b-2").delivered).toEqual([
      { first: "030000000101", last: "030000000160" },
    ]);
    expect(decision.outcome.facts).toEqual([
      { name: "batch", kind: "text", text: "b-2" },
      { name: "firstSerial", kind: "text", text: "030000000101" },
      { name: "lastSerial", kind: "text", text: "030000000160" },
      { name: "counted", kind: "text", text: "60" },
      { name: "pieces", kind: "text", text: "59" },
      { name: "spoiled", kind: "text", text: "1" },
      { name: "delivered", kind: "text", text: "60 / 100" },
    ]);
  });

  test("V03: may come in parts, in any order, until the whole batch is in", () => {
    const desk = openDeskWithBatch();

    desk.does(taken(listed(desk, "030000000181,030000000200,ok")));
    desk.does(taken(listed(desk, "030000000101,030000000110,ok")));
    const { decision } = desk.does(taken(listed(desk, "030000000111,030000000180,ok")));

    expect(decision.outcome.facts).toContainEqual({
      name: "delivered",
      kind: "text",
      text: "100 / 100",
    });
    expect(inVault(desk)).toEqual([{ first: "030000000041", last: "030000000200" }]);
    expect(desk.see("passwordCardBatch", "b-2").delivered).toHaveLength(1);
  });

  test("V04: a delivery of spoiled cards alone fills no vault", () => {
    const desk = openDeskWithBatch();
    const before = inVault(desk);

    const { decision } = desk.does(taken(listed(desk, "030000000200,void", "030000000101,void")));

    expect(inVault(desk)).toEqual(before);
    expect(decision.outcome.facts).toContainEqual({
      name: "firstSerial",
      kind: "text",
      text: "030000000101",
    });
    expect(decision.outcome.facts).toContainEqual({ name: "pieces", kind: "text", text: "0" });
  });

  test("V05: is refused a second time, though its list was read before the first", () => {
    const desk = openDeskWithBatch();
    const once = listed(desk, "030000000101,030000000150,good");
    const again = listed(desk, "030000000101,030000000150,good");
    const overlapping = listed(desk, "030000000151,good", "030000000150,spoiled");
    const adjoining = listed(desk, "030000000151,good");
    desk.does(taken(once));

    expect(refused(desk, taken(once))).toEqual({
      code: "delivery.duplicate",
      serial: "030000000101",
    });
    expect(refused(desk, taken(again))).toMatchObject({ code: "delivery.duplicate" });
    expect(refused(desk, taken(overlapping))).toEqual({
      code: "delivery.duplicate",
      serial: "030000000150",
    });
    expect(desk.does(taken(adjoining)).decision.level).toBe("A1");
  });

  test("V04: a spoiled card that was taken in never comes back as a good one", () => {
    const desk = openDeskWithBatch();
    const late = listed(desk, "030000000101,good");
    desk.does(taken(listed(desk, "030000000101,spoiled")));

    expect(refused(desk, taken(late))).toEqual({
      code: "delivery.duplicate",
      serial: "030000000101",
    });
  });

  test("V05: is refused with serials that are of another batch than it says", () => {
    const desk = openDeskWithBatch();
    const range = SerialRange.parse({ first: "030000000101", last: "030000000103" });
    const moved = desk.keep({ type: "delivery", batch: "b-1", good: [range], spoiled: [] });

    expect(refused(desk, taken(moved))).toEqual({
      code: "delivery.foreign",
      serial: "030000000101",
    });
  });

  test("V03: is refused without a list, and with something that is none", () => {
    const desk = openDeskWithBatch();

    expect(refused(desk, taken("e-99999999"))).toEqual({ code: "evidence.unknown" });
    expect(refused(desk, taken(desk.swipe("k-1")))).toEqual({ code: "evidence.other-kind" });
  });

  test("V03: is counted by two, and the preview is what happens", () => {
    const desk = openDeskWithBatch();
    const request = taken(listed(desk, "030000000101,030000000200,good"));
    const preview = desk.preview(request);

    expect(refused(desk, request)).toMatchObject({ code: "authorisation.needed", level: "A1" });
    expect(preview).toEqual({ ok: true, value: desk.does(request).decision });
  });

  test("V07: its good cards come to customers by way of the box, and spoiled ones never", () => {
    const desk = openEBankDeskFor();
    const empty = { kind: "password-card", ranges: [] } as const;
    desk.post([
      { type: "stock.placed", stock: { id: "password-card:0001", holder: "0001", ...empty } },
      { type: "stock.placed", stock: { id: "password-card:vault", holder: "vault", ...empty } },
    ]);
    desk.does({ code: "8007", input: { count: 3, shopKey } });
    desk.does(taken(listed(desk, "030000000101,spoiled", "030000000102,030000000103,good")));
    desk.does({ code: "8001", input: { kind: "password-card", count: 2 } });

    desk.does(desk.issueCard("k-1"));
    desk.does(desk.reissueCard("p-1", "k-1"));

    const serials = ["p-1", "p-2"].map((id) => desk.see("passwordCard", id).serial);
    expect(serials).toEqual(["030000000102", "030000000103"]);
    expect(desk.refusal(desk.reissueCard("p-2", "k-1"))).toEqual({
      code: "voucher.box-empty",
      kind: "password-card",
    });
  });
});
