import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AtCounter } from "#tests/support/at-counter.ts";
import { type AtHome, purchase } from "#tests/support/at-home.ts";
import {
  CLIENT,
  CLIENT_CARD,
  KEY_HOLDER,
  NEWCOMER,
  OPENING,
} from "#tests/support/banking-branch.ts";
import { linesOf, openBanking } from "#tests/support/online-counter.ts";
import type { OwnMachine } from "#tests/support/own-machine.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

let own: OwnMachine;
let counter: TestedWorkstation;
let home: AtHome;
let people: AtCounter;

beforeEach(async () => {
  ({ own, counter, home, people } = await openBanking());
});
afterEach(() => counter.close());

const journal = () => linesOf(counter);

describe("the people of the customer's window", () => {
  test("are those with a channel, with the channels they have and their first password", async () => {
    const view = await counter.get("bank.view", undefined);

    expect(view.people).toEqual([
      expect.objectContaining({ customer: NEWCOMER, channels: ["internet-bank", "shop"] }),
      {
        customer: CLIENT,
        name: "顾客2",
        channels: ["internet-bank", "wap-bank", "shop"],
        password: expect.stringMatching(/^\d{6}$/),
      },
      expect.objectContaining({ customer: KEY_HOLDER, channels: ["internet-bank", "shop"] }),
    ]);
    expect(view).not.toHaveProperty("session");
  });

  test("hold their cards in the hand, of which the window knows the layout and no cell", async () => {
    const { cards } = await counter.get("bank.view", undefined);

    expect(cards).toEqual([
      {
        id: CLIENT_CARD,
        customer: CLIENT,
        name: "顾客2",
        serial: "029900000001",
        columns: 8,
        rows: 10,
        cellDigits: 12,
        isSealed: false,
        isVoid: false,
      },
    ]);
  });
});

describe("a session in which nothing is asked", () => {
  const TEN_MINUTES_MS = 10 * 60 * 1000;
  const refused = { ok: false, refusal: { code: "e-bank.not-logged-in" } };

  test("lasts up to ten minutes, and no longer", async () => {
    await home.logIn(KEY_HOLDER);
    own.pass(TEN_MINUTES_MS - 1000);
    expect(await home.pay(purchase)).toMatchObject({ ok: true });
    own.pass(TEN_MINUTES_MS);

    expect(await home.pay(purchase)).toEqual(refused);

    const { session, lapsed } = await counter.get("bank.view", undefined);
    expect([session, lapsed]).toEqual([undefined, "internet-bank"]);
  });

  test("is kept by a page that is turned", async () => {
    await home.logIn(KEY_HOLDER);
    own.pass(TEN_MINUTES_MS - 1000);
    await counter.get("bank.view", undefined);
    own.pass(TEN_MINUTES_MS - 1000);

    expect(await home.pay(purchase)).toMatchObject({ ok: true });
  });

  test("ends before the eyes of whoever sits there, and its message goes with the next login", async () => {
    await home.logIn(KEY_HOLDER);
    const told = counter.told("bank.changed");
    own.giveUpWaiting();

    expect(await told).toMatchObject({ lapsed: "internet-bank" });
    await home.logIn(CLIENT);
    expect(await counter.get("bank.view", undefined)).not.toHaveProperty("lapsed");
  });

  test("that was logged out of does not end once more", async () => {
    await home.logIn(KEY_HOLDER);
    await counter.get("bank.log-out", undefined);
    own.giveUpWaiting();

    expect(await counter.get("bank.view", undefined)).not.toHaveProperty("lapsed");
  });
});

