import { describe, expect, test } from "vitest";
import { ControlReason, transactions } from "#core/contract/transactions.ts";
import { openHoldDesk } from "#tests/support/hold-desk.ts";
import { transfer } from "#tests/support/online-customers.ts";
import { wordOf } from "#tests/support/online-desk.ts";

describe("the bank controls an account", () => {
  test("B-RISK: before a supervisor, with reason, words and how the customer was told", () => {
    const desk = openHoldDesk();

    const { batch, decision } = desk.does(desk.controlling());

    expect(decision.level).toBe("A2");
    expect(batch.entries[0]).toMatchObject({
      type: "hold.placed",
      hold: {
        account: "a-1",
        kind: "non-counter",
        source: { type: "bank", reason: "unusual-movement", words: "夜间多笔小额试探" },
        status: "active",
      },
    });
    expect(decision.outcome.facts).toEqual(
      expect.arrayContaining([
        { name: "holdKind", kind: "term", term: "hold-kind.non-counter" },
        { name: "controlReason", kind: "term", term: "control-reason.unusual-movement" },
        { name: "placedWords", kind: "text", text: "夜间多笔小额试探" },
        { name: "notice", kind: "term", term: "notice.phone" },
        { name: "note", kind: "term", term: "note.control-reason-and-remedy" },
      ]),
    );
  });

  test.each([
    // control, cash out, cash in, from home
    ["debit-block", "account.debit-blocked", undefined, "account.debit-blocked"],
    ["full-block", "account.full-blocked", "account.credit-blocked", "account.full-blocked"],
    ["credit-block", undefined, "account.credit-blocked", "challenged"],
    ["non-counter", undefined, undefined, "account.counter-only"],
  ] as const)("3.5: %s", (control, cashOut, cashIn, online) => {
    const desk = openHoldDesk();

    desk.controls({ control });

    expect(desk.refusal(desk.payOut("k-1"))?.code).toBe(cashOut);
    expect(desk.refusal(desk.transferring())?.code).toBe(cashOut);
    expect(desk.refusal(desk.deposit())?.code).toBe(cashIn);
    expect(wordOf(desk.pays(transfer))).toBe(online);
  });

  test("3.5: every reason is its own record, and none is laid twice in one kind", () => {
    const desk = openHoldDesk();

    const all = ControlReason.options.map((reason) => desk.controls({ reason }));

    expect(desk.active()).toEqual(all);
    expect(desk.refusal(desk.controlling())).toEqual({ code: "hold.already-placed" });
    expect(desk.preview(desk.controlling({ control: "debit-block" })).ok).toBe(true);
  });

  test("3.6: is never called dormancy, which has its own end", () => {
    const { input } = openHoldDesk().controlling();
    const parses = (raw: object) => transactions["6009"].safeParse(raw).success;

    expect(parses(input)).toBe(true);
    expect(parses({ ...input, reason: "dormant" })).toBe(false);
    expect(parses({ ...input, control: "amount" })).toBe(false);
    expect(parses({ ...input, control: "stop-voucher" })).toBe(false);
  });

  test("B-RISK: only an open account that is there", () => {
    const desk = openHoldDesk();
    desk.post([{ type: "account.closed", account: "a-1" }]);

    expect(desk.refusal(desk.controlling())).toEqual({ code: "account.closed" });
    expect(desk.refusal(desk.controlling({ account: "a-9" }))).toEqual({
      code: "account.unknown",
    });
  });
});

describe("the bank lifts its control", () => {
  test("B-RISK: before the branch head", () => {
    const desk = openHoldDesk();
    const hold = desk.controls({ control: "full-block" });

    const { decision } = desk.does(desk.lifting(hold));

    expect(decision.level).toBe("A3");
    expect(desk.see("hold", hold).status).toBe("lifted");
    expect(desk.preview(desk.payOut("k-1")).ok).toBe(true);
    expect(desk.preview(desk.deposit()).ok).toBe(true);
  });

  test("B-RISK: who agrees reads why and when it was placed beside why it is to be lifted", () => {
    const desk = openHoldDesk();
    const hold = desk.controls();
    const { placedAt } = desk.see("hold", hold);
    desk.at("2026-04-18");

    const preview = desk.preview(desk.lifting(hold));

    expect(preview.ok && preview.value.outcome.facts).toEqual(
      expect.arrayContaining([
        { name: "placedAt", kind: "instant", instant: placedAt },
        { name: "controlReason", kind: "term", term: "control-reason.unusual-movement" },
        { name: "placedWords", kind: "text", text: "夜间多笔小额试探" },
        { name: "liftedWords", kind: "text", text: "已核实本人交易" },
      ]),
    );
  });

  test("B-RISK: one that an older journal placed without words, or for another cause, is lifted too", () => {
    const desk = openHoldDesk();
    desk.hold({ id: "h-old", source: { type: "bank", reason: "from-the-core-system" } });

    const { facts } = desk.does(desk.lifting("h-old")).decision.outcome;

    expect(facts.map(({ name }) => name)).toContain("placedAt");
    expect(facts.map(({ name }) => name)).not.toContain("placedWords");
  });

  test("B-RISK: one supervisor's word is not enough", () => {
    const desk = openHoldDesk();
    const hold = desk.controls();

    const half = desk.ask(desk.lifting(hold), "0100");
    expect(half).toMatchObject({ ok: true, value: { status: "half" } });
    const grant = half.ok ? half.value.id : undefined;

    expect(desk.run(desk.lifting(hold), { grant })).toMatchObject({
      ok: false,
      refusal: { code: "authorisation.second-supervisor" },
    });
    expect(desk.see("hold", hold).status).toBe("active");
  });

  test("5.4: a loss, an order, a customer's own and a sleeper's hold do not end here", () => {
    const desk = openHoldDesk();
    const order = desk.ordered(100_00);
    const own = desk.freezes();
    const sleep = desk.putToSleep();
    desk.does(desk.oral("k-1"));
    const refused = (hold: string) => desk.refusal(desk.lifting(hold));

    expect(refused(`h-${desk.caseOf("k-1")}`)).toEqual({ code: "hold.not-here", source: "loss" });
    expect(refused(order)).toEqual({ code: "hold.not-here", source: "judicial" });
    expect(refused(own)).toEqual({ code: "hold.not-here", source: "customer" });
    expect(refused(sleep)).toEqual({ code: "hold.not-here", source: "dormant" });
    expect(refused("h-0")).toEqual({ code: "hold.unknown" });
  });

  test("5.4: not twice, and never another of the same kind", () => {
    const desk = openHoldDesk();
    const hold = desk.controls({ control: "debit-block" });
    const other = desk.controls({ control: "debit-block", reason: "fraud-suspected" });
    desk.does(desk.lifting(hold));

    expect(desk.refusal(desk.lifting(hold))).toEqual({ code: "hold.lifted" });
    expect(desk.active()).toEqual([other]);
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "account.debit-blocked" });
  });

  test("5.1: not on an account that was closed meanwhile", () => {
    const desk = openHoldDesk();
    const hold = desk.controls();
    desk.post([{ type: "account.closed", account: "a-1" }]);

    expect(desk.refusal(desk.lifting(hold))).toEqual({ code: "account.closed" });
  });
});
