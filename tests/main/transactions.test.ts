import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashOf } from "#main/transactions.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

/** Card in use, nothing reported. */
const HEALTHY = "c-36";
/** Written loss reports that have matured; a new number was asked for. */
const DUE = "c-3";
const DUE_TOO = "c-9";
const DUE_AND_FROZEN = "c-18";

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;

// One counter for all: opening one takes longer than what is done at it.
beforeAll(async () => {
  own = ownMachine();
  counter = await openWorkstation(undefined, "demonstration", own);
  people = atCounter(counter);
});
beforeEach(() => people.sit());
afterAll(() => counter.close());

async function deposit(amount = 100_00) {
  const { accounts } = await people.seen(HEALTHY);
  return { code: "3011", input: { account: accounts[0]?.id, amount } } as const;
}

async function withdrawal(pin: string, customer = HEALTHY) {
  const { accounts } = await people.seen(customer);
  const account = accounts[0]?.id ?? "";
  const swipe = (await people.swiped(await people.cardOf(customer))).ref;
  return {
    code: "3012",
    input: { account, amount: 100_00, swipe, pin: await people.pin(account, pin) },
  } as const;
}

async function replacement(customer: string) {
  const { lossCases } = await people.seen(customer);
  const { number: lossCase, slip } = lossCases[0] ?? {};
  const identity = await people.identity(customer);
  return {
    code: "4007",
    input: { lossCase, slip, numbering: "new", identity, fee: "cash", signed: true },
  } as const;
}

describe("a request that is sent twice (rule 6)", () => {
  test("gets its first receipt again and moves the money once", async () => {
    const request = await deposit();
    const first = await people.done(request, { id: "deposit-1" });

    expect(await people.done(request, { id: "deposit-1" })).toEqual(first);
    expect(await people.sequence()).toBe(first.sequence);
  });

  test("gets its first receipt again after a restart", async () => {
    const request = await deposit();
    const first = await people.done(request, { id: "deposit-2" });
    await counter.close();
    counter = await openWorkstation(counter.folder, "demonstration", own);
    people = atCounter(counter);
    await people.signOn();

    expect(await people.done(request, { id: "deposit-2" })).toEqual(first);
  });

  test("gets its first receipt again when grant, evidence and written card are used up", async () => {
    const request = await replacement(DUE);
    const grant = await people.grant(request, "2001");
    const { ref } = await people.written(request, grant);
    const first = await people.done(request, { id: "replacement-0", grant, written: ref });

    expect(await people.done(request, { id: "replacement-0" })).toEqual(first);
  });

  test("is refused with another content, and the attempt is written down", async () => {
    await people.done(await deposit(100_00), { id: "deposit-4" });

    expect(await people.run(await deposit(100_01), { id: "deposit-4" })).toEqual({
      ok: false,
      refusal: { code: "request.repeated-differently" },
    });
    expect(await people.lastLine()).toEqual({
      code: "3011",
      teller: "1001",
      entries: ["request.refused"],
    });
  });

  test("under two ids still replaces one card", async () => {
    const request = await replacement(DUE_TOO);
    const grant = await people.grant(request, "2001");
    const { ref: written } = await people.written(request, grant);
    const [first, second] = await Promise.all([
      people.run(request, { id: "replacement-1", grant, written }),
      people.run(request, { id: "replacement-2", grant, written }),
    ]);

    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: false });
    const { cards } = await people.seen(DUE_TOO);
    expect(cards.filter(({ life }) => life === "issued-inactive")).toHaveLength(1);
  });

  test("is not answered to a counter that nobody works at", async () => {
    const request = await deposit();
    await people.done(request, { id: "deposit-6" });
    await counter.get("session.lock", { idle: true });

    expect(await people.run(request, { id: "deposit-6" })).toEqual({
      ok: false,
      refusal: { code: "teller.locked" },
    });
  });

  test("has one hash however its fields are ordered, and another for one fen more", () => {
    const account = "a-1";
    const hash = hashOf({ code: "3011", input: { account, amount: 1 } } as never);

    expect(hashOf({ input: { amount: 1, account }, code: "3011" } as never)).toBe(hash);
    expect(hashOf({ code: "3011", input: { account, amount: 2 } } as never)).not.toBe(hash);
  });
});

