import { beforeAll, describe, expect, test, vi } from "vitest";
import { journeyPlace } from "#tests/support/journey.ts";
import { signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { findVisitor, type Visitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("hostile");

let counter: Counter;
let visitor: Visitor;

/** What a page that was taken over gets for an answer: the refusal's code, or the error's words. */
function ask(channel: string, input: unknown): Promise<string> {
  return counter.teller.evaluate(
    async ([named, sent]) => {
      const guitai = Reflect.get(window, "guitai");
      return guitai.request(named, sent).then(
        (reply: { ok: boolean; refusal?: { code: string } }) => reply.refusal?.code ?? "answered",
        (failure: Error) => failure.message,
      );
    },
    [channel, input] as const,
  );
}

/** Runs a line of the page's own making, for values that no message of a test could carry there. */
function askInPage(expression: string): Promise<string> {
  return counter.teller.evaluate(
    `(async () => {
      try {
        const reply = await window.guitai.request(${expression});
        return reply.refusal?.code ?? "answered";
      } catch (failure) {
        return "thrown";
      }
    })()`,
  );
}

const lastSequence = async (): Promise<number> =>
  (await counter.ask("journal.list", { page: 0 })).rows[0]?.sequence ?? 0;

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
});

describe("before anybody has signed on", () => {
  test.each([
    ["customer.view", { customer: "c-1" }],
    ["journal.list", { page: 0 }],
    ["loss.register", { show: "all", text: "", page: 0 }],
  ])("%s is refused", async (channel, input) => {
    expect(await ask(channel, input)).toBe("teller.not-signed-on");
  });

  test("a transaction is refused, and nobody's name can be put into it", async () => {
    const request = { code: "3011", input: { account: "a-1", amount: 100 } };

    expect(await ask("transaction.run", { id: crypto.randomUUID(), request })).toBe(
      "teller.not-signed-on",
    );
    expect(await ask("transaction.run", { id: crypto.randomUUID(), request, teller: "3001" })).toBe(
      "request.malformed",
    );
  });
});

describe("a window that was taken over", () => {
  let before: number;

  beforeAll(async () => {
    await signOn(counter, "1001");
    visitor = await findVisitor(counter);
    before = await lastSequence();
  });

  const request = (input: unknown, code = "3011") => ({
    id: crypto.randomUUID(),
    request: { code, input },
  });

  test("is refused what is malformed", async () => {
    const { account } = visitor;
    const answers = [
      await ask("transaction.run", undefined),
      await ask("transaction.run", "3011"),
      await ask("transaction.run", []),
      await ask("transaction.run", request({ account, amount: 100.5 })),
      await ask("transaction.run", request({ account, amount: -100 })),
      await ask("transaction.run", request({ account, amount: "100" })),
      await ask("transaction.run", request({ account, amount: 100, fee: 0 })),
      await ask("transaction.run", { ...request({ account, amount: 100 }), id: "1" }),
      await ask("transaction.preview", request({ account, amount: 100 })),
      await ask("customer.view", { customer: "1 OR 1=1" }),
      await ask("customer.find", { by: "name", text: "%" }),
      await ask("slip.view", { slip: "1".repeat(21) }),
      await ask("demonstration.move-clock", { days: -1 }),
    ];

    expect(new Set(answers)).toEqual(new Set(["request.malformed"]));
  });

  test("is refused a transaction that there is not", async () => {
    for (const code of ["0000", "1001", "4010", "constructor", "__proto__", "toString"]) {
      expect(await ask("transaction.run", request({}, code))).toBe("request.malformed");
    }
  });

  test("is refused what is too large, too deep, or refers to itself", async () => {
    const huge = `"loss.register", { show: "all", text: "x".repeat(2_000_000), page: 0 }`;
    const many = `"loss.register", Array.from({ length: 500_000 }, () => 1)`;
    const deep = `"slip.view", Array.from({ length: 60 }).reduce((inner) => ({ inner }), {})`;

    expect(await askInPage(huge)).toBe("request.too-large");
    expect(await askInPage(many)).toBe("request.too-large");
    expect(await askInPage(deep)).toBe("request.malformed");
    expect(
      await askInPage(`"slip.view", (() => { const me = {}; me.me = me; return me; })()`),
    ).toBe("request.malformed");
  });

  test("is refused names that reach for prototypes", async () => {
    for (const name of ["constructor", "prototype"]) {
      const input = `{ slip: "1", [${JSON.stringify(name)}]: { polluted: true } }`;
      expect(await askInPage(`"slip.view", ${input}`)).toBe("request.malformed");
    }
    const own = `JSON.parse('{ "slip": "1", "__proto__": { "polluted": true } }')`;
    expect(await askInPage(`"slip.view", ${own}`)).not.toBe("answered");
    expect(await counter.program.evaluate(() => Reflect.has(Object.prototype, "polluted"))).toBe(
      false,
    );
  });

  test("is refused functions, classes and symbols", async () => {
    for (const value of ["() => 1", "Symbol('x')", "new Map([[1, 2]])", "10n", "new Date()"]) {
      expect(await askInPage(`"slip.view", { slip: ${value} }`)).not.toBe("answered");
    }
  });

  test("has no channel but its own: not the customer's, not Electron's, not one of its making", async () => {
    for (const channel of [
      "display.view",
      "display.enter-pin",
      "display.cancel",
      "bank.view",
      "bank.log-in",
      "bank.pay",
      "card.scratch",
      "card.print",
      "card.sheet",
      "ELECTRON_BROWSER_CONTEXT_RELEASE",
      "toString",
      "__proto__",
      "",
    ]) {
      expect(await ask(channel, undefined)).toBe("No such request.");
    }
    expect(await askInPage("{ toString: () => 'slip.view' }, { slip: '1' }")).toBe("thrown");
  });

  test("cannot bring in an approval, evidence or a written card that it made up", async () => {
    const { account, card, customer } = visitor;
    const draw = { account, amount: 100, swipe: "e-made-up", pin: "e-made-up" };
    const answers = [
      await ask("transaction.run", request(draw, "3012")),
      await ask("transaction.run", {
        ...request({ swipe: "e-made-up", reason: "x" }, "3009"),
        grant: "g-made-up",
        written: "e-made-up",
      }),
      await ask("card.erase", {
        request: request({ swipe: "e-made-up" }, "3014").request,
        grant: "g-made-up",
      }),
      await ask("card.write", { request: request(draw, "3012").request, grant: "g-made-up" }),
    ];

    expect(answers).not.toContain("answered");
    expect((await counter.ask("customer.view", { customer })).cards).toMatchObject([
      { id: card, life: "active" },
    ]);
  });

  test("is slowed down when it floods the gate, and answered again afterwards", async () => {
    const answers = await counter.teller.evaluate(async () => {
      const asked = Array.from({ length: 300 }, () =>
        Reflect.get(window, "guitai").request("workstation.view"),
      );
      const replies = await Promise.all(asked);
      return replies.map((reply) => reply.refusal?.code ?? "answered");
    });

    expect(new Set(answers)).toEqual(new Set(["answered", "request.too-many"]));
    await expect
      .poll(() => ask("workstation.view", undefined), { timeout: 30_000, interval: 250 })
      .toBe("answered");
  });

  test("has after all of it changed nothing in the books", async () => {
    // The gate lets questions through one by one again; the one that passes is the answer.
    const rows = await vi.waitFor(
      async () => (await counter.ask("journal.list", { page: 0 })).rows,
      { timeout: 30_000, interval: 250 },
    );
    const since = rows.filter(({ sequence }) => sequence > before);

    // A transaction that the rules refuse is written down as refused; nothing else is.
    expect(
      since.flatMap(({ entries }) => entries).filter((entry) => entry !== "request.refused"),
    ).toEqual([]);
  });
});

