import { cpSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { ePayWindow } from "#tests/support/e-pay-window.ts";
import { openBanking } from "#tests/support/online-counter.ts";
import { emptyPlace, type TestedWorkstation } from "#tests/support/workstation.ts";

/** Every message of the books, and how often each was written down as sent. */
async function messagesIn(folder: string) {
  const books = await openTestBooks(folder, "demonstration", realDisk);
  const { ledger } = books;
  const sent: string[] = [];
  for (let sequence = 1; sequence <= ledger.lastSequence; sequence += 1) {
    for (const entry of ledger.batch(sequence)?.entries ?? []) {
      if (entry.type === "sms.sent") sent.push(entry.message);
    }
  }
  const all = ledger.books.all("message").map(({ id, status }) => ({ id: String(id), status }));
  closeBooks(books);
  return { all, sent };
}

const shown = async ({ get }: TestedWorkstation) =>
  (await get("phone.view", undefined)).phones.flatMap(({ messages }) => messages).length;

test("E10, rule 6: cut off between the posting and its message, the next run sends it, and once", async () => {
  const { own, counter } = await openBanking();
  own.pass(24 * 3_600_000); // On the day of its opening an account takes no channel from home (R17).
  const she = ePayWindow(counter);
  await she.enrol();
  await vi.waitFor(async () => expect(await shown(counter)).toBe(2), 10_000);
  const payment = { kind: "purchase", merchant: "样例书店", amount: 50_00 } as const;
  const asking = { id: "payment-cut", identifier: she.identifier, order: payment };
  const handler = counter.handlers["e-pay.pay"];
  // Answered within this turn, so that the outbox has had none; what the disk has then is the cut.
  const asked = handler(asking as Parameters<typeof handler>[0]);
  const folder = emptyPlace();
  cpSync(counter.folder, folder, { recursive: true });
  expect(await asked).toMatchObject({ ok: true });
  await counter.close();
  const cut = await messagesIn(folder);
  expect(cut.all.at(-1)?.status).toBe("waiting");
  expect(cut.sent).toHaveLength(2);

  const later = await openBanking({ folder, own });
  await vi.waitFor(async () => expect(await shown(later.counter)).toBe(3), 10_000);
  const again = ePayWindow(later.counter);
  expect(await later.counter.ask("e-pay.pay", asking)).toEqual(await asked);
  const code = await asked;
  if (!code.ok) throw new Error(code.refusal.code);
  expect(await again.answer(code.value.sent.code, await again.digits(), payment)).toMatchObject({
    ok: true,
  });
  await vi.waitFor(async () => expect(await shown(later.counter)).toBe(4), 10_000);
  await later.counter.close();

  const { all, sent } = await messagesIn(folder);
  expect(all.map(({ status }) => status)).toEqual(all.map(() => "sent"));
  expect(sent).toEqual(all.map(({ id }) => id));
});
