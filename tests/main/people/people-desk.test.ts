import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let people: AtCounter;
beforeEach(async () => {
  counter = await openWorkstation(await foundedFolder());
  people = atCounter(counter);
});
afterEach(() => counter.close());

const reason = "人事通知";
const FIRST = "First-password-1";
const password = async (typed: string, teller?: string) => {
  const asked = { password: typed, ...(teller ? { teller } : {}) };
  return (await counter.get("people.take-password", asked)).ref;
};

/** The administrator does what the branch head agrees to. */
async function manage(input: object): Promise<void> {
  await people.sit("5001");
  const request = { code: "9008", input } as const;
  await people.done(request, { grant: await people.grant(request, "3001") });
  await counter.get("session.sign-off", undefined);
}

/** Pulls a staff card through as soon as the reader waits for one. */
const swipe = (card: string) => counter.swipe(card);

describe("the administrator's counter", () => {
  test("D06: no look-up of customers is answered, and each try is written down", async () => {
    await people.sit("5001");
    const refused = { ok: false, refusal: { code: "teller.role", role: "administrator" } };
    const search = { by: "phone", number: "13800000000" } as const;

    expect(await counter.ask("customer.find", search)).toMatchObject(refused);
    expect(await counter.ask("customer.view", { customer: "c-1" })).toMatchObject(refused);
    expect(
      await counter.ask("customer.reveal", { customer: "c-1", what: "phone", reason: "x" }),
    ).toMatchObject(refused);
    expect(await counter.ask("loss.register", { show: "all", text: "", page: 0 })).toMatchObject(
      refused,
    );
    expect(await counter.ask("journal.list", { page: 0 })).toMatchObject(refused);
    expect(await counter.ask("slip.list", { text: "", page: 0 })).toMatchObject(refused);
    expect(await counter.ask("freeze.ending", { days: 7 })).toMatchObject(refused);
    expect(await counter.ask("pin.ask", { account: "a-1", purpose: "verify" })).toMatchObject(
      refused,
    );

    await counter.get("session.sign-off", undefined);
    await people.sit("4001");
    const { rows } = await counter.get("journal.list", { page: 0, teller: "5001" });
    expect(rows.filter(({ entries }) => entries.includes("request.refused"))).toHaveLength(8);
  });

  test("D02: a customer's card that is swiped there shows nothing of her", async () => {
    await people.sit("1001");
    const { cards } = await counter.get("demonstration.tray", undefined);
    const card = cards.find(({ label }) => label === "in-use")?.id ?? "";
    await people.sit("5001");

    const told = counter.told("card.swiped");
    await swipe(card);

    expect(await told).toMatchObject({ status: "unreadable", refusal: { code: "teller.role" } });
  });

  test("D02: the window is told which codes to offer nobody of that office", async () => {
    const view = await people.signOn("5001");
    const { session } = view;

    expect(session.status === "signed-on" && session.mayNot).toEqual(
      expect.arrayContaining(["2001", "3011", "9001"]),
    );
    expect(session.status === "signed-on" && session.mayNot).not.toContain("9008");
  });

  test("D06: people and parameters are shown to those who keep them alone", async () => {
    await people.sit("1001");
    expect(await counter.ask("people.list", undefined)).toMatchObject({
      refusal: { code: "teller.role", may: ["branch-head", "administrator"] },
    });
    expect(await counter.ask("parameters.view", undefined)).toMatchObject({ ok: false });

    await people.sit("5001");
    const list = await counter.get("people.list", undefined);
    expect(list.map(({ id }) => id)).toContain("1001");
    expect(JSON.stringify(list)).not.toMatch(/salt|hash|scrypt/);
    expect((await counter.get("parameters.view", undefined)).values.grantMinutes).toBe("5");
  });
});

