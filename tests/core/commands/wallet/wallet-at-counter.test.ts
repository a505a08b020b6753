import { describe, expect, test } from "vitest";
import { transactions } from "#core/contract/transactions.ts";
import { openWalletDesk, saidOf } from "#tests/support/wallet-desk.ts";

function registered() {
  const desk = openWalletDesk();
  desk.asksToRegister();
  desk.registers();
  desk.pass(61_000);
  return desk;
}

function inUse() {
  const desk = openWalletDesk();
  desk.inUse();
  return desk;
}

describe("7102 real-name certification", () => {
  test("W07, W08: by the holder's document and its check, with an account of hers, on a second word", () => {
    const desk = registered();

    const { decision } = desk.does(desk.certifying());

    expect(decision.level).toBe("A1");
    expect(desk.wallet()).toMatchObject({ life: "real-name", account: "a-1" });
  });

  test("W08: a passport serves, another document does not", () => {
    const withDocument = (documentKind: "passport" | "military", documentNumber: string) => {
      const desk = registered();
      const customer = { ...desk.see("customer", "c-1"), documentKind, documentNumber };
      desk.post([{ type: "customer.registered", customer }]);
      return desk;
    };
    const passport = withDocument("passport", "E12345678");
    const military = withDocument("military", "军字第1234567号");

    expect(passport.refusal(passport.certifying())).toBeUndefined();
    expect(military.refusal(military.certifying())).toEqual({
      code: "wallet.document-kind",
      kind: "military",
    });
  });

  test("W08: somebody else's document or account is refused, and so is a time deposit", () => {
    const desk = registered();
    const code = (over: Parameters<typeof desk.certifying>[1]) =>
      desk.refusal(desk.certifying("c-1", over))?.code;

    expect(code({ identity: desk.identity("c-2") })).toBe("identity.mismatch");
    expect(code({ account: "a-2" })).toBe("wallet.account-not-own");
    expect(code({ account: "a-9" })).toBe("account.unknown");
    const account = { ...desk.see("account", "a-1"), product: "time-deposit" } as const;
    desk.post([{ type: "account.opened", account }]);
    expect(code({})).toBe("wallet.account-not-own");
  });

  test("another account takes the place of the first, and the wallet stays in use", () => {
    const desk = inUse();
    const other = { ...desk.see("account", "a-1"), id: "a-7", number: "02000001000000071" };
    desk.post([{ type: "account.opened", account: { ...other, balance: 0 } }]);

    desk.does(desk.certifying("c-1", { account: "a-7" }));

    expect(desk.wallet()).toMatchObject({ life: "active", account: "a-7", balance: 500_00 });
  });
});

