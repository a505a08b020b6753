import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dateOf, instant } from "#core/calendar/instant.ts";
import { Batch } from "#core/journal/batch.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { hashPassword } from "#main/people/password.ts";
import { type Asked, type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const HEALTHY = "c-36";
/** Fully blocked, so that a new card is the branch head's business (A3). */
const BLOCKED = "c-23";
const MINUTE = 60_000;

const no = { approver: "2001", password: "Guitai-demo-2001", reason: "papers do not match" };

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;

// One counter for all: opening one takes longer than what is done at it.
beforeAll(async () => {
  own = ownMachine();
  const folder = await foundedFolder();
  await hire(folder, "2003");
  counter = await openWorkstation(folder, "demonstration", own);
  people = atCounter(counter);
});
beforeEach(() => people.sit());
afterAll(() => counter.close());

/** Another supervisor joins the branch, with a password that somebody else chose. */
async function hire(folder: string, id: string): Promise<void> {
  const books = await openTestBooks(folder, "demonstration", realDisk);
  const recordedAt = Date.now();
  const password = await hashPassword(`Guitai-demo-${id}`, 2 ** 4);
  const teller = { id, name: id, role: "supervisor", branch: "0101", password };
  const newcomer = { ...teller, mustChangePassword: true, failures: 0, attendance: "off" };
  const batch = Batch.parse({
    schema: 1,
    sequence: books.journal.lastSequence + 1,
    recordedAt,
    businessDate: dateOf(instant(recordedAt)),
    branch: "0101",
    teller: "system",
    approvers: [],
    code: "9008",
    entries: [{ type: "teller.registered", teller: newcomer }],
  });
  books.journal.append([JSON.stringify(batch)], recordedAt);
  closeBooks(books);
}

/** From 50,000.00 yuan cash needs a supervisor (A2). */
async function largeDeposit(amount = 60_000_00): Promise<Asked> {
  const { accounts } = await people.seen(HEALTHY);
  return { code: "3011", input: { account: accounts[0]?.id, amount } };
}

async function exchange(): Promise<Asked> {
  const card = await people.cardOf(BLOCKED);
  const swipe = (await people.swiped(card)).ref;
  const identity = await people.identity(BLOCKED);
  return {
    code: "3003",
    input: { card, swipe, reason: "damaged", numbering: "same", identity, signed: true },
  };
}

describe("a supervisor's word (rule 8, D03)", () => {
  test("is asked for by level and hash, carries the request once, and stands in its batch", async () => {
    const request = await largeDeposit();
    const preview = await people.preview(request);
    const needed = await people.run(request);
    expect(preview).toMatchObject({ ok: true, value: { level: "A2" } });
    expect(needed).toMatchObject({ refusal: { code: "authorisation.needed", level: "A2" } });
    expect(needed).toMatchObject({ refusal: { hash: preview.ok && preview.value.hash } });

    await people.done(request, { grant: await people.grant(request, "2001") });

    const { rows } = await counter.get("journal.list", { page: 0 });
    expect(rows[0]).toMatchObject({ code: "3011", teller: "1001", approvers: ["2001"] });
    expect(rows[0]?.entries).toContain("authorisation.spent");
  });

  test("is needed from the very limit on, and one fen below it is not", async () => {
    const below = await largeDeposit(49_999_99);
    const at = await largeDeposit(50_000_00);

    expect(await people.preview(below)).toMatchObject({ value: { level: "A0" } });
    expect(await people.preview(at)).toMatchObject({ value: { level: "A2" } });
  });

  test("counts for nothing a second time", async () => {
    const request = await largeDeposit();
    const grant = await people.grant(request, "2001");
    await people.done(request, { grant });

    expect(await people.run(request, { grant })).toEqual({
      ok: false,
      refusal: { code: "authorisation.used" },
    });
  });

  test("counts for no other request, not even for one fen more", async () => {
    const grant = await people.grant(await largeDeposit(60_000_00), "2001");

    expect(await people.run(await largeDeposit(60_000_01), { grant })).toEqual({
      ok: false,
      refusal: { code: "authorisation.other-request" },
    });
  });

  test("counts for no other teller", async () => {
    const request = await largeDeposit();
    const grant = await people.grant(request, "2001");
    await people.signOff();
    await people.signOn("1002");

    expect(await people.run(request, { grant })).toEqual({
      ok: false,
      refusal: { code: "authorisation.other-request" },
    });
  });

  test("holds for five minutes to the last moment, and not a moment longer", async () => {
    const request = await largeDeposit();
    const grant = await people.grant(request, "2001");
    own.pass(5 * MINUTE);
    expect(await people.run(request, { grant, id: "deposit-1" })).toMatchObject({ ok: true });

    const second = await people.grant(request, "2001");
    own.pass(5 * MINUTE + 1);
    expect(await people.run(request, { grant: second })).toEqual({
      ok: false,
      refusal: { code: "authorisation.expired" },
    });
  });

  test("is nobody's if nobody gave it", async () => {
    expect(await people.run(await largeDeposit(), { grant: "g-none" })).toEqual({
      ok: false,
      refusal: { code: "authorisation.unknown" },
    });
  });

  test("survives a restart, for the request is the same", async () => {
    const request = await largeDeposit();
    const grant = await people.grant(request, "2001");
    await counter.close();
    counter = await openWorkstation(counter.folder, "demonstration", own);
    people = atCounter(counter);
    await people.signOn();

    expect(await people.run(request, { grant })).toMatchObject({ ok: true });
  });
});

describe("who may not authorise", () => {
  test("D03: whoever asked, and the attempt is written down", async () => {
    expect(await people.approve(await largeDeposit(), "1001")).toEqual({
      ok: false,
      refusal: { code: "authorisation.self" },
    });
    expect(await people.lastLine()).toMatchObject({ entries: ["authorisation.declined"] });
  });

  test("D03: a teller where a supervisor is needed", async () => {
    expect(await people.approve(await largeDeposit(), "1002")).toEqual({
      ok: false,
      refusal: { code: "authorisation.level", level: "A2" },
    });
    expect(await people.lastLine()).toMatchObject({ entries: ["authorisation.declined"] });
  });

  test("D06: an auditor", async () => {
    expect(await people.approve(await largeDeposit(), "4001")).toMatchObject({
      refusal: { code: "authorisation.level" },
    });
  });

  test("8.3.4: somebody with a wrong password; it counts towards the lock-out", async () => {
    const request = await largeDeposit();
    for (const refusal of ["teller.credentials", "teller.credentials", "teller.credentials"]) {
      expect(await people.approve(request, "2001", "wrong")).toMatchObject({
        refusal: { code: refusal },
      });
    }
    await people.approve(request, "2001", "wrong");
    expect(await people.approve(request, "2001", "wrong")).toMatchObject({
      refusal: { code: "teller.locked-out" },
    });

    expect(await people.approve(request, "2001")).toMatchObject({
      refusal: { code: "teller.locked-out" },
    });
    own.pass(30 * MINUTE);
    expect(await people.approve(request, "2001")).toMatchObject({ ok: true });
  });

  test("8.3.4: a right password is counted anew, in a word as at a sign-on", async () => {
    for (const wrong of ["one", "two", "three", "four"]) {
      await people.approve(await largeDeposit(), "2001", wrong);
    }
    expect(await people.approve(await largeDeposit(), "2001")).toMatchObject({ ok: true });

    expect(await people.approve(await largeDeposit(), "2001", "five")).toMatchObject({
      refusal: { code: "teller.credentials" },
    });
  });

  test("D09: a no ends the yes that somebody gave to the same request before", async () => {
    const request = await largeDeposit();
    const grant = await people.grant(request, "2001");
    const no = { approver: "2002", password: "Guitai-demo-2002", reason: "documents differ" };
    await counter.get("authorisation.decline", { request, ...no });

    expect(await people.run(request, { grant })).toMatchObject({
      refusal: { code: "authorisation.used" },
    });
  });

  test("8.3.4: nobody who does not work here, and that too is written down", async () => {
    expect(await people.approve(await largeDeposit(), "9999")).toMatchObject({
      refusal: { code: "teller.credentials" },
    });
    expect(await people.lastLine()).toMatchObject({ entries: ["authorisation.declined"] });
  });

  test("8.3: somebody whose password was chosen by somebody else, until it is changed", async () => {
    const request = await largeDeposit();
    expect(await people.approve(request, "2003")).toEqual({
      ok: false,
      refusal: { code: "teller.password-must-change" },
    });
    expect(await people.lastLine()).toMatchObject({ entries: ["authorisation.declined"] });

    await people.sit("2003");
    const change = { password: "Guitai-demo-2003", next: "Own-word-of-2003" };
    await counter.get("session.change-password", change);
    await people.sit();
    expect(await people.approve(request, "2003", change.next)).toMatchObject({ ok: true });
  });

  test("D02: anybody while the counter is left alone", async () => {
    const request = await largeDeposit();
    await counter.get("session.lock", { idle: true });
    const password = "Guitai-demo-2001";
    const asked = { request, approver: "2001", password };

    expect(await counter.ask("authorisation.approve", asked)).toMatchObject({
      refusal: { code: "teller.locked" },
    });
    expect(await counter.ask("authorisation.decline", { ...asked, reason: "no" })).toMatchObject({
      refusal: { code: "teller.locked" },
    });
  });

  test("D03: for a teller who left while the password was checked", async () => {
    const asking = people.approve(await largeDeposit(), "2001");
    await people.signOff();

    expect(await asking).toEqual({ ok: false, refusal: { code: "teller.not-signed-on" } });
  });
});

describe("a request for the branch head or two supervisors (A3)", () => {
  test("is carried by the branch head alone", async () => {
    const request = await exchange();
    expect(await people.preview(request)).toMatchObject({ value: { level: "A3" } });

    expect(await people.approve(request, "3001")).toMatchObject({ value: { status: "whole" } });
  });

  test("is not carried by the same supervisor twice", async () => {
    const request = await exchange();
    await people.approve(request, "2001");

    expect(await people.approve(request, "2001")).toEqual({
      ok: false,
      refusal: { code: "authorisation.same-supervisor" },
    });
  });

  test("waits for a second supervisor only as long as a word holds", async () => {
    const request = await exchange();
    await people.approve(request, "2001");
    own.pass(5 * MINUTE + 1);

    expect(await people.approve(request, "2002")).toMatchObject({ value: { status: "half" } });
  });

  test("is declined by a single supervisor all the same", async () => {
    expect(
      await counter.ask("authorisation.decline", { request: await exchange(), ...no }),
    ).toMatchObject({ ok: true });
  });

  test("is carried by two supervisors, and by the first alone it is not", async () => {
    const request = await exchange();
    const half = await people.approve(request, "2001");
    expect(half).toMatchObject({ value: { status: "half", approver: "2001" } });
    const grant = half.ok ? half.value.grant : undefined;
    expect(await people.run(request, { grant })).toMatchObject({
      refusal: { code: "authorisation.second-supervisor" },
    });

    const whole = await people.approve(request, "2002");
    expect(whole).toMatchObject({ value: { status: "whole", grant } });
    await people.done(request, { grant: grant ?? "" });

    const { rows } = await counter.get("journal.list", { page: 0 });
    expect(rows[0]?.approvers).toEqual(["2001", "2002"]);
  });
});

describe("a word against a request (D09)", () => {
  test("is written down with its reason, and gives no grant", async () => {
    const request = await largeDeposit(61_000_00);

    expect(await counter.ask("authorisation.decline", { request, ...no })).toEqual({
      ok: true,
      value: "done",
    });
    expect(await people.lastLine()).toEqual({
      code: "3011",
      teller: "1001",
      entries: ["authorisation.declined"],
    });
    expect(await people.run(request)).toMatchObject({ refusal: { code: "authorisation.needed" } });
  });

  test("is refused from somebody who could not have said yes, and written down", async () => {
    const asked = { request: await largeDeposit(), reason: "no", approver: "1002" };
    const before = await people.sequence();

    expect(
      await counter.ask("authorisation.decline", { ...asked, password: "Guitai-demo-1002" }),
    ).toMatchObject({ refusal: { code: "authorisation.level" } });
    expect(await people.sequence()).toBe(before + 1);
  });
});
