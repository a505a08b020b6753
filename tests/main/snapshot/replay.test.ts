import { expect, test } from "vitest";
import { openLedger } from "#main/ledger/ledger.ts";
import { replay } from "#main/snapshot/replay.ts";
import { batchOf } from "#tests/main/ledger/history.ts";
import { faultOf } from "#tests/support/journal-folder.ts";

const batch = batchOf(1, [{ type: "request.refused", refusal: "account.short" }]);

test.each([
  ["no JSON", "{"],
  ["no batch", JSON.stringify({ ...batch, entries: "none" })],
  ["the batch of another frame", JSON.stringify({ ...batch, sequence: 2 })],
])("a frame that bears our key and holds %s stops the start, and is named", async (_, body) => {
  const ledger = await openLedger();

  const fault = await faultOf(() => replay(ledger, [{ sequence: 1, recordedAt: 0, body }]));

  expect(fault).toMatchObject({ code: "journal.damaged", facts: { sequence: 1 } });
  expect(ledger.lastSequence).toBe(0);
  ledger.close();
});

test("a frame that holds its batch is posted", async () => {
  const ledger = await openLedger();

  replay(ledger, [{ sequence: 1, recordedAt: 0, body: JSON.stringify(batch) }]);

  expect(ledger.lastSequence).toBe(1);
  ledger.close();
});
