import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CustomerView } from "#core/contract/customer-view.ts";
import { known } from "#core/kernel/assert.ts";
import { foundedOn, TODAY } from "#tests/main/demonstration/founded.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let people: AtCounter;

beforeAll(async () => {
  counter = await openWorkstation(await foundedFolder());
  people = atCounter(counter);
  await people.signOn();
});
afterAll(() => counter.close());

/** Somebody with a telephone and a card that nobody has reported. */
async function ordinary(): Promise<CustomerView> {
  const { cards } = await counter.get("demonstration.tray", undefined);
  const inUse = cards.flatMap(({ customer, label }) =>
    customer && label === "in-use" ? [customer] : [],
  );
  const seen = await Promise.all(inUse.map((customer) => people.seen(customer)));
  const found = seen.find(({ phone, lossCases }) => phone && lossCases.length === 0);
  return known(found, "the demonstration has ordinary people");
}

describe("messages to customers, at the workstation", () => {
  test("R19: the preview names the telephone, the posting holds the message, the slip says nothing", async () => {
    const { id, phone } = await ordinary();
    const { document } = await people.identity(id);
    const input = {
      card: await people.cardOf(id),
      ...{ medium: "card", channel: "counter", document, reason: "在地铁里丢失" },
    };

    const preview = await people.preview({ code: "4001", input });
    const receipt = await people.done({ code: "4001", input });

    expect(preview).toMatchObject({ ok: true, value: { tells: [phone] } });
    const { rows } = await counter.get("journal.list", { page: 0 });
    const posting = rows.find(({ sequence }) => sequence === receipt.sequence);
    expect(posting?.entries).toContain("loss.reported");
    expect(posting?.entries).toContain("sms.queued");
    expect(JSON.stringify(receipt.outcome)).not.toContain(phone);
  });

  test("what tells nobody says so by saying nothing", async () => {
    const preview = await people.preview({ code: "1105", input: { report: "x" } });

    expect(preview.ok && preview.value).not.toHaveProperty("tells");
  });

  test("E14: of the invented past nothing waits: it was told in the past", () => {
    const entries = foundedOn(TODAY).flatMap((batch) => batch.entries);
    const queued = entries.filter(({ type }) => type === "sms.queued");
    const sent = entries.filter(({ type }) => type === "sms.sent");

    expect(queued.length).toBeGreaterThan(10);
    expect(sent).toHaveLength(queued.length);
  });
});
