import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { known } from "#core/kernel/assert.ts";
import type { AtCounter } from "#tests/support/at-counter.ts";
import { book, type EPayWindow, ePayWindow, hers } from "#tests/support/e-pay-window.ts";
import { openBanking } from "#tests/support/online-counter.ts";
import type { OwnMachine } from "#tests/support/own-machine.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NEW = "13900005678";

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;
let she: EPayWindow;

beforeEach(async () => {
  ({ own, counter, people } = await openBanking());
  own.pass(DAY_MS); // On the day of its opening an account takes no channel from home (R17).
  she = ePayWindow(counter);
});
afterEach(() => counter.close());

const refused = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) });
const otherThan = (digits: string) => (digits === "000000" ? "000001" : "000000");

async function asked(order: Parameters<EPayWindow["pay"]>[0] = book) {
  const reply = await she.pay(order);
  if (!reply.ok) throw new Error(reply.refusal.code);
  return { code: reply.value.sent.code, digits: await she.digits() };
}

describe("digits that somebody else has got hold of", () => {
  test("E11: pay once; neither the same request, a new one nor a restart makes it twice", async () => {
    await she.enrol();
    const { code, digits } = await asked();
    const first = await she.answer(code, digits, book, "answer-first");
    expect(first).toMatchObject({ ok: true });

    expect(await she.answer(code, digits, book, "answer-first")).toEqual(first);
    expect(await she.answer(code, digits)).toEqual(refused("sms-code.used-up"));
    await counter.close();
    ({ counter, people } = await openBanking({ folder: counter.folder, own }));
    she = ePayWindow(counter);
    expect(await she.answer(code, digits)).toEqual(refused("sms-code.used-up"));
    expect(await she.answer(code, digits, book, "answer-first")).toEqual(first);
  });

  test("4.2: pay nobody else and no other fen, not under the number of the first request either", async () => {
    await she.enrol();
    const { code, digits } = await asked();
    const others = [
      { ...book, merchant: "别家书店" },
      { ...book, amount: book.amount + 1 },
      { kind: "bill", biller: book.merchant, reference: "1", amount: book.amount },
    ] as const;

    for (const order of others) {
      expect(await she.answer(code, digits, order)).toEqual(refused("sms-code.other-elements"));
    }
    expect(await she.answer(code, digits, book, "answer-book1")).toMatchObject({ ok: true });
    expect(await she.answer(code, digits, others[1], "answer-book1")).toEqual(
      refused("request.repeated-differently"),
    );
  });

  test("E11: open nothing else: neither her page nor a suspended enrolment", async () => {
    await she.enrol();
    const { code, digits } = await asked();
    const { identifier } = she;

    expect(await counter.ask("e-pay.enter", { identifier, code, digits })).toEqual(
      refused("sms-code.other-elements"),
    );
    await counter.get("e-pay.suspend", { identifier });
    expect(await counter.ask("e-pay.resume", { identifier, code, digits })).toEqual(
      refused("sms-code.other-elements"),
    );
    expect(await she.answer(code, digits)).toEqual(refused("e-pay.not-enrolled"));
  });

  test("5.5: are worth nothing after three wrong ones, or after their time", async () => {
    await she.enrol();
    const guessed = await asked();
    for (const left of [2, 1, 0]) {
      expect(await she.answer(guessed.code, otherThan(guessed.digits))).toMatchObject({
        refusal: { code: "sms-code.wrong", triesLeft: left },
      });
    }
    expect(await she.answer(guessed.code, guessed.digits)).toEqual(refused("sms-code.used-up"));

    own.pass(MINUTE_MS);
    const late = await asked();
    own.pass(5 * MINUTE_MS + 1);
    expect(await she.answer(late.code, late.digits)).toEqual(refused("sms-code.expired"));
  });

  test("O09: are worth nothing once another telephone is reserved, and then no transfer leaves", async () => {
    await she.enrol();
    const { code, digits } = await asked();
    await changePhone();

    expect(await she.answer(code, digits)).toEqual(refused("e-pay.unknown"));
    const identifier = { phone: NEW, lastSix: hers.lastSix };
    expect(
      await counter.ask("e-pay.answer", {
        id: "answer-new1",
        identifier,
        order: book,
        code,
        digits,
      }),
    ).toEqual(refused("sms-code.used-up"));
    const order = {
      ...({ kind: "transfer", payeeName: "顾客3", payeeAccount: "02000004000000003" } as const),
      amount: 1_00,
    };
    expect(await counter.ask("e-pay.pay", { id: "transfer-1", identifier, order })).toEqual(
      refused("e-pay.cooling"),
    );
    await cancelledAndEnrolledAnew(identifier);
    expect(await counter.ask("e-pay.pay", { id: "transfer-2", identifier, order })).toEqual(
      refused("e-pay.cooling"),
    );
    own.pass(DAY_MS);
    expect(await counter.ask("e-pay.pay", { id: "transfer-3", identifier, order })).toMatchObject({
      ok: true,
    });
  });

  test("O09: a new telephone cools as well where it was changed before she enrolled", async () => {
    await changePhone();
    const identifier = { phone: NEW, lastSix: hers.lastSix };
    await enrolledBy(identifier);

    const order = {
      ...({ kind: "transfer", payeeName: "顾客3", payeeAccount: "02000004000000003" } as const),
      amount: 1_00,
    };
    expect(await counter.ask("e-pay.pay", { id: "transfer-1", identifier, order })).toEqual(
      refused("e-pay.cooling"),
    );
    expect(
      await counter.ask("e-pay.pay", { id: "purchase-1", identifier, order: book }),
    ).toMatchObject({ ok: true });
    own.pass(DAY_MS);
    expect(await counter.ask("e-pay.pay", { id: "transfer-2", identifier, order })).toMatchObject({
      ok: true,
    });
  });

  /** 2004 at the counter: the new number proves itself on the pad, before a supervisor. */
  async function changePhone(): Promise<void> {
    await people.sit();
    const code = await keyed(await sentFor(NEW), await digitsFor("phone-change"));
    const identity = await people.identity(hers.customer);
    const input = { customer: hers.customer, identity, phone: NEW, code, signed: true };
    const request = { code: "2004", input } as const;
    await people.done(request, { grant: await people.grant(request, "2001") });
  }

  async function cancelledAndEnrolledAnew(identifier: EPayWindow["identifier"]): Promise<void> {
    own.pass(MINUTE_MS);
    const { code } = await counter.get("e-pay.ask-code", { purpose: "e-pay.manage", identifier });
    await counter.get("e-pay.enter", { identifier, code, digits: await she.digits() });
    await counter.get("e-pay.cancel", undefined);
    await enrolledBy(identifier);
  }

  async function enrolledBy(identifier: EPayWindow["identifier"]): Promise<void> {
    own.pass(MINUTE_MS);
    const applied = await she.apply({ phone: identifier.phone });
    if (!applied.ok) throw new Error(applied.refusal.code);
    const { enrolment, sent } = applied.value;
    const typed = { code: sent.code, digits: await she.digits() };
    await counter.get("e-pay.confirm", { id: "confirm-anew", enrolment, ...typed });
  }
});

