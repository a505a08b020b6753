import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tellerNoticeChannels } from "#core/contract/channels.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { book, ePayWindow, hers } from "#tests/support/e-pay-window.ts";
import { openBanking } from "#tests/support/online-counter.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const DAY_MS = 24 * 3_600_000;

let counter: TestedWorkstation;

beforeEach(async () => {
  const { own, ...banking } = await openBanking();
  ({ counter } = banking);
  own.pass(DAY_MS); // On the day of its opening an account takes no channel from home (R17).
});
afterEach(() => counter.close());

/** Such a number standing by itself: hashes, moments and longer numbers hold any six digits by chance. */
const alone = (digits: string) => new RegExp(`(?<![0-9a-f])${digits}(?![0-9a-f])`);

/** Enrols, mistypes, pays, lowers, while a teller sits there; comes back with every code there was. */
async function wholeEvening(): Promise<readonly string[]> {
  const she = ePayWindow(counter);
  await atCounter(counter).sit();
  await she.apply({}, "135790");
  const codes = [await she.enrol()];
  const asked = await she.pay();
  codes.push(await she.digits());
  const code = asked.ok ? asked.value.sent.code : "s-0";
  await she.answer(code, "246801", { ...book, amount: 1 });
  await she.answer(code, "246801");
  await she.answer(code, codes[1] ?? "");
  const { identifier } = she;
  const sent = await counter.get("e-pay.ask-code", { purpose: "e-pay.manage", identifier });
  codes.push(await she.digits());
  await counter.get("e-pay.enter", { identifier, code: sent.code, digits: codes[2] ?? "" });
  await counter.get("e-pay.lower-limits", { limits: { single: 10_00, day: 20_00 } });
  return codes;
}

/** All that the teller's window was told or can look up of it, and every line of the log. */
async function toldToTeller(): Promise<string> {
  // The presenter's tray tells every invented customer's PIN; no live branch has one.
  const forTeller: readonly string[] = tellerNoticeChannels.filter((one) => one !== "tray.changed");
  const told = counter.notices.filter(({ channel }) => forTeller.includes(channel));
  const looked = [
    await counter.get("workstation.view", undefined),
    await counter.get("journal.list", { page: 0 }),
    await counter.get("customer.view", { customer: hers.customer }),
    await counter.get("slip.list", { text: "", page: 0 }),
  ];
  return JSON.stringify([told, looked, counter.noted]);
}

describe("K06, E11: what leaves the customer's window", () => {
  test("reaches the teller's window and the log without a code, a PIN or an identifier", async () => {
    const codes = await wholeEvening();
    const told = await toldToTeller();

    expect(codes).toHaveLength(3);
    for (const code of [...codes, "135790", "246801", hers.pin, hers.lastSix]) {
      expect(told).not.toMatch(alone(code));
    }
    expect(told).not.toContain(hers.phone);
    expect(told).toContain("e-pay");
  });

  test("stands in the journal without them too; the telephone is the record's own, the six digits nowhere", async () => {
    const codes = await wholeEvening();
    const { folder, close } = counter;
    await close();
    const books = await openTestBooks(folder, "demonstration", realDisk);
    const last = books.ledger.lastSequence;
    const kept = Array.from({ length: last }, (_, index) => books.ledger.batch(index + 1)).filter(
      (batch) => batch?.code === "e-pay",
    );
    closeBooks(books);
    const text = JSON.stringify(kept);

    expect(kept.length).toBeGreaterThan(6);
    for (const code of [...codes, "135790", "246801", hers.pin, hers.lastSix]) {
      expect(text).not.toMatch(alone(code));
    }
    expect(text).not.toContain(hers.number);
  });

  test("is found where it does stand: in the customer's own telephone", async () => {
    const [first = ""] = await wholeEvening();

    expect(JSON.stringify(await counter.get("phone.view", undefined))).toMatch(alone(first));
  });
});
