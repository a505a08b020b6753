import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

/** An oral report whose last day is today. */
const LAPSES_TODAY = "c-1";
const HEALTHY = "c-36";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;

async function open(): Promise<void> {
  own = ownMachine();
  counter = await openWorkstation(await foundedFolder(), "demonstration", own);
  people = atCounter(counter);
  await people.signOn();
}

const tray = () => counter.get("demonstration.tray", undefined);
const move = (to: { days: number } | { to: string }) => counter.ask("demonstration.move-clock", to);

/** The calendar day so many days after another one. */
const dayAfter = (date: string, days = 1) =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

describe("the clock of a demonstration (rule 11)", () => {
  beforeEach(open);
  afterEach(() => counter.close());

  test("goes to nine o'clock of a later day, for everybody, and stays there", async () => {
    const before = await counter.get("workstation.view", undefined);
    const moved = await counter.get("demonstration.move-clock", { days: 1 });
    expect(moved.today).toBe(dayAfter(before.today));
    expect((moved.now + 8 * HOUR) % DAY).toBe(9 * HOUR);

    const { folder } = counter;
    await counter.close();
    counter = await openWorkstation(folder, "demonstration", own);
    expect(await counter.get("workstation.view", undefined)).toMatchObject({ today: moved.today });
  });

  test("never goes back, nor does it stay where it is", async () => {
    const { today } = await counter.get("workstation.view", undefined);
    const before = await people.sequence();
    const refused = { refusal: { code: "request.malformed" } };

    expect(await move({ to: today })).toMatchObject(refused);
    expect(await move({ to: "2020-01-01" })).toMatchObject(refused);
    expect(await people.sequence()).toBe(before);
  });

  test("goes a year at most, for it never comes back", async () => {
    const { today } = await counter.get("workstation.view", undefined);
    const inAYear = dayAfter(today, 366);

    expect(await move({ to: "9999-12-31" })).toMatchObject({ ok: false });
    expect(await move({ to: dayAfter(today, 367) })).toMatchObject({ ok: false });
    expect(await move({ to: inAYear })).toMatchObject({ ok: true, value: { today: inAYear } });
  });

  test("T06: lets an oral report lapse, lifts its hold and no other, and writes it down", async () => {
    const before = await people.seen(LAPSES_TODAY);
    const frozen = await people.seen("c-18");
    expect(before.lossCases[0]).toMatchObject({ status: "oral-active" });
    expect(before.accounts[0]?.holds).toHaveLength(1);

    await move({ to: dayAfter(before.lossCases[0]?.oralLastDay ?? "") });

    const after = await people.seen(LAPSES_TODAY);
    expect(after.lossCases[0]).toMatchObject({ status: "lapsed" });
    expect(after.accounts[0]?.holds).toEqual([]);
    expect(after.cards[0]).toMatchObject({ loss: "none" });
    expect((await people.seen("c-18")).accounts[0]?.holds).toEqual(frozen.accounts[0]?.holds);
    const { rows } = await counter.get("journal.list", { page: 0 });
    expect(rows[0]).toMatchObject({ teller: "system", code: "system" });
    expect(rows[1]).toMatchObject({ teller: "system", code: "1004", entries: ["day.opened"] });
    expect(rows[2]).toMatchObject({ teller: "1001", code: "clock", entries: ["clock.moved"] });
  });

  test("rule 9: what lapsed by the clock alone has lapsed, though no timer fired", async () => {
    const { oralLastDay = "" } = (await people.seen(LAPSES_TODAY)).lossCases[0] ?? {};
    const { now } = await counter.get("workstation.view", undefined);
    const midnight = Date.parse(oralLastDay) + DAY - 8 * HOUR;
    own.pass(midnight - now - 1);
    expect((await people.seen(LAPSES_TODAY)).lossCases[0]).toMatchObject({ status: "oral-active" });
    own.pass(1);

    const after = await people.seen(LAPSES_TODAY);
    expect(after.lossCases[0]).toMatchObject({ status: "lapsed" });
    expect(after.accounts[0]?.holds).toEqual([]);
  });
});

