import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Books } from "#core/books/books.ts";
import { known } from "#core/kernel/assert.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const CUSTOMER = "c-36";

let counter: TestedWorkstation;
let people: AtCounter;
/** What the books have in full and no window is shown. */
let full: { readonly document: string; readonly phone: string; readonly pan: string };

beforeAll(async () => {
  const folder = await foundedFolder();
  const books = await openTestBooks(folder, "demonstration", realDisk);
  full = fullNumbers(books.ledger.books);
  closeBooks(books);
  counter = await openWorkstation(folder, "demonstration", ownMachine());
  people = atCounter(counter);
});
beforeEach(() => people.sit());
afterAll(() => counter.close());

function fullNumbers(books: Books) {
  const customer = known(books.find("customer", CUSTOMER), "the customer banks here");
  const [card] = books.list("card", "customer", CUSTOMER);
  return {
    document: customer.documentNumber,
    phone: customer.phone ?? "",
    pan: known(card, "the customer has a card").pan,
  };
}

const find = (search: Parameters<typeof counter.ask<"customer.find">>[1]) =>
  counter.ask("customer.find", search);
const typed = (number: string, again = number) =>
  find({ by: "card-number", number, again, reason: "the stripe is scratched" });
const foundHer = { ok: true, value: [{ id: CUSTOMER }] };
const lookedUp = { code: "2001", teller: "1001", entries: ["customer.looked-up"] };

describe("finding a customer (2001)", () => {
  test("by a swipe or a document on the counter is written nowhere: it was brought", async () => {
    const { ref: swipe } = await people.swiped(await people.cardOf(CUSTOMER));
    const shown = await counter.get("demonstration.show-document", { customer: CUSTOMER });
    const before = await people.sequence();

    expect(await find({ by: "swipe", ref: swipe })).toMatchObject(foundHer);
    expect(await find({ by: "document-shown", ref: shown.ref })).toMatchObject(foundHer);
    expect(await people.sequence()).toBe(before);
  });

  test("R07: by a card number typed twice alike is written down", async () => {
    expect(await typed(full.pan)).toMatchObject(foundHer);
    expect(await people.lastLine()).toEqual(lookedUp);
  });

  test("R07: may be typed as it is embossed, in groups", async () => {
    const grouped = full.pan.replace(/(.{4})/g, "$1 ");

    expect(await typed(grouped, full.pan)).toMatchObject(foundHer);
  });

  test("R07: finds nobody when the number was typed differently, and that is written down", async () => {
    const other = `${full.pan.slice(0, -1)}${(Number(full.pan.at(-1)) + 1) % 10}`;

    expect(await typed(full.pan, other)).toEqual({
      ok: false,
      refusal: { code: "customer.pan-typed-differently" },
    });
    expect(await people.lastLine()).toMatchObject({ entries: ["request.refused"] });
    expect(await typed(other)).toEqual({ ok: false, refusal: { code: "pan.check-digit" } });
  });

  test("R23: by a document typed is written down, and takes kind and whole number", async () => {
    const { document: number } = full;
    const { documentKind: kind } = await people.seen(CUSTOMER);

    expect(await find({ by: "document", kind, number: ` ${number.toLowerCase()} ` })).toMatchObject(
      foundHer,
    );
    expect(await people.lastLine()).toEqual(lookedUp);
    expect(await find({ by: "document", kind: "passport", number })).toMatchObject({ ok: false });
    expect(await find({ by: "document", kind, number: number.slice(0, -1) })).toMatchObject({
      ok: false,
    });
  });

  test("R23: by a phone is written down, and takes the whole number", async () => {
    expect(await find({ by: "phone", number: full.phone })).toMatchObject(foundHer);
    expect(await people.lastLine()).toEqual(lookedUp);

    expect(await find({ by: "phone", number: full.phone.slice(0, -1) })).toEqual({
      ok: false,
      refusal: { code: "customer.unknown" },
    });
    expect(await people.lastLine()).toMatchObject({ entries: ["request.refused"] });
  });

  test("by what no device has seen is refused", async () => {
    const shown = await counter.get("demonstration.show-document", { customer: CUSTOMER });
    const unknown = { ok: false, refusal: { code: "evidence.unknown" } };

    expect(await find({ by: "swipe", ref: "e-00000000" })).toEqual(unknown);
    expect(await find({ by: "swipe", ref: shown.ref })).toEqual(unknown);
    expect(await find({ by: "document-shown", ref: "e-00000000" })).toEqual(unknown);
  });

  test("by another bank's card finds nobody", async () => {
    const { ref } = await people.swiped("foreign-621661");

    expect(await find({ by: "swipe", ref })).toEqual({
      ok: false,
      refusal: { code: "customer.unknown" },
    });
  });
});

