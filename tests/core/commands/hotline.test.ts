import { describe, expect, test } from "vitest";
import { isByPhone } from "#core/commands/by-phone.ts";
import { mayBeAsked } from "#core/commands/controls.ts";
import { lastVisit } from "#core/commands/last-visit.ts";
import {
  TransactionCode,
  type TransactionRequest,
  transactions,
} from "#core/contract/transactions.ts";
import type { CallQuestion } from "#core/hotline/call.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { RawInput, RawRequest } from "#tests/support/counter.ts";
import { fc } from "#tests/support/fast-check.ts";
import { type Holder, type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

type Start = Extract<RawInput<"7201">, { readonly action: "start" }>;
type Asked = Start["asked"];

const both: Asked = [
  { question: "document-number", right: true },
  { question: "reserved-phone", right: true },
];

function starting(asked: Asked = both, over: Partial<Start> = {}): RawRequest {
  const caller = { callerName: "顾客1", callerPhone: "13800138000" };
  return { code: "7201", input: { action: "start", customer: "c-1", ...caller, asked, ...over } };
}
const ending = (call = "hc-1"): RawRequest => ({ code: "7201", input: { action: "end", call } });

/** A desk with two customers, and the first of them on the telephone of teller 0001. */
function onThePhone(holder: Holder = {}): LossDesk {
  const desk = openLossDeskFor(holder);
  desk.enter(2);
  desk.does(starting());
  return desk;
}

function freezeBy(desk: LossDesk, customer: string, channel: "counter" | "phone"): RawRequest {
  const account = `a-${customer.slice(2)}`;
  const document = desk.shown(customer);
  const asked = { why: "request", evidence: [] } as const;
  return { code: "6008", input: { action: "freeze", account, channel, document, ...asked } };
}

describe("O10: who calls is asked before anything is done", () => {
  test("one right answer is refused, though it is the document's number", () => {
    const desk = openLossDeskFor();
    const one: Asked = [
      { question: "document-number", right: true },
      { question: "reserved-phone", right: false },
    ];

    expect(desk.refusal(starting(one))).toEqual({
      ...{ code: "call.not-identified", right: 1, needed: 2 },
    });
  });

  test("two right answers with the document's number pass, and the call is open", () => {
    const desk = openLossDeskFor();

    const done = desk.does(starting());

    expect(done.decision.level).toBe("A0");
    expect(done.batch.code).toBe("7201");
    expect(desk.see("call", "hc-1")).toMatchObject({
      ...{ customer: "c-1", teller: "0001", status: "open", asked: both },
    });
  });

  test("two right answers without the document's number are refused", () => {
    const desk = openLossDeskFor();
    const without: Asked = [
      { question: "reserved-phone", right: true },
      { question: "address", right: true },
    ];

    expect(desk.refusal(starting(without))).toMatchObject({
      code: "call.not-identified",
      right: 2,
    });
  });

  test("a wrong answer beside two right ones does not stop the call, and is kept", () => {
    const desk = openLossDeskFor();

    desk.does(starting([...both, { question: "address", right: false }]));

    expect(desk.see("call", "hc-1").asked).toContainEqual({ question: "address", right: false });
  });

  test("R17: an attempt that fails is kept as a call that ended at once", () => {
    const desk = openLossDeskFor();

    desk.refusal(starting([{ question: "document-number", right: false }]));

    expect(desk.see("call", "hc-1")).toMatchObject({
      status: "ended",
      asked: [{ question: "document-number", right: false }],
    });
  });

  test("the same question is not asked twice", () => {
    const twice: Asked = [both[0], both[0]].flatMap((one) => (one ? [one] : []));

    expect(openLossDeskFor().refusal(starting(twice))).toEqual({
      ...{ code: "call.question", question: "document-number" },
    });
  });

  test("no question is asked that the record has no answer to", () => {
    const withoutPhone = openLossDeskFor({ customer: { phone: undefined } });

    expect(withoutPhone.refusal(starting())).toEqual({
      ...{ code: "call.question", question: "reserved-phone" },
    });
  });

  test("the date of birth proves nothing beside an identity number that tells it", () => {
    const birth: Asked = [
      { question: "document-number", right: true },
      { question: "birth-date", right: true },
    ];
    const resident = { documentKind: "resident-id", documentNumber: "110101199003071233" } as const;
    const passport = { documentKind: "passport", documentNumber: "E12345678" } as const;

    expect(openLossDeskFor({ customer: resident }).refusal(starting(birth))).toEqual({
      ...{ code: "call.question", question: "birth-date" },
    });
    expect(openLossDeskFor({ customer: passport }).refusal(starting(birth))).toBeUndefined();
  });

  test("the last visit is asked after only where there was one, and a call is none", () => {
    const visit: Asked = [
      { question: "document-number", right: true },
      { question: "last-branch-visit", right: true },
    ];
    const never = openLossDeskFor();
    never.does(starting());
    never.does(ending());
    const came = openLossDeskFor();
    came.does(came.payOut("k-1"));

    expect(never.refusal(starting(visit))).toMatchObject({ question: "last-branch-visit" });
    expect(came.refusal(starting(visit))).toBeUndefined();
  });

  test("what came by telephone is no visit, nor what was refused or done by the clock", () => {
    const desk = openLossDeskFor();
    desk.does(desk.payOut("k-1"));
    const paidOut = desk.batches().at(-1);
    const visit = paidOut ? [paidOut] : [];
    const over = (more: Partial<Batch>) => visit.map((batch) => ({ ...batch, ...more }));
    const facts = [{ name: "channel", kind: "term", term: "channel.phone" }] as const;
    const refused = { type: "request.refused", refusal: "card.pin-wrong" } as const;

    expect(lastVisit(visit)).toBe("2026-03-18");
    expect(lastVisit(over({ outcome: { facts, relations: [] } }))).toBeUndefined();
    expect(lastVisit(over({ entries: [refused] }))).toBeUndefined();
    expect(lastVisit(over({ teller: "system" }))).toBeUndefined();
    expect(lastVisit(over({ code: "9002" }))).toBeUndefined();
  });

  test("the answers themselves have no place in a request", () => {
    const answered = { ...both[0], answer: "110101199003071233" };

    const parsed = transactions["7201"].safeParse({ ...starting().input, asked: [answered] });

    expect(parsed.success).toBe(false);
  });

  test("nobody has two people on the telephone, and each teller has one", () => {
    const desk = onThePhone();

    expect(desk.refusal(starting(both, { customer: "c-2" }))).toMatchObject({
      ...{ code: "call.already-open", call: "hc-1" },
    });
    desk.seat("0002");
    expect(desk.refusal(starting(both, { customer: "c-2" }))).toBeUndefined();
  });
});

describe("the end of a call", () => {
  test("is said by whoever took it, once", () => {
    const desk = onThePhone();
    desk.pass(90_000);

    desk.does(ending());

    const { startedAt, endedAt, status } = desk.see("call", "hc-1");
    expect(status).toBe("ended");
    expect(endedAt).toBe(startedAt + 90_000);
    expect(desk.refusal(ending())).toEqual({ code: "call.not-open" });
  });

  test("is not said by anybody else", () => {
    const desk = onThePhone();
    desk.seat("0002");

    expect(desk.refusal(ending())).toEqual({ code: "call.not-open" });
  });
});

describe("W12, T03: nothing but losses and short freezes by a call", () => {
  test("the loss is said by telephone, and so is a freeze, each at once", () => {
    const desk = onThePhone();

    expect(desk.does(desk.oral("k-1", { channel: "phone" })).decision.level).toBe("A0");
    expect(desk.does(freezeBy(desk, "c-1", "phone")).decision.level).toBe("A0");
  });

  test("as if at the counter she is not there: the same by the counter is refused", () => {
    const desk = onThePhone();
    const refusal = { code: "call.not-by-phone", call: "hc-1" };

    expect(desk.refusal(desk.oral("k-1"))).toEqual(refusal);
    expect(desk.refusal(freezeBy(desk, "c-1", "counter"))).toEqual(refusal);
    expect(desk.refusal(desk.payOut("k-1"))).toEqual(refusal);
    expect(desk.refusal(desk.formal("k-1"))).toEqual(refusal);
  });

  test("T09: what was reported by telephone is not taken back by it", () => {
    const desk = onThePhone();
    desk.does(desk.oral("k-1", { channel: "phone" }));

    expect(desk.refusal(desk.withdraw(desk.caseOf("k-1")))).toMatchObject({
      code: "call.not-by-phone",
    });
  });

  test("a hold that is named by its own number is not lifted by telephone either", () => {
    const desk = onThePhone();
    desk.does(freezeBy(desk, "c-1", "phone"));
    const hold = desk.books().list("hold", "account", "a-1").at(-1)?.id ?? "";
    const unfreeze: RawRequest = {
      code: "6008",
      input: { action: "unfreeze", hold, identity: desk.identity("c-1"), signed: true },
    };

    expect(desk.refusal(unfreeze)).toMatchObject({ code: "call.not-by-phone" });
    desk.does(ending());
    expect(desk.refusal(unfreeze)).toBeUndefined();
  });

  test("another customer is served as ever while somebody is on the telephone", () => {
    const desk = onThePhone();

    expect(desk.refusal(desk.payOut("k-2"))).toBeUndefined();
    expect(desk.refusal(desk.oral("k-2"))).toBeUndefined();
  });

  test("another customer may even pay the one who calls: a transfer is the payer's business", () => {
    const desk = onThePhone();
    const { number } = desk.see("account", "a-1");
    const pay: RawRequest = {
      code: "3013",
      input: {
        account: "a-2",
        payeeName: desk.see("customer", "c-1").name,
        payeeAccount: number,
        amount: 1_00,
        swipe: desk.swipe("k-2"),
        pin: desk.pin("a-2"),
      },
    };

    expect(desk.refusal(pay)).toBeUndefined();
  });

  test("another teller serves the customer as ever: only the one on the telephone is bound", () => {
    const desk = onThePhone();
    desk.seat("0002");

    expect(desk.refusal(desk.formal("k-1"))).toBeUndefined();
  });

  test("after the call everything is as it was", () => {
    const desk = onThePhone();
    desk.does(ending());

    expect(desk.refusal(desk.payOut("k-1"))).toBeUndefined();
    expect(desk.refusal(desk.oral("k-1"))).toBeUndefined();
  });

  test("without any call a loss may be said by telephone as before", () => {
    const desk = openLossDeskFor();

    expect(desk.refusal(desk.oral("k-1", { channel: "phone" }))).toBeUndefined();
  });

  // Goal: whichever transaction there is or comes, only what is listed here gets past the control for
  // the customer on the telephone. Method: every code, with any action, channel and kind of freeze, and
  // the caller named in each of the ways that requests know; the list is said again, apart from the rule.
  test("over all codes nothing else is asked for the one who calls", () => {
    const desk = onThePhone();
    desk.does(desk.oral("k-1", { channel: "phone" }));
    const named = { customer: "c-1", account: "a-1", card: "k-1", lossCase: desk.caseOf("k-1") };
    const asked = fc.record({
      code: fc.constantFrom(...TransactionCode.options),
      action: fc.constantFrom("freeze", "unfreeze", "suspend", "resume", "start", "open", "close"),
      channel: fc.constantFrom("counter", "phone"),
      name: fc.constantFrom(...(["customer", "account", "card", "lossCase"] as const)),
    });
    const listed = new Set([
      ...["4001:phone", "6008:freeze:phone", "7003:suspend:phone", "7101:freeze:phone"],
    ]);
    const tellers = TransactionCode.options.filter((code) => code !== "7201");

    fc.assert(
      fc.property(asked, ({ code, action, channel, name }) => {
        // Only what the control looks at: the rest of an input is its own rule's business.
        const input = { action, channel, [name]: named[name] };
        const request = { code, input } as unknown as TransactionRequest;
        const isListed =
          code === "7201" ||
          [`${code}:${channel}`, `${code}:${action}:${channel}`].some((one) => listed.has(one));

        expect(isByPhone(request)).toBe(isListed);
      }),
      { numRuns: 2_000 },
    );
    const refusedAnyway = ["teller.role", "box.not-open"];
    for (const code of tellers) {
      const request = { code, input: { customer: "c-1" } } as unknown as TransactionRequest;
      const asked = mayBeAsked(request, desk.context());
      const refusal = asked.ok ? "none" : asked.refusal.code;
      expect([...refusedAnyway, "call.not-by-phone"], `${code}: ${refusal}`).toContain(refusal);
    }
  });
});

const everyQuestion: Record<CallQuestion, true> = {
  "document-number": true,
  "birth-date": true,
  "reserved-phone": true,
  address: true,
  "last-branch-visit": true,
};

// Goal: no mixture of answers identifies anybody without the document's number and one thing more.
// Method: any questions with any result, on a customer for whom all of them may be asked.
test("O10: whatever is asked, the number and one thing more are needed, and they are enough", () => {
  const desk = openLossDeskFor({
    customer: { documentKind: "passport", documentNumber: "E12345678" },
  });
  desk.does(desk.payOut("k-1"));
  const questions = Object.keys(everyQuestion) as CallQuestion[];
  const answers = fc
    .subarray(questions, { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((question) =>
          fc.record({ question: fc.constant(question), right: fc.boolean() }),
        ),
      ),
    );

  fc.assert(
    fc.property(answers, (asked) => {
      const right = asked.filter((one) => one.right).map(({ question }) => question);
      const isEnough = right.length >= 2 && right.includes("document-number");

      const decided = desk.preview(starting(asked));

      expect(decided.ok).toBe(isEnough);
    }),
  );
});
