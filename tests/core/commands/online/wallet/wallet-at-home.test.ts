import { describe, expect, test } from "vitest";
import { settleBills } from "#core/commands/settle-bills.ts";
import { fen } from "#core/money/fen.ts";
import { merchantCodeOf } from "#core/wallet/merchant-code.ts";
import { causeOfFailure } from "#core/wallet/payment-failure.ts";
import { openWalletDesk, SECRETS, saidOf, toMerchant } from "#tests/support/wallet-desk.ts";

function inUse(amount = 500_00) {
  const desk = openWalletDesk();
  desk.inUse(amount);
  return desk;
}

describe("registering", () => {
  test("W05: by a customer with a reserved telephone, by its code; two hashes are all that is kept", () => {
    const desk = openWalletDesk();

    expect(saidOf(desk.asksToRegister())).toBe("done");
    expect(saidOf(desk.registers())).toBe("done");

    expect(desk.wallet()).toMatchObject({ id: "wa-1", life: "registered", balance: 0 });
    const journal = JSON.stringify(desk.batches());
    expect(journal).not.toContain(SECRETS.login);
    expect(journal).not.toContain(SECRETS.second);
  });

  test("W05: a telephone and a document of two people name nobody, and neither is told", () => {
    const desk = openWalletDesk();
    const { phone, ...customer } = desk.see("customer", "c-1");
    desk.post([{ type: "customer.registered", customer: { ...customer, phone: "13900009999" } }]);

    const said = desk.asksToRegister("c-1");
    expect(said.ok).toBe(true);
    desk.post([{ type: "customer.registered", customer: { ...customer, phone } }]);
    expect(saidOf(desk.registers("c-1", { typed: desk.codeFor("c-2") }))).toBe("sms-code.unknown");
  });

  test("W06, W11: weak passwords are refused and cost no try of the code", () => {
    const desk = openWalletDesk();
    desk.asksToRegister();

    const weak = { ...SECRETS, second: "123456" };
    expect(saidOf(desk.registers("c-1", { passwords: weak }))).toBe("wallet.password-weak");
    const alike = { login: "Fe274951x", second: "274951" };
    expect(saidOf(desk.registers("c-1", { passwords: alike }))).toBe("wallet.passwords-alike");

    expect(saidOf(desk.registers())).toBe("done");
  });

  test("E11: a wrong code is counted, and the third ends it", () => {
    const desk = openWalletDesk();
    desk.asksToRegister();
    const wrong = { ...desk.codeFor(), digits: "999999" };
    const tries = [1, 2, 3].map(() => saidOf(desk.registers("c-1", { typed: wrong })));

    expect(tries).toEqual(["sms-code.wrong", "sms-code.wrong", "sms-code.wrong"]);
    expect(saidOf(desk.registers())).toBe("sms-code.used-up");
  });
});

describe("W06: each password has its own tries", () => {
  test("the fifth wrong one of a day locks it until tomorrow, and the other goes on", () => {
    const desk = inUse();
    const { loginTries } = desk.context().parameters.eBank;
    for (let one = 1; one < loginTries; one += 1) desk.pays(toMerchant, "c-1", "000000");

    expect(saidOf(desk.pays(toMerchant, "c-1", "000000"))).toBe("wallet.locked-today");
    expect(saidOf(desk.pays())).toBe("wallet.locked-today");
    expect(saidOf(desk.logsIn())).toBe("done");
    expect(saidOf(desk.pays())).toBe("wallet.locked-today");

    desk.pass(24 * 60 * 60 * 1000);
    expect(saidOf(desk.pays())).toBe("done");
  });

  test("a right one clears its own tries alone", () => {
    const desk = inUse();
    desk.pays(toMerchant, "c-1", "000000");
    desk.logsIn("Wrong11Word");

    desk.logsIn();
    expect(desk.wallet().wrong).toMatchObject({ login: 0, second: 1 });
    desk.pays();
    expect(desk.wallet().wrong).toMatchObject({ login: 0, second: 0 });
  });
});

