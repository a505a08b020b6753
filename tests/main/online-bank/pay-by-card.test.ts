import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AtCounter } from "#tests/support/at-counter.ts";
import { type AtHome, purchase, transfer } from "#tests/support/at-home.ts";
import { CLIENT, KEY_HOLDER, OPENING } from "#tests/support/banking-branch.ts";
import { linesOf, openBanking } from "#tests/support/online-counter.ts";
import type { OwnMachine } from "#tests/support/own-machine.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const MINUTE_MS = 60_000;

let own: OwnMachine;
let counter: TestedWorkstation;
let home: AtHome;
let people: AtCounter;

beforeEach(async () => {
  ({ own, counter, home, people } = await openBanking());
});
afterEach(() => counter.close());

const journal = () => linesOf(counter);

describe("a payment by card (P06)", () => {
  beforeEach(() => home.logIn(CLIENT));

  test("P02: is asked for two cells, and paid when they are answered", async () => {
    const asked = await home.challenged();
    expect(asked).toMatchObject({ payee: "样例书店", amount: 50_00 });
    expect(asked.challenge).toMatchObject({ digits: 24, again: false });
    expect(new Set(asked.challenge.coordinates).size).toBe(2);

    const paid = await home.answer(asked.challenge.id, await home.rightTo(asked));

    expect(paid).toMatchObject({
      ok: true,
      value: { status: "paid", payee: "样例书店", balanceAfter: OPENING - 50_00, usesLeft: 999 },
    });
    expect(await home.session()).toMatchObject({ paidToday: 50_00, card: { used: 1, left: 999 } });
  });

  test("is journalled under the channel, with the card's use and the money in one batch", async () => {
    await home.spends();

    const [paid, asked] = await journal();
    expect(asked).toMatchObject({ code: "internet-bank", entries: ["password-card.challenged"] });
    expect(paid).toMatchObject({ code: "internet-bank", teller: "system" });
    expect(paid?.entries).toEqual(
      expect.arrayContaining(["password-card.answered-right", "money.posted", "e-bank.paid"]),
    );
    expect(paid?.outcome?.facts).toContainEqual(
      expect.objectContaining({ name: "amount", amount: 50_00 }),
    );
  });

  test("K01: for a bill shows the customer her number, and the counter no long one", async () => {
    const reference = "44010619900101123X";
    const bill = { kind: "bill", biller: "样例水务", reference, amount: 30_00 } as const;
    const asked = await home.challenged(bill);
    await home.answer(asked.challenge.id, await home.rightTo(asked), bill);

    expect(asked.payee).toBe("样例水务 44010619900101123X");
    const facts = (await journal()).slice(0, 2).map(({ outcome }) => outcome?.facts ?? []);
    const texts = facts.flat().flatMap((fact) => (fact.kind === "text" ? [fact.text] : []));
    expect(texts).toEqual(["样例水务 440106********123X", "样例水务 440106********123X"]);
    expect(texts.filter((text) => /\d{10}/.test(text))).toEqual([]);
  });

  test("4.1: is asked for the same cells until they are answered", async () => {
    const first = await home.challenged();
    const again = await home.challenged();

    expect(again.challenge).toEqual({ ...first.challenge, again: true });
    const written = (await journal()).flatMap(({ entries }) => entries);
    expect(written.filter((type) => type === "password-card.challenged")).toHaveLength(1);
  });

  test("4.1: is asked for the same cells after five minutes, under another name", async () => {
    const { challenge: first } = await home.challenged();
    own.pass(5 * MINUTE_MS);
    expect((await home.challenged()).challenge.id).toBe(first.id);
    own.pass(1);

    const late = await home.answer(first.id, "0".repeat(24));
    const { challenge: next } = await home.challenged();

    expect(late).toEqual({ ok: false, refusal: { code: "challenge.expired" } });
    expect(next.id).not.toBe(first.id);
    expect(next.coordinates).toEqual(first.coordinates);
    expect(next.again).toBe(true);
  });

  test("P10: takes one answer: a second is refused, and pays nothing", async () => {
    const asked = await home.challenged();
    const right = await home.rightTo(asked);
    await home.answer(asked.challenge.id, right);

    expect(await home.answer(asked.challenge.id, right)).toEqual({
      ok: false,
      refusal: { code: "challenge.answered" },
    });
    expect((await home.session()).accounts[0]?.balance).toBe(OPENING - 50_00);
  });

  test("P10: takes one of two answers that come at once", async () => {
    const asked = await home.challenged();
    const right = await home.rightTo(asked);

    const replies = await Promise.all([
      home.answer(asked.challenge.id, right),
      home.answer(asked.challenge.id, right),
    ]);

    expect(replies.map((reply) => reply.ok)).toEqual([true, false]);
    expect(replies[1]).toEqual({ ok: false, refusal: { code: "challenge.answered" } });
    expect((await home.session()).accounts[0]?.balance).toBe(OPENING - 50_00);
  });

  test("P10: takes no two challenges at once: the first payment's answer is no other's", async () => {
    const [shop, firm] = await Promise.all([home.pay(purchase), home.pay(transfer)]);
    expect([shop.ok, firm.ok]).toEqual([true, true]);
    const asked = await home.challenged(transfer);

    expect(await home.answer(asked.challenge.id, await home.rightTo(asked), purchase)).toEqual({
      ok: false,
      refusal: { code: "challenge.elements-changed" },
    });
  });

  test("4.2: is another payment with another fen, payee or channel", async () => {
    const asked = await home.challenged();
    const right = await home.rightTo(asked);
    const dearer = { ...purchase, amount: 50_01 };
    const elsewhere = { ...purchase, merchant: "样例书店二店" };

    const refusal = { ok: false, refusal: { code: "challenge.elements-changed" } };
    expect(await home.answer(asked.challenge.id, right, dearer)).toEqual(refusal);
    expect(await home.answer(asked.challenge.id, right, elsewhere)).toEqual(refusal);
    await home.logIn(CLIENT, "wap-bank");
    expect(await home.answer(asked.challenge.id, right)).toEqual(refusal);
    await home.logIn(CLIENT, "internet-bank");
    expect(await home.answer(asked.challenge.id, right)).toMatchObject({ ok: true });
  });

  test("P04: counts no answer that is not that many plain digits", async () => {
    const asked = await home.challenged();
    const right = await home.rightTo(asked);
    const full = right.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

    for (const typed of ["", right.slice(1), `${right}0`, ` ${right.slice(1)}`, full]) {
      expect(await home.answer(asked.challenge.id, typed)).toEqual({
        ok: false,
        refusal: { code: "challenge.answer-malformed", digits: 24 },
      });
    }
    await people.sit();
    const { passwordCards } = await people.seen(CLIENT);
    expect(passwordCards[0]).toMatchObject({ wrongRun: 0, wrongToday: 0 });
    expect(await home.answer(asked.challenge.id, right)).toMatchObject({ ok: true });
  });

  test("is answered by nobody else's challenge", async () => {
    const { challenge } = await home.challenged();
    await home.logIn(KEY_HOLDER);

    expect(await home.answer(challenge.id, "0".repeat(24))).toEqual({
      ok: false,
      refusal: { code: "challenge.unknown" },
    });
  });

  test("tells the customer's window of every change that it shows", async () => {
    const told = counter.told("bank.changed");
    await home.spends();

    expect((await told).session).toMatchObject({ customer: CLIENT });
    const heard = counter.notices.filter(({ channel }) => channel === "bank.changed");
    expect(heard.at(-1)).toMatchObject({ notice: { session: { paidToday: 50_00 } } });
  });

  test("hears at once of a switch that the counter closes, and nothing of who comes and goes", async () => {
    await people.sit();
    const document = (await people.identity(CLIENT)).document;
    const told = counter.notices.length;
    await counter.get("session.lock", { idle: false });
    await counter.get("session.resume", { password: "Guitai-demo-1001" });
    const heard = () =>
      counter.notices.slice(told).filter(({ channel }) => channel === "bank.changed");
    expect(heard()).toEqual([]);

    const input = { customer: CLIENT, document, which: "outward-transfer" };
    await people.done({ code: "5007", input });

    expect(heard()).toEqual([
      expect.objectContaining({
        notice: expect.objectContaining({
          session: expect.objectContaining({
            switches: { "e-commerce": true, "outward-transfer": false },
          }),
        }),
      }),
    ]);
  });
});
