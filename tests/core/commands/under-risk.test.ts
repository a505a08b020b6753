import { describe, expect, test } from "vitest";
import { CustomerId } from "#core/customer/customer.ts";
import type { RiskOutcome } from "#core/risk/risk-flag.ts";
import { defaultRiskSettings, type RiskSettings } from "#core/risk/settings.ts";
import { openTrail } from "#main/risk/trail.ts";
import { openEBankDesk } from "#tests/support/e-bank-desk.ts";
import { openReversalDesk, reversalOf } from "#tests/support/reversal-desk.ts";

const rule = "account-and-channel-same-day";
const warning = { name: "risk", kind: "term", term: `risk.${rule}` };

/** Opens the internet bank on the day of the account, with the rule doing this (R17). */
function openWith(outcome: RiskOutcome, more: Partial<RiskSettings[typeof rule]> = {}) {
  const desk = openEBankDesk();
  const setting = { ...defaultRiskSettings[rule], outcome, ...more };
  desk.set({ risk: { ...defaultRiskSettings, [rule]: setting } });
  return desk;
}

describe("the eye over a transaction (1.6)", () => {
  test("R17: a warning is on preview and receipt, and not on the paper", () => {
    const desk = openWith("warn");

    const { decision, batch } = desk.does(desk.openInternetBank("k-1"));

    expect(decision.outcome.facts.at(-1)).toEqual(warning);
    const [slip] = batch.entries.flatMap((one) => (one.type === "slip.issued" ? one.slip : []));
    expect(slip?.facts.length).toBeGreaterThan(0);
    expect(slip?.facts).not.toContainEqual(warning);
  });

  test("design rule 7: what the preview says and journals is what is posted", () => {
    const desk = openWith("warn");
    const request = desk.openInternetBank("k-1");

    const preview = desk.preview(request);
    const { decision, batch } = desk.does(request);

    expect(preview).toMatchObject({ ok: true, value: { outcome: decision.outcome } });
    expect(batch.entries.slice(0, decision.entries.length)).toEqual(decision.entries);
    expect(batch.entries.filter(({ type }) => type === "risk.flagged")).toHaveLength(1);
    expect(desk.see("riskFlag", "rf-1")).toMatchObject({
      ...{ rule, outcome: "warn", customer: "c-1", code: "5005", teller: "0001" },
      ...{ decision: "went-on", facts: { days: 0 }, sequence: batch.sequence },
    });
  });

  test("R17: a rule may ask for more than the transaction does, and never for less", () => {
    const more = openWith("level", { level: "A3" });
    const less = openWith("level", { level: "A1" });

    expect(more.preview(more.openInternetBank("k-1"))).toMatchObject({ value: { level: "A3" } });
    expect(less.preview(less.openInternetBank("k-1"))).toMatchObject({ value: { level: "A2" } });
    expect(more.run(more.openInternetBank("k-1"))).toMatchObject({
      refusal: { code: "authorisation.needed", level: "A3" },
    });
    expect(more.books().count("riskFlag")).toBe(0);
  });

  test("1.6: what a rule refuses leaves no posting, but a warning that says so", () => {
    const desk = openWith("refuse");
    const before = desk.batches().length;

    expect(desk.run(desk.openInternetBank("k-1"))).toEqual({
      ...{ ok: false, refusal: { code: "risk.refused", rule } },
    });

    expect(
      desk
        .batches()
        .slice(before)
        .flatMap(({ entries }) => entries),
    ).toMatchObject([{ type: "risk.flagged", flagged: { rule, decision: "stopped" } }]);
    expect(desk.relationOf("c-1", "internet-bank")).toBeUndefined();
  });

  test("1.6: a rule that is off neither tells nor refuses", () => {
    const desk = openWith("refuse", { on: false });

    const { decision } = desk.does(desk.openInternetBank("k-1"));

    expect(decision.outcome.facts).not.toContainEqual(warning);
    expect(desk.books().count("riskFlag")).toBe(0);
  });
});