describe("topping up", () => {
  test("W09: out of the account behind it, to the last fen, never beyond", () => {
    const desk = inUse(0);

    expect(desk.topsUp(8_000_01)).toMatchObject({ refusal: { code: "account.short" } });
    expect(saidOf(desk.topsUp(8_000_00))).toBe("done");

    expect(desk.balanceOf("c-1")).toEqual({ wallet: 8_000_00, account: 0 });
  });

  test("W09: what holds the account holds this too", () => {
    const desk = inUse(0);
    desk.hold({ id: "h-1", kind: "non-counter", source: { type: "bank", reason: "other" } });
    expect(saidOf(desk.topsUp(1_00))).toBe("account.counter-only");

    desk.hold({ id: "h-2", kind: "debit-block", source: { type: "customer" } });
    desk.post([{ type: "hold.lifted", hold: "h-1" }]);
    expect(saidOf(desk.topsUp(1_00))).toBe("account.debit-blocked");
  });
});

describe("paying", () => {
  test("W02: by the account of a merchant, with a message in the same batch", () => {
    const desk = inUse();

    desk.pays();

    const { entries } = desk.batches().at(-1) ?? { entries: [] };
    expect(entries.map(({ type }) => type)).toEqual(["money.posted", "sms.queued"]);
    expect(desk.wallet().balance).toBe(487_20);
  });

  test("W02: by a scanned code, whose own amount cannot be changed", () => {
    const desk = inUse();
    const shop = { account: "999290058120001", name: "样例早餐铺" };
    const [open, fixed] = [merchantCodeOf(shop), merchantCodeOf({ ...shop, amount: fen(9_90) })];

    expect(saidOf(desk.pays({ kind: "code", text: open, amount: 20_00 }))).toBe("done");
    expect(desk.pays({ kind: "code", text: fixed, amount: 9_91 })).toMatchObject({
      refusal: { code: "wallet.amount-differs", amount: 9_90 },
    });
    expect(saidOf(desk.pays({ kind: "code", text: fixed, amount: 9_90 }))).toBe("done");
    expect(saidOf(desk.pays({ kind: "code", text: `${fixed}0`, amount: 9_90 }))).toBe(
      "wallet.code-unreadable",
    );
  });

  test("W01: a payee is named by name and telephone; which of both is wrong is not said", () => {
    const desk = inUse();
    desk.inUse(0, "c-2");
    const { name: payeeName, phone: payeePhone = "" } = desk.see("customer", "c-2");
    const to = { kind: "transfer", payeeName, payeePhone, amount: 10_00 } as const;

    expect(saidOf(desk.pays({ ...to, payeeName: "别人" }))).toBe("wallet.payee-unknown");
    expect(saidOf(desk.pays({ ...to, payeePhone: "13900009999" }))).toBe("wallet.payee-unknown");
    expect(saidOf(desk.pays(to, "c-2"))).toBe("wallet.same-wallet");
    expect(saidOf(desk.pays(to))).toBe("done");
    expect(desk.wallet("c-2").balance).toBe(10_00);
  });

  test("W08: after 2004 a wallet goes by the new telephone, and by the old one no more", () => {
    const desk = inUse();
    desk.inUse(0, "c-2");
    const { name: payeeName, phone = "" } = desk.see("customer", "c-2");
    const to = { kind: "transfer", payeeName, amount: 10_00 } as const;
    const { now: at } = desk.context();
    desk.post([{ type: "customer.phone-changed", customer: "c-2", phone: "13900009999", at }]);

    expect(saidOf(desk.pays({ ...to, payeePhone: phone }))).toBe("wallet.payee-unknown");
    expect(saidOf(desk.pays({ ...to, payeePhone: "13900009999" }))).toBe("done");
  });

  test("O09: for a day after the telephone changed shops are paid, and nothing is transferred", () => {
    const desk = inUse();
    desk.inUse(0, "c-2");
    const { name: payeeName, phone: payeePhone = "" } = desk.see("customer", "c-2");
    const to = { kind: "transfer", payeeName, payeePhone, amount: 10_00 } as const;
    const { now: at } = desk.context();
    desk.post([{ type: "customer.phone-changed", customer: "c-1", phone: "13900009998", at }]);
    const until = at + 24 * 3_600_000;

    expect(desk.pays(to)).toMatchObject({ refusal: { code: "wallet.cooling", until } });
    expect(saidOf(desk.pays())).toBe("done");
    desk.pass(24 * 3_600_000 - 1);
    expect(saidOf(desk.pays(to))).toBe("wallet.cooling");
    desk.pass(1);
    expect(saidOf(desk.pays(to))).toBe("done");
  });

  test("W16: network, balance and system are told apart", () => {
    const desk = inUse(12_79);

    expect(desk.pays()).toMatchObject({ refusal: { code: "wallet.short", balance: 12_79 } });
    expect(
      ["wallet.network", "wallet.short", "account.short", "workstation.fault", "wallet.frozen"].map(
        causeOfFailure,
      ),
    ).toEqual(["network", "balance", "balance", "system", "rule"]);
  });
});