describe("logging in", () => {
  test("P28: opens a session in which a customer sees herself and nobody else", async () => {
    const view = await counter.get("bank.view", undefined);
    const password = view.people.find(({ customer }) => customer === CLIENT)?.password ?? "";

    const entered = await counter.get("bank.log-in", {
      customer: CLIENT,
      channel: "wap-bank",
      password,
    });

    expect(entered.session).toMatchObject({
      customer: CLIENT,
      channel: "wap-bank",
      medium: "card",
      limits: { single: 1_000_00, day: 5_000_00 },
      paidToday: 0,
      card: { serial: "029900000001", used: 0, left: 1000, life: "active", lock: "none" },
    });
    expect(entered.session?.accounts).toEqual([
      expect.objectContaining({ id: "a-2", balance: OPENING, available: OPENING, pays: true }),
    ]);
    expect((await journal())[0]).toMatchObject({
      code: "wap-bank",
      teller: "system",
      entries: ["e-bank.logged-in"],
    });
  });

  test("P42: leaves no password in the journal, right or wrong", async () => {
    await home.logIn(CLIENT);
    await home.logIn(CLIENT, "internet-bank", "135790");

    expect(JSON.stringify(await journal())).not.toContain("135790");
  });

  test("is refused five times a day at most, whatever else goes well meanwhile, and counted", async () => {
    const wrong = () => home.logIn(CLIENT, "internet-bank", "000000");

    const refusals = [
      await wrong(),
      await wrong(),
      await wrong(),
      await wrong(),
      await home.logIn(CLIENT, "wap-bank"),
      await wrong(),
      await home.logIn(CLIENT),
    ].map((reply) => (reply.ok ? "logged-in" : reply.refusal));

    expect(refusals).toEqual([
      ...[4, 3, 2, 1].map((triesLeft) => ({ code: "e-bank.login-wrong", triesLeft })),
      "logged-in",
      { code: "e-bank.login-locked-today" },
      { code: "e-bank.login-locked-today" },
    ]);
    const [last, fifth] = await journal();
    expect(last?.entries).toEqual(["request.refused"]);
    expect(fifth?.entries).toEqual(["e-bank.login-failed", "request.refused"]);
    own.pass(DAY_MS);
    expect(await home.logIn(CLIENT)).toMatchObject({ ok: true });
  });

  test.each([
    ["of nobody", "c-99", "internet-bank"],
    ["without that channel", NEWCOMER, "wap-bank"],
  ] as const)("is refused to a customer %s", async (_who, customer, channel) => {
    expect(await home.logIn(customer, channel, "135790")).toEqual({
      ok: false,
      refusal: { code: "e-bank.not-open", channel },
    });
    expect((await counter.get("bank.view", undefined)).session).toBeUndefined();
  });

  test("leaves whoever was logged in where she is when it is refused, and takes her place else", async () => {
    await home.logIn(CLIENT);
    await home.logIn(KEY_HOLDER, "internet-bank", "000000");
    expect((await home.session()).customer).toBe(CLIENT);

    await home.logIn(KEY_HOLDER);

    expect((await home.session()).customer).toBe(KEY_HOLDER);
  });

  test("is over with a log-out: nothing is paid, answered or closed without a session", async () => {
    await home.logIn(CLIENT);
    const { challenge } = await home.challenged();
    const out = await counter.get("bank.log-out", undefined);

    const refused = { ok: false, refusal: { code: "e-bank.not-logged-in" } };
    expect(out.session).toBeUndefined();
    expect(await home.pay()).toEqual(refused);
    expect(await home.answer(challenge.id, "0".repeat(24))).toEqual(refused);
    expect(await counter.ask("bank.close-switch", { which: "e-commerce" })).toEqual(refused);
  });

  test("ends with its channel, as soon as the counter closes that", async () => {
    await home.logIn(CLIENT);
    await people.sit();
    const identity = await people.identity(CLIENT);
    const request = { code: "5006", input: { customer: CLIENT, identity, signed: true } } as const;
    await people.done(request, { grant: await people.grant(request, "2001") });

    expect((await counter.get("bank.view", undefined)).session).toBeUndefined();
    expect(await home.pay()).toEqual({ ok: false, refusal: { code: "e-bank.not-logged-in" } });
  });
});