describe("people at the counter", () => {
  test("D02: somebody new signs on with the first password and must choose another", async () => {
    await people.sit("5001");
    const ref = await password(FIRST);
    await manage({
      ...{ action: "register", teller: "1003", name: "新人", role: "teller", password: ref },
    });

    const view = await counter.get("session.sign-on", { teller: "1003", password: FIRST });

    expect(view.session.status).toBe("must-change-password");
  });

  test("8.3.7: a password among the last four is not taken again, and the fifth is", async () => {
    await people.sit("1001");
    const before = [1, 2, 3, 4].map((number) => `Guitai-demo-100${number}`);
    const change = (from = "", to = "") =>
      counter.ask("session.change-password", { password: from, next: to });
    await change(before[0], before[1]);
    await change(before[1], before[2]);
    await change(before[2], before[3]);

    expect(await change(before[3], before[0])).toMatchObject({
      refusal: { code: "teller.password-weak", reason: "former" },
    });
    expect(await change(before[3], "Guitai-demo-1005")).toMatchObject({ ok: true });
    expect(await change("Guitai-demo-1005", before[0])).toMatchObject({ ok: true });
  });

  test("D02: who has left does not sign on, and is told nothing of it", async () => {
    await manage({ action: "leave", teller: "4001", reason });

    expect(
      await counter.ask("session.sign-on", { teller: "4001", password: "Guitai-demo-4001" }),
    ).toEqual({ ok: false, refusal: { code: "teller.credentials" } });
  });
});

describe("operator cards", () => {
  async function give(teller: string, card: string): Promise<void> {
    await people.sit("5001");
    const asked = counter.get("operator-card.ask", undefined);
    await swipe(card);
    await manage({ action: "card", teller, card: (await asked).ref, reason });
  }

  test("D02: the card names its bearer at the sign-on page, and the password is asked all the same", async () => {
    await give("1002", "operator-1");

    const told = counter.told("operator-card.swiped");
    await swipe("operator-1");
    const swiped = await told;
    if (swiped.status !== "known") throw new Error("the card is 1002's");
    expect(swiped.teller).toBe("1002");

    const signOn = (teller: string, typed: string) =>
      counter.ask("session.sign-on", { teller, password: typed, card: swiped.ref });
    expect(await signOn("1001", "Guitai-demo-1001")).toMatchObject({
      refusal: { code: "teller.card-other" },
    });
    expect(await signOn("1002", "wrong")).toMatchObject({
      refusal: { code: "teller.credentials" },
    });
    expect(await signOn("1002", "Guitai-demo-1002")).toMatchObject({ ok: true });
  });

  test("D02: a card of nobody's, and a customer's, name nobody", async () => {
    await people.sit("1001");
    const { cards } = await counter.get("demonstration.tray", undefined);
    const card = cards.find(({ label }) => label === "in-use")?.id ?? "";
    await counter.get("session.sign-off", undefined);

    const first = counter.told("operator-card.swiped");
    await swipe("operator-2");
    expect(await first).toEqual({ status: "unknown" });
    const second = counter.told("operator-card.swiped");
    await swipe(card);
    expect(await second).toEqual({ status: "unknown" });
  });

  test("D02: a customer's card does not become an operator card", async () => {
    await people.sit("1001");
    const { cards } = await counter.get("demonstration.tray", undefined);
    const card = cards.find(({ label }) => label === "in-use")?.id ?? "";
    await people.sit("5001");

    const asked = counter.ask("operator-card.ask", undefined);
    await swipe(card);

    expect(await asked).toEqual({ ok: false, refusal: { code: "teller.card-unknown" } });
  });

  test("D02: where the branch demands it, whoever has a card does not sign on without", async () => {
    await give("1002", "operator-1");
    await people.sit("5001");
    const changes = [{ path: "operatorCard", from: "optional", to: "required" }];
    const request = { code: "9006", input: { changes, reason } } as const;
    await people.done(request, { grant: await people.grant(request, "3001") });
    await counter.get("session.sign-off", undefined);

    const signOn = (teller: string) =>
      counter.ask("session.sign-on", { teller, password: `Guitai-demo-${teller}` });
    expect(await signOn("1002")).toMatchObject({ refusal: { code: "teller.card-needed" } });
    expect(await signOn("1001")).toMatchObject({ ok: true });
  });
});