test("C06, R07: a posting that was warned of is undone like any other, and its warning stays", () => {
  const desk = openReversalDesk();
  const { now } = desk.context();
  const trail = openTrail();
  const customer = CustomerId.parse("c-1");
  trail.add([{ kind: "typed-card", of: "0001", customer, at: now }]);
  desk.counted(trail.signals);
  const paidIn = desk.does({ code: "3011", input: { account: "a-1", amount: 100_00 } });
  expect(desk.see("riskFlag", "rf-1")).toMatchObject({ rule: "manual-card-entry" });
  const balance = desk.see("account", "a-1").balance;

  desk.does(reversalOf(paidIn));

  expect(desk.see("account", "a-1").balance).toBe(balance - 100_00);
  expect(desk.see("riskFlag", "rf-1").review).toBeUndefined();
});

describe("9012: what a chief makes of a warning", () => {
  const review = (flag = "rf-1") =>
    ({ code: "9012", input: { flag, verdict: "harmless", words: "客户本人在场" } }) as const;

  function flagged() {
    const desk = openWith("warn");
    desk.does(desk.openInternetBank("k-1"));
    return desk;
  }

  test("1.6: a supervisor reviews it once, in a word and in a sentence, by nobody else's leave", () => {
    const desk = flagged();
    desk.seat("0100");

    const { decision } = desk.does(review());

    expect(decision.level).toBe("A0");
    expect(desk.see("riskFlag", "rf-1").review).toMatchObject({
      ...{ by: "0100", verdict: "harmless", words: "客户本人在场" },
    });
    expect(desk.refusal(review())).toEqual({ code: "risk.already-reviewed" });
  });

  test("1.6: no teller and not the audit, which looks and judges nothing", () => {
    const desk = flagged();

    desk.seat("0002");
    expect(desk.refusal(review())).toMatchObject({ code: "teller.role", role: "teller" });
    desk.seat("0700");
    expect(desk.refusal(review())).toMatchObject({ code: "teller.role", role: "auditor" });
  });

  test("1.6: nobody who keyed it, whatever they have become; and nothing that is not there", () => {
    const desk = flagged();
    const teller = desk.see("teller", "0001");
    desk.post([
      {
        type: "teller.changed",
        ...{ teller: "0001", name: teller.name, role: "supervisor", assists: false },
        reason: "升任主管",
      },
    ]);

    expect(desk.refusal(review())).toEqual({ code: "risk.own-flag" });
    desk.seat("0100");
    expect(desk.refusal(review("rf-9"))).toEqual({ code: "risk.flag-unknown" });
  });
});

describe("9013: the rules of the branch", () => {
  const change = (path: string, from: string, to: string) =>
    ({ code: "9013", input: { changes: [{ path, from, to }], reason: "试算后调整" } }) as const;
  const cards = "risk.many-cards.numbers.cards";

  test("1.6: a number within its bounds, by A3, and it holds at once", () => {
    const desk = openEBankDesk();
    desk.seat("0100");

    const { decision } = desk.does(change(cards, "4", "50"));

    expect(decision.level).toBe("A3");
    expect(desk.context().parameters.risk["many-cards"].numbers.cards).toBe(50);
    expect(desk.refusal(change(cards, "50", "51"))).toEqual({
      ...{ code: "parameters.out-of-bounds", path: cards },
    });
    expect(desk.refusal(change(cards, "50", "1"))).toMatchObject({
      code: "parameters.out-of-bounds",
    });
  });

  test("1.6: what changed meanwhile, what no rule has, and an outcome that this rule cannot have", () => {
    const desk = openEBankDesk();
    desk.seat("0100");

    expect(desk.refusal(change(cards, "9", "5"))).toMatchObject({
      code: "parameters.changed-meanwhile",
    });
    expect(desk.refusal(change("risk.many-cards.numbers.days", "0", "5"))).toMatchObject({
      code: "parameters.unknown",
    });
    expect(desk.refusal(change("grantMinutes", "5", "6"))).toMatchObject({
      code: "parameters.unknown",
    });
    expect(desk.refusal(change("risk.many-cards.outcome", "warn", "confirm"))).toMatchObject({
      code: "parameters.out-of-bounds",
    });
  });
});