describe("a preview (rule 7)", () => {
  test("shows what then happens, and leaves the journal where it was", async () => {
    const request = await deposit();
    const before = await people.sequence();
    const preview = await people.preview(request);
    expect(await people.sequence()).toBe(before);

    const receipt = await people.done(request);

    expect(preview).toMatchObject({ ok: true, value: { level: "A0", outcome: receipt.outcome } });
    expect(receipt.sequence).toBe(before + 1);
  });

  test("of a withdrawal shows the very lines of its receipt", async () => {
    const request = await withdrawal(await people.pinOf(HEALTHY));
    const preview = await people.preview(request);
    const receipt = await people.done(request);

    expect(preview).toMatchObject({ ok: true, value: { outcome: receipt.outcome } });
  });

  test("of a replacement shows the very lines of its receipt", async () => {
    const request = await replacement(DUE_AND_FROZEN);
    const preview = await people.preview(request);
    const grant = await people.grant(request, "2001");
    const { ref: written } = await people.written(request, grant);
    const receipt = await people.done(request, { grant, written });

    expect(preview).toMatchObject({ ok: true, value: { level: "A2", writes: true } });
    expect(preview).toMatchObject({ value: { outcome: receipt.outcome } });
  });

  test("of an oral report shows the very lines of its receipt", async () => {
    const card = await people.cardOf("c-40");
    const { document } = await people.identity("c-40");
    const input = { card, medium: "card", channel: "counter", document, reason: "lost" };
    const preview = await people.preview({ code: "4001", input });
    const receipt = await people.done({ code: "4001", input });

    expect(preview).toMatchObject({ ok: true, value: { outcome: receipt.outcome } });
  });

  test("C05: that is refused is written down and moves no book", async () => {
    const before = await people.seen(HEALTHY);
    const request = await deposit(0);

    expect(await people.preview(request)).toEqual({
      ok: false,
      refusal: { code: "amount.zero" },
    });
    expect(await people.lastLine()).toMatchObject({ code: "3011", entries: ["request.refused"] });
    expect(await people.seen(HEALTHY)).toEqual(before);
  });
});

describe("a wrong PIN", () => {
  test("T25: counts once although it was previewed and run, for its entry is used up", async () => {
    const request = await withdrawal("135246", "c-37");

    expect(await people.preview(request)).toEqual({
      ok: false,
      refusal: { code: "card.pin-wrong", triesLeft: 2 },
    });
    expect(await people.run(request)).toEqual({
      ok: false,
      refusal: { code: "pin.used-up" },
    });
    expect(await people.preview(await withdrawal("135246", "c-37"))).toMatchObject({
      refusal: { code: "card.pin-wrong", triesLeft: 1 },
    });
  });

  test("T25: locks at the third, and then even the right one is refused", async () => {
    await people.preview(await withdrawal("135246", "c-38"));
    await people.preview(await withdrawal("135246", "c-38"));
    expect(await people.run(await withdrawal("135246", "c-38"))).toMatchObject({
      refusal: { code: "card.pin-wrong", triesLeft: 0 },
    });

    expect(await people.run(await withdrawal(await people.pinOf("c-38"), "c-38"))).toEqual({
      ok: false,
      refusal: { code: "card.pin-locked" },
    });
    expect((await people.seen("c-38")).cards[0]).toMatchObject({ pin: "locked" });
  });

  test("T25: twice is forgiven by the right one", async () => {
    await people.preview(await withdrawal("135246", "c-39"));
    await people.preview(await withdrawal("135246", "c-39"));
    await people.done(await withdrawal(await people.pinOf("c-39"), "c-39"));

    expect(await people.preview(await withdrawal("135246", "c-39"))).toMatchObject({
      refusal: { code: "card.pin-wrong", triesLeft: 2 },
    });
  });
});

describe("who may run a transaction", () => {
  test("D02: nobody before signing on", async () => {
    const request = await deposit();
    await people.signOff();

    expect(await people.preview(request)).toEqual({
      ok: false,
      refusal: { code: "teller.not-signed-on" },
    });
  });

  test("D02: no auditor, and the attempt is written down", async () => {
    const request = await deposit();
    await people.signOff();
    await people.signOn("4001");

    expect(await people.run(request)).toEqual({
      ok: false,
      refusal: { code: "teller.role", role: "auditor", may: ["teller"] },
    });
    expect(await people.lastLine()).toMatchObject({
      teller: "4001",
      entries: ["request.refused"],
    });
  });

  test("R23: nobody with what was shown to the teller before", async () => {
    const request = await withdrawal(await people.pinOf(HEALTHY));
    await people.signOff();
    await people.signOn("1002");

    expect(await people.run(request)).toEqual({
      ok: false,
      refusal: { code: "evidence.unknown" },
    });
  });

  test("R14: nobody with a swipe of a quarter of an hour ago", async () => {
    const request = await withdrawal(await people.pinOf(HEALTHY));
    own.pass(15 * 60_000 + 1);

    expect(await people.run(request)).toEqual({
      ok: false,
      refusal: { code: "evidence.unknown" },
    });
  });
});