describe("a masked number in full (K10)", () => {
  const reveal = (what: "document" | "phone" | "card", card?: string) =>
    counter.ask("customer.reveal", {
      customer: CUSTOMER,
      what,
      reason: "to fill in a police form",
      ...(card ? { card } : {}),
    });

  test("is shown for a reason, which is in the journal before it is on the screen", async () => {
    const before = await people.sequence();

    expect(await reveal("document")).toEqual({ ok: true, value: { text: full.document } });
    expect(await reveal("phone")).toEqual({ ok: true, value: { text: full.phone } });
    const card = await people.cardOf(CUSTOMER);
    expect(await reveal("card", card)).toEqual({ ok: true, value: { text: full.pan } });

    const { rows } = await counter.get("journal.list", { page: 0 });
    expect(rows.slice(0, 3).map(({ entries }) => entries)).toEqual([
      ["customer.revealed"],
      ["customer.revealed"],
      ["customer.revealed"],
    ]);
    expect(rows[0]?.sequence).toBe(before + 3);
  });

  test("is not shown of somebody else's card, nor of none", async () => {
    const others = await people.cardOf("c-37");
    const before = await people.sequence();

    expect(await reveal("card", others)).toEqual({ ok: false, refusal: { code: "card.unknown" } });
    expect(await reveal("card")).toEqual({ ok: false, refusal: { code: "card.unknown" } });
    expect(await people.sequence()).toBe(before);
  });

  test("is not shown where it cannot be written down", async () => {
    const own = ownMachine();
    const failing = await openWorkstation(await foundedFolder(), "demonstration", own);
    await atCounter(failing).signOn();
    own.failDisk(1, "EIO");
    const asked = { customer: CUSTOMER, what: "phone", reason: "to call her" } as const;

    await expect(failing.ask("customer.reveal", asked)).rejects.toMatchObject({
      code: "journal.write-failed",
    });
    await failing.close();
  });
});

describe("D02: nobody at work", () => {
  test("asks nothing", async () => {
    const card = await people.cardOf(CUSTOMER);
    const { accounts } = await people.seen(CUSTOMER);
    const shown = await counter.get("demonstration.show-document", { customer: CUSTOMER });
    await people.signOff();

    const nobody = { ok: false, refusal: { code: "teller.not-signed-on" } };
    const account = accounts[0]?.id ?? "";
    const reveal = { customer: CUSTOMER, what: "card", card, reason: "curious" } as const;
    expect(await find({ by: "document-shown", ref: shown.ref })).toEqual(nobody);
    expect(await find({ by: "phone", number: full.phone })).toEqual(nobody);
    expect(await counter.ask("customer.view", { customer: CUSTOMER })).toEqual(nobody);
    expect(await counter.ask("customer.reveal", reveal)).toEqual(nobody);
    expect(await counter.ask("loss.register", { show: "all", text: "", page: 0 })).toEqual(nobody);
    expect(await counter.ask("order.list", undefined)).toEqual(nobody);
    expect(await counter.ask("journal.list", { page: 0 })).toEqual(nobody);
    expect(await counter.ask("slip.list", { text: "", page: 0 })).toEqual(nobody);
    expect(await counter.ask("pin.ask", { account, purpose: "verify" })).toEqual(nobody);
  });
});

describe("registers", () => {
  test("show open cases, orders, slips and the journal", async () => {
    const open = await counter.get("loss.register", { show: "open", text: "", page: 0 });
    const orders = await counter.get("order.list", undefined);

    expect(open.rows.map(({ status }) => status)).toContain("formal-waiting");
    expect(orders.map(({ status }) => status)).toEqual(expect.arrayContaining(["ordered"]));
    expect(orders.map(({ status }) => status)).not.toContain("voided");
    expect(await counter.ask("customer.view", { customer: "c-99999" })).toEqual({
      ok: false,
      refusal: { code: "customer.unknown" },
    });
  });

  test("ask no PIN for an account that is not there", async () => {
    expect(await counter.ask("pin.ask", { account: "a-99999", purpose: "new" })).toEqual({
      ok: false,
      refusal: { code: "account.unknown" },
    });
  });

  test("call the customer's keys off for the teller", async () => {
    const { accounts } = await people.seen(CUSTOMER);
    const asked = counter.ask("pin.ask", { account: accounts[0]?.id ?? "", purpose: "new" });
    expect(await counter.get("display.view", undefined)).toMatchObject({
      status: "pin",
      purpose: "new",
    });
    await counter.get("pin.cancel", undefined);

    expect(await asked).toEqual({ ok: false, refusal: { code: "pin-pad.cancelled" } });
  });
});