describe("the tray", () => {
  beforeAll(open);
  afterAll(() => counter.close());
  beforeEach(() => people.sit());

  test("lays a new card down once it was issued, and takes its blank piece away", async () => {
    const piece = await people.blank();
    const { lossCases } = await people.seen("c-3");
    const { number: lossCase, slip } = lossCases[0] ?? {};
    const identity = await people.identity("c-3");
    const input = { lossCase, slip, numbering: "new", identity, fee: "cash", signed: true };
    const request = { code: "4007", input } as const;
    const grant = await people.grant(request, "2001");
    const { ref: written } = await people.written(request, grant);
    await people.done(request, { grant, written });

    const ids = (await tray()).cards.map(({ id }) => id);
    expect(ids).not.toContain(piece);
    const { cards } = await people.seen("c-3");
    const fresh = cards.find(({ life }) => life === "issued-inactive");
    expect(ids).toContain(fresh?.id);
    expect(await people.swiped(fresh?.id ?? "")).toMatchObject({ verdict: "inactive" });
  });

  test("has the blank pieces of whoever sits there, and of nobody's box", async () => {
    const mine = await people.blank();
    await people.signOff();
    expect(await people.blank()).toBe("");
    await people.signOn("1002");

    expect(await people.blank()).not.toBe(mine);
  });

  test("holds no track and no number in full", async () => {
    const shown = JSON.stringify(await tray());

    expect(shown).not.toMatch(/[=^%;]/);
    expect(shown).not.toMatch(/\b\d{13,19}\b/);
  });

  test("swipes no card when none is waited for, nor one that does not lie there", async () => {
    await counter.waitFor("swipe");
    const swipe = (card: string) => counter.ask("demonstration.swipe", { card, badly: false });

    expect(await swipe("k-99999")).toMatchObject({ refusal: { code: "reader.not-ready" } });
    const notice = counter.told("card.swiped");
    expect(await swipe("unreadable")).toMatchObject({ ok: true });
    expect(await swipe("unreadable")).toMatchObject({ refusal: { code: "reader.not-ready" } });
    await notice;
  });

  test.each([
    ["counterfeit", "counterfeit", true],
    ["unknown", "unknown", false],
    ["test", "test", false],
    ["management", "management", false],
    ["foreign-621661", "foreign", false],
  ])("2.4: the card called %s is judged %s", async (card, verdict, retain) => {
    expect(await people.swiped(card)).toMatchObject({ verdict, retain });
  });

  test.each(["unreadable", "bad-month"])("the card called %s cannot be read", async (card) => {
    const notice = counter.told("card.swiped");
    await counter.swipe(card);

    expect(await notice).toMatchObject({ status: "unreadable" });
  });

  test("a card pulled through badly cannot be read either", async () => {
    const card = await people.cardOf(HEALTHY);
    const notice = counter.told("card.swiped");
    await counter.swipe(card, "swipe", true);

    expect(await notice).toMatchObject({ status: "unreadable" });
  });
});

describe("a failure that the presenter asked for", () => {
  beforeAll(open);
  afterAll(() => counter.close());

  const fail = (how: "write-error" | "none") => counter.get("demonstration.fail-next", { how });

  test("waits for a write, whatever is read before", async () => {
    await fail("write-error");
    await people.swiped(await people.cardOf(HEALTHY));

    expect(await tray()).toMatchObject({ failing: "write-error" });
  });

  test("can be taken back", async () => {
    await fail("write-error");
    await fail("none");
    expect(await tray()).not.toHaveProperty("failing");

    const { lossCases } = await people.seen("c-3");
    const { number: lossCase, slip } = lossCases[0] ?? {};
    const identity = await people.identity("c-3");
    const input = { lossCase, slip, numbering: "new", identity, fee: "cash", signed: true };
    const request = { code: "4007", input } as const;
    const grant = await people.grant(request, "2001");
    expect(await people.written(request, grant)).toMatchObject({ ref: expect.any(String) });
  });
});

