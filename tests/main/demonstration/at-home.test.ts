import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast, customerId } from "#main/demonstration/cast.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type AtHome, atHome, purchase, transfer } from "#tests/support/at-home.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let people: AtCounter;
let home: AtHome;

beforeAll(async () => {
  counter = await openWorkstation(await foundedFolder(), "demonstration", ownMachine());
  people = atCounter(counter);
  home = atHome(counter);
  await people.signOn();
});
afterAll(() => counter.close());

const enter = async (number: number, channel: "internet-bank" | "wap-bank" = "internet-bank") =>
  expect(await home.logIn(customerId(number), channel)).toMatchObject({ ok: true });

/** Registered card, document and the next piece of the box, before the teller. */
async function beforeTheTeller(number: number) {
  await people.sit();
  const customer = customerId(number);
  const card = await people.cardOf(customer);
  const { stock } = await counter.get("workstation.view", undefined);
  return {
    card,
    swipe: (await people.swiped(card)).ref,
    identity: await people.identity(customer),
    serial: stock.find(({ kind }) => kind === "password-card")?.next,
    checked: { wrapper: true, film: true },
    fee: "cash",
    signed: true,
  };
}

describe("whoever banks at home in a demonstration", () => {
  test("5.3: three wrong answers, the next day, the tenth, and the cure at the counter", async () => {
    await enter(cast.sixWrong);
    const today = [await home.errs(), await home.errs(), await home.errs()];
    expect(today).toMatchObject([
      { refusal: { code: "password-card.wrong-answer", triesLeft: 2 } },
      { refusal: { code: "password-card.wrong-answer", triesLeft: 1 } },
      { refusal: { code: "password-card.locked-today" } },
    ]);
    await enter(cast.sixWrong, "wap-bank");
    expect(await home.pay()).toMatchObject({ refusal: { code: "password-card.locked-today" } });

    await counter.get("demonstration.move-clock", { days: 1 });
    await enter(cast.sixWrong);
    expect(await home.errs()).toMatchObject({ refusal: { code: "password-card.locked" } });

    const shown = await beforeTheTeller(cast.sixWrong);
    const passwordCard = await home.ownCard();
    const input = { ...shown, passwordCard, reason: "locked", returned: true };
    const request = { code: "5002", input } as const;
    await people.done(request, { grant: await people.grant(request, "2001") });
    expect(await home.pay()).toMatchObject({ refusal: { code: "password-card.not-activated" } });
    await enter(cast.sixWrong);
    expect(await home.spends()).toMatchObject({ ok: true, value: { usesLeft: 999 } });
  });

  test("P32: opens the internet bank and gets a card in one visit", async () => {
    const customer = customerId(cast.withoutInternetBank);
    const { accounts } = await people.seen(customer);
    const account = accounts[0]?.id ?? "";
    const shown = await beforeTheTeller(cast.withoutInternetBank);
    const pin = await people.pin(account, await people.pinOf(customer));
    const asked = counter.get("pin.ask", { account, purpose: "new", of: "e-bank" });
    await counter.get("display.enter-pin", { digits: "862753" });
    await counter.get("display.enter-pin", { digits: "862753" });
    const open = { password: (await asked).ref };
    const request = { code: "5001", input: { ...shown, pin, open } } as const;
    await people.done(request, { grant: await people.grant(request, "2001") });

    expect(await home.logIn(customer, "internet-bank", "862753")).toMatchObject({ ok: true });
    expect(await home.spends(transfer)).toMatchObject({ ok: true, value: { status: "paid" } });
  });

  test("P28, P30: pays with a new card in no shop before the first login", async () => {
    expect(await home.logIn(customerId(cast.issuedYesterday), "shop")).toMatchObject({ ok: true });
    expect(await home.pay()).toMatchObject({ refusal: { code: "password-card.not-activated" } });

    await enter(cast.issuedYesterday);
    expect(await home.spends()).toMatchObject({ ok: true });
  });

  test("P09: uses one card up through both channels", async () => {
    await enter(cast.wellUsed, "wap-bank");
    expect(await home.session()).toMatchObject({ card: { used: 23, left: 977 } });
    expect(await home.spends()).toMatchObject({ ok: true, value: { usesLeft: 976 } });

    await enter(cast.wellUsed);
    expect(await home.spends(transfer)).toMatchObject({ ok: true, value: { usesLeft: 975 } });
  });

  test("P14, P15: is reminded before the uses end, and refused after the last", async () => {
    await enter(cast.nearlyUsedUp);
    expect(await home.spends()).toMatchObject({ value: { usesLeft: 48, isToRemind: true } });

    await enter(cast.exhausted);
    expect(await home.pay()).toMatchObject({ refusal: { code: "password-card.exhausted" } });
  });

  test("O05: is advised to get another card once many may have seen the cells", async () => {
    const { passwordCards } = await people.seen(customerId(cast.exposed));

    expect(passwordCards).toMatchObject([{ answered: 60, adviseReissue: true }]);
  });

  test("P18: has no way round ten wrong answers", async () => {
    await enter(cast.hardLocked);

    expect(await home.pay()).toMatchObject({ refusal: { code: "password-card.locked" } });
  });

  test("P20: pays with the new card only, once there is one", async () => {
    await enter(cast.reissued);
    expect(await home.spends()).toMatchObject({ value: { usesLeft: 999 } });

    const { cards } = await counter.get("bank.view", undefined);
    const hers = cards.filter(({ customer }) => customer === customerId(cast.reissued));
    expect(hers.map(({ isVoid }) => isVoid)).toEqual([true, false]);
  });

  test("P24: buys but sends nothing while 对外转账 is closed", async () => {
    await enter(cast.switchClosed);

    expect(await home.pay(transfer)).toMatchObject({
      refusal: { code: "e-bank.switch-closed", which: "outward-transfer" },
    });
    expect(await home.spends()).toMatchObject({ ok: true });
  });

  test("P39, P40: is trusted by what she holds: password, card or U盾", async () => {
    const large = { ...transfer, amount: 20_000_00 };
    await enter(cast.staticPasswordOnly);
    expect(await home.pay(transfer)).toMatchObject({ refusal: { code: "e-bank.medium-needed" } });
    expect(await home.pay(purchase, { confirmed: true })).toMatchObject({ ok: true });

    await enter(cast.wellUsed);
    expect(await home.pay(large)).toMatchObject({ refusal: { code: "e-bank.over-single-limit" } });

    await enter(cast.usbKey);
    expect(await home.pay(large)).toMatchObject({ value: { status: "confirm-on-key" } });
    expect(await home.pay(large, { confirmed: true })).toMatchObject({ value: { status: "paid" } });
  });

  test("P07: draws the deposit that runs, and not the one that has matured", async () => {
    await enter(cast.timeDeposits);
    const { accounts } = await home.session();
    const [matured, running] = accounts.filter(({ product }) => product === "time-deposit");
    const early = (deposit = "") => ({ kind: "early-withdrawal", deposit }) as const;

    expect(await home.pay(early(matured?.id))).toMatchObject({
      refusal: { code: "e-bank.deposit-matured" },
    });
    expect(await home.spends(early(running?.id))).toMatchObject({ value: { status: "paid" } });
  });
});

test("P01: a new demonstration has password cards of the layout it was started with", async () => {
  const passwordCardGrid = { columns: 5, rows: 6, cellDigits: 4, challengeSize: 3 };
  const other = await openWorkstation(undefined, "demonstration", { passwordCardGrid });
  const { cards } = await other.get("bank.view", undefined);
  await other.close();

  expect(cards.length).toBeGreaterThan(15);
  expect(cards.every(({ columns, rows }) => columns === 5 && rows === 6)).toBe(true);
});