describe("the customer's display, taken over", () => {
  const askAsCustomer = (channel: string, input: unknown): Promise<string> =>
    counter.customer.evaluate(
      async ([named, sent]) => {
        const guitai = Reflect.get(window, "guitai");
        return guitai.request(named, sent).then(
          (reply: { ok: boolean; refusal?: { code: string } }) => reply.refusal?.code ?? "answered",
          (failure: Error) => failure.message,
        );
      },
      [channel, input] as const,
    );

  test.each([
    "transaction.run",
    "customer.view",
    "journal.list",
    "session.sign-on",
    "demonstration.tray",
    "card.write",
    "batch.make",
    "card.sheet",
  ])("does not reach %s", async (channel) => {
    expect(await askAsCustomer(channel, {})).toBe("No such request.");
  });

  test("gives no PIN that nobody asked for", async () => {
    expect(await askAsCustomer("display.enter-pin", { digits: "1234567" })).toBe(
      "request.malformed",
    );
    await askAsCustomer("display.enter-pin", { digits: "135790" });

    expect(await counter.customer.getByText("欢迎光临").count()).toBe(1);
  });

  test("pays, answers and closes nothing for nobody, and for nobody else", async () => {
    const order = { kind: "purchase", merchant: "清风书店", amount: 100 };
    const pay = { id: crypto.randomUUID(), order, confirmed: true };
    const answers = [
      await askAsCustomer("bank.pay", pay),
      await askAsCustomer("bank.answer", { challenge: "ch-1", order, answer: "000000" }),
      await askAsCustomer("bank.close-switch", { which: "e-commerce" }),
      await askAsCustomer("bank.log-in", {
        customer: "c-99999",
        channel: "internet-bank",
        password: "000000",
      }),
    ];

    expect(answers).not.toContain("answered");
    expect(answers.slice(0, 3)).toEqual(Array(3).fill("e-bank.not-logged-in"));
  });

  test("is refused what is malformed of bank and card", async () => {
    const order = { kind: "transfer", payeeName: "x", payeeAccount: "1".repeat(12), amount: 1 };
    const pay = { id: crypto.randomUUID(), order, confirmed: false };
    const answers = [
      await askAsCustomer("bank.log-in", { customer: "c-1", channel: "phone-bank", password: "1" }),
      await askAsCustomer("bank.pay", { ...pay, customer: "c-1" }),
      await askAsCustomer("bank.pay", { ...pay, order: { ...order, amount: 0.5 } }),
      await askAsCustomer("bank.pay", { ...pay, order: { ...order, kind: "gift" } }),
      await askAsCustomer("bank.answer", { challenge: "ch-1", order, answer: "1".repeat(201) }),
      await askAsCustomer("card.scratch", { card: "p-1", coordinate: "A1 B2" }),
      await askAsCustomer("card.scratch", { card: "p-1", coordinate: ["A1", "B2"] }),
      await askAsCustomer("card.scratch", { card: "../p-1", coordinate: "A1" }),
      await askAsCustomer("card.print", { card: "p-1", layout: "card", language: "en", file: "/" }),
    ];

    expect(new Set(answers)).toEqual(new Set(["request.malformed"]));
  });
});