describe("W01: bills", () => {
  const water = { biller: "样例水务", reference: "SW-1", amount: 63_20, dueOn: "2026-03-20" };
  const settled = (desk: ReturnType<typeof inUse>) => settleBills(desk.context());

  test("on its day the customer is told, once; the day before nothing is", () => {
    const desk = inUse();
    desk.bills(water);
    desk.bills({ ...water, reference: "SW-2" });
    desk.at("2026-03-19 23:59:59");
    expect(settled(desk)).toEqual([]);

    desk.at("2026-03-20 00:00:00");
    const entries = settled(desk);
    desk.post(entries);

    const told = entries.flatMap((entry) => (entry.type === "sms.queued" ? [entry.message] : []));
    expect(told).toMatchObject([
      {
        template: "wallet.bill-due",
        values: { payee: "样例水务", amount: "63.20", due: "2026-03-20" },
      },
      { template: "wallet.bill-due" },
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(2);
    expect(settled(desk)).toEqual([]);
  });

  test("it is paid once, before its day or after", () => {
    const desk = inUse();
    desk.bills(water);

    expect(saidOf(desk.pays({ kind: "bill", bill: "wb-1" }))).toBe("done");
    expect(saidOf(desk.pays({ kind: "bill", bill: "wb-1" }))).toBe("wallet.bill-unknown");
    desk.at("2026-03-21 09:00:00");
    expect(settled(desk)).toEqual([]);
  });

  test("a day that has passed, no amount, and the twenty-first are refused; one dropped makes room", () => {
    const desk = inUse();
    expect(saidOf(desk.bills({ ...water, dueOn: "2026-03-17" }))).toBe("wallet.bill-past");
    expect(saidOf(desk.bills({ ...water, dueOn: "2026-03-18" }))).toBe("done");
    expect(saidOf(desk.bills({ ...water, amount: 0 }))).toBe("amount.zero");
    for (let one = 2; one <= 20; one += 1) expect(saidOf(desk.bills(water))).toBe("done");

    expect(saidOf(desk.bills(water))).toBe("wallet.too-many-bills");
    expect(saidOf(desk.dropsBill("wb-3"))).toBe("done");
    expect(saidOf(desk.dropsBill("wb-3"))).toBe("wallet.bill-unknown");
    expect(saidOf(desk.bills(water))).toBe("done");
    expect(desk.wallet().bills.at(-1)?.id).toBe("wb-21");
  });
});

test("closing pays what is left back to the account behind it, in one posting (5.5)", () => {
  const desk = inUse();

  expect(saidOf(desk.closes("c-1", "000000"))).toBe("wallet.password-wrong");
  expect(saidOf(desk.closes())).toBe("done");

  expect(desk.balanceOf("c-1")).toEqual({ wallet: 0, account: 8_000_00 });
  desk.pass(61_000);
  desk.asksToRegister();
  expect(saidOf(desk.registers())).toBe("done");
});