async function sentFor(phone: string): Promise<string> {
  const { code } = await counter.get("sms-code.send", {
    ...{ purpose: "phone-change", customer: hers.customer, phone },
  });
  return code;
}

/** The digits of the open code for a purpose, as the telephone shows them. */
function digitsFor(purpose: string): Promise<string> {
  return vi.waitFor(async () => {
    const { phones } = await counter.get("phone.view", undefined);
    const messages = phones.flatMap((phone) => phone.messages);
    const open = messages.find(({ code }) => code?.status === "open" && code.purpose === purpose);
    const shown = /验证码(\d{6})/.exec(open?.texts["zh-CN"] ?? "")?.[1];
    return known(shown, "a code has come");
  }, 10_000);
}

async function keyed(code: string, digits: string): Promise<string> {
  const asking = counter.get("sms-code.ask", { code });
  await counter.get("display.enter-pin", { digits });
  return (await asking).ref;
}

describe("a crooked teller who lets somebody guess on the pad", () => {
  test("O04: gets ten wrong codes a day out of it, and no code after them until tomorrow", async () => {
    await people.sit();
    const { customer } = hers;
    let tries = 0;
    let last: unknown;
    for (let codes = 0; codes < 6; codes += 1) {
      const asking = { purpose: "phone-change", customer, phone: NEW } as const;
      const sent = await counter.ask("sms-code.send", asking);
      last = sent;
      if (!sent.ok) break;
      const wrong = otherThan(await digitsFor("phone-change"));
      for (let again = 0; again < 3; again += 1) {
        const code = await keyed(sent.value.code, wrong);
        const identity = await people.identity(customer);
        const input = { customer, identity, phone: NEW, code, signed: true };
        expect(await people.preview({ code: "2004", input })).toEqual(refused("sms-code.wrong"));
        tries += 1;
      }
      own.pass(MINUTE_MS);
    }

    expect(tries).toBe(12);
    expect(last).toEqual(refused("e-pay.too-many-wrong-codes"));
    // What was guessed at here keeps nobody from another thing, and tomorrow is another day.
    const enrolling = { purpose: "e-pay.enrol", customer, card: "k-2", phone: hers.phone } as const;
    expect(await counter.ask("sms-code.send", enrolling)).toMatchObject({ ok: true });
    own.pass(DAY_MS);
    await people.sit();
    expect(await sentFor(NEW)).toMatch(/^s-/);
  });
});