describe("7101 freezing and lifting", () => {
  test("W12: at her wish by counter or telephone, at once, on whoever knows her document", () => {
    const desk = inUse();

    const { decision } = desk.does(desk.freezing("c-1", { channel: "phone" }));

    expect(decision.level).toBe("A0");
    expect(desk.wallet().freezes).toMatchObject([{ kind: "customer", words: "手机遗失" }]);
    const wrong = desk.freezing("c-1", { document: desk.shown("c-2") });
    expect(desk.refusal(wrong)).toEqual({ code: "identity.mismatch" });
  });

  test("W13, W14: for theft with the case's number and what she keeps as evidence", () => {
    const desk = inUse();
    const { case: _none, ...without } = desk.stealing().input as { readonly case?: string };

    expect(desk.refusal({ code: "7101", input: without } as never)).toEqual({
      code: "wallet.case-needed",
    });
    desk.does(desk.stealing());

    expect(desk.wallet().freezes).toMatchObject([
      { kind: "stolen", case: "朝公立字第88号", evidence: ["3月17日三笔付款截图", "聊天记录"] },
    ]);
  });

  test("W15: a theft is lifted by the holder on findings, before a supervisor, and nothing else with it", () => {
    const desk = inUse();
    desk.does(desk.stealing());
    desk.does(desk.freezing());

    expect(desk.refusal(desk.unfreezing("c-1", { kind: "stolen" }))).toEqual({
      code: "wallet.finding-needed",
    });
    const { decision, batch } = desk.does(
      desk.unfreezing("c-1", { kind: "stolen", finding: "查明为家人误用" }),
    );

    expect(decision.level).toBe("A2");
    expect(batch.approvers).toHaveLength(1);
    expect(desk.wallet().freezes.map(({ kind }) => kind)).toEqual(["customer"]);
    expect(saidOf(desk.pays())).toBe("wallet.frozen");
  });

  test("W12: her own she takes back at once, in person", () => {
    const desk = inUse();
    desk.does(desk.freezing());

    expect(desk.preview(desk.unfreezing())).toMatchObject({ ok: true, value: { level: "A0" } });
    expect(desk.refusal(desk.unfreezing("c-1", { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
  });

  test("W04: a risk freeze is lifted on two people's word; its holder at home cannot", () => {
    const desk = inUse();
    desk.does(desk.doubting());

    expect(saidOf(desk.letsGo())).toBe("wallet.not-frozen");
    expect(desk.does(desk.trusting()).decision.level).toBe("A2");
    expect(saidOf(desk.pays())).toBe("done");
  });

  test("W12: money of others still comes in while it lies still", () => {
    const desk = inUse();
    desk.inUse(100_00, "c-2");
    desk.does(desk.stealing());
    const { name: payeeName, phone: payeePhone = "" } = desk.see("customer", "c-1");

    const said = saidOf(
      desk.pays({ kind: "transfer", payeeName, payeePhone, amount: 40_00 }, "c-2"),
    );

    expect(said).toBe("done");
    expect(desk.wallet().balance).toBe(540_00);
  });
});

describe("7103 the link to choose passwords anew", () => {
  test("W10: goes to the reserved telephone, on a second word; no password is asked for or told", () => {
    const desk = inUse();

    const { decision, batch } = desk.does(desk.linking());

    expect(decision.level).toBe("A1");
    const told = batch.entries.filter(({ type }) => type === "sms.queued");
    expect(told).toMatchObject([
      { message: { template: "wallet.reset-link", to: desk.see("customer", "c-1").phone } },
    ]);
    expect(Object.keys(transactions["7103"].shape).sort()).toEqual([
      "customer",
      "identity",
      "signed",
    ]);
  });

  test("W10: freezes stay through it, and it holds for a day, once", () => {
    const desk = inUse();
    desk.does(desk.stealing());
    expect(saidOf(desk.asksToReset())).toBe("wallet.no-reset-link");

    desk.does(desk.linking());
    desk.asksToReset();
    const said = saidOf(
      desk.resets("c-1", { passwords: { login: "Rose61Gx83", second: "618294" } }),
    );

    expect(said).toBe("done");
    expect(desk.wallet().freezes.map(({ kind }) => kind)).toEqual(["stolen"]);
    expect(saidOf(desk.logsIn())).toBe("wallet.password-wrong");
    expect(saidOf(desk.logsIn("Rose61Gx83"))).toBe("done");
    desk.pass(61_000);
    expect(saidOf(desk.asksToReset())).toBe("wallet.no-reset-link");
  });

  test("W10: after a day the link is over, to the moment", () => {
    const day = 24 * 60 * 60 * 1000;
    const [inTime, late] = [inUse(), inUse()];
    inTime.does(inTime.linking());
    late.does(late.linking());

    inTime.pass(day);
    late.pass(day + 1);

    expect(saidOf(inTime.asksToReset())).toBe("done");
    expect(saidOf(late.asksToReset())).toBe("wallet.no-reset-link");
  });

  test("without a reserved telephone there is nowhere to send it", () => {
    const desk = inUse();
    const { phone: _gone, ...customer } = desk.see("customer", "c-1");
    desk.post([{ type: "customer.registered", customer }]);

    expect(desk.refusal(desk.linking())).toEqual({ code: "wallet.no-reserved-phone" });
  });
});