describe("an erasing that the presenter lets fail", () => {
  let old: string;
  beforeEach(async () => {
    await open();
    old = (await tray()).cards.find(({ label }) => label === "retained")?.id ?? "";
  });
  afterEach(() => counter.close());

  /** Asks for the erasing of the old card, which has just been read, and pulls it through. */
  async function begin(how: "write-error" | "silent" | "mismatch") {
    const { ref: swipe } = await people.swiped(old);
    const request = { code: "3014", input: { swipe } } as const;
    const grant = await people.grant(request, "1002");
    await counter.get("demonstration.fail-next", { how });
    const erasing = counter.ask("card.erase", { request: request as never, grant });
    await counter.swipe(old, "erase-swipe");
    return { erasing, request, grant };
  }

  test("is said by the reader to have failed; the same request tries it again", async () => {
    const { erasing, request, grant } = await begin("write-error");

    expect(await erasing).toEqual({
      ok: false,
      refusal: { code: "reader.erase-failed", why: "refused-by-reader" },
    });
    expect(await tray()).not.toHaveProperty("failing");
    const again = counter.ask("card.erase", { request: request as never, grant });
    await counter.swipe(old, "erase-swipe");
    await counter.swipe(old);
    expect(await again).toMatchObject({ ok: true });
  });

  test("leaves the stripe as it was and says nothing of it: only reading back can tell", async () => {
    const { erasing } = await begin("mismatch");
    await counter.swipe(old);

    expect(await erasing).toEqual({
      ok: false,
      refusal: { code: "reader.erase-failed", why: "mismatch" },
    });
  });
});

describe("what lies beside the tray", () => {
  beforeAll(open);
  afterAll(() => counter.close());

  test("a document laid down tells the window whose it is, its number masked", async () => {
    const notice = counter.told("document.shown");
    const shown = await counter.get("demonstration.show-document", { customer: HEALTHY });

    expect(await notice).toEqual(shown);
    expect(shown).toMatchObject({ customer: HEALTHY, expired: false });
    expect(shown.number).toMatch(/\*/);
    expect(await counter.ask("demonstration.show-document", { customer: "c-99999" })).toMatchObject(
      {
        refusal: { code: "customer.unknown" },
      },
    );
  });

  test("another reader on a cable that is out is out as well", async () => {
    const { settings } = await counter.get("reader.view", undefined);
    await counter.get("demonstration.plug", { in: false });
    await counter.get("reader.configure", { ...settings, dialect: "teller" });

    expect(await tray()).toMatchObject({ isPlugged: false });
    await counter.get("demonstration.plug", { in: true });
    await counter.get("reader.configure", settings);
    expect(await tray()).toMatchObject({ isPlugged: true });
  });

  test("the cable pulled out is shown, and in again the counter reads by itself", async () => {
    const card = await people.cardOf(HEALTHY);
    await counter.waitFor("swipe");
    await counter.get("demonstration.plug", { in: false });
    expect(await counter.get("workstation.view", undefined)).toMatchObject({
      reader: { status: "lost", reason: "unplugged", simulated: true },
    });
    expect(await tray()).toMatchObject({ isPlugged: false, expects: "nothing" });
    expect(await counter.ask("demonstration.swipe", { card, badly: false })).toMatchObject({
      refusal: { code: "reader.not-ready", status: "lost", reason: "unplugged" },
    });

    await counter.get("demonstration.plug", { in: true });
    expect(await tray()).toMatchObject({ isPlugged: true });
    expect(await people.swiped(card)).toMatchObject({ verdict: "current" });
    expect(await counter.get("workstation.view", undefined)).toMatchObject({
      reader: { status: "ready" },
    });
  });
});
