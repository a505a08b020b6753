import { describe, expect, test } from "vitest";
import { CustomerId } from "#core/customer/customer.ts";
import { Entry } from "#core/journal/entry.ts";
import { type Deed, deedOf } from "#core/risk/deed.ts";
import type { RiskRuleId } from "#core/risk/risk-flag.ts";
import { spokenOver } from "#core/risk/rules.ts";
import { defaultRiskSettings } from "#core/risk/settings.ts";
import type { Sign } from "#core/risk/signals.ts";
import { TellerId } from "#core/teller/teller.ts";
import { openTrail } from "#main/risk/trail.ts";
import { agent } from "#tests/core/risk/agent.ts";
import { lossCase, type RawEntry } from "#tests/main/ledger/invented.ts";
import { type LossDesk, openLossDesk } from "#tests/support/loss-desk.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const activated: RawEntry = { type: "account.activated", account: "a-1" };
const opened: RawEntry = {
  ...{ type: "e-bank.opened", customer: "c-1", channel: "internet-bank", password: "hash" },
};

/** A branch with customers c-1 to c-3, whose accounts were opened on that very day. */
function openDesk(): LossDesk {
  const desk = openLossDesk();
  for (const number of [1, 2, 3]) desk.enter(number);
  return desk;
}

function deed(desk: LossDesk, entries: readonly RawEntry[], over: Partial<Deed> = {}): Deed {
  const { now: at, today, books } = desk.context();
  return deedOf({
    ...{ kind: "posted", code: "6010", teller: TellerId.parse("0001"), at, today, books },
    entries: entries.map((entry) => Entry.parse(entry)),
    ...over,
  });
}

/** A sign so many milliseconds before the deed. */
function ago(desk: LossDesk, ms: number, sign: Omit<Sign, "at" | "customer">, customer = "c-1") {
  const at = (desk.context().now - ms) as Sign["at"];
  return { ...sign, at, customer: CustomerId.parse(customer) };
}

/** What one rule says, as a new branch has it. */
function said(rule: RiskRuleId, asked: Deed, signs: readonly Sign[] = []) {
  const trail = openTrail();
  trail.add([...signs].sort((one, other) => one.at - other.at));
  return spokenOver(asked, trail.signals, defaultRiskSettings).find((one) => one.rule === rule);
}

describe("R07 manual card entry", () => {
  const typed = { kind: "typed-card", of: "0001" } as const;

  test("R07: speaks of a customer whom this teller found by a typed card number", () => {
    const desk = openDesk();

    expect(
      said("manual-card-entry", deed(desk, [activated]), [ago(desk, 30 * MINUTE, typed)]),
    ).toMatchObject({ customer: "c-1", facts: { times: 1, minutes: 30 } });
  });

  test("R07: not a moment after the half hour, not of another customer, not of another's typing", () => {
    const desk = openDesk();
    const say = (sign: Sign) => said("manual-card-entry", deed(desk, [activated]), [sign]);

    expect(say(ago(desk, 30 * MINUTE + 1, typed))).toBeUndefined();
    expect(say(ago(desk, 0, typed, "c-2"))).toBeUndefined();
    expect(say(ago(desk, 0, { ...typed, of: "0002" }))).toBeUndefined();
  });
});

describe("R02 cards and telephones in bulk", () => {
  test("R02: a channel for somebody with four cards in use, and not with three", () => {
    const desk = openDesk();
    desk.another(11);
    desk.another(12);
    expect(said("many-cards", deed(desk, [opened]))).toBeUndefined();

    desk.another(13);
    expect(said("many-cards", deed(desk, [opened]))).toMatchObject({ facts: { cards: 4 } });
  });

  test("R02: a telephone that three customers have reserved, and not two", () => {
    const shared = { customer: { phone: "13900000001" } };
    const [two, three] = [openLossDesk(), openLossDesk()];
    for (const number of [1, 2]) two.enter(number, shared);
    for (const number of [1, 2, 3]) three.enter(number, shared);

    expect(said("shared-phone", deed(two, [opened]))).toBeUndefined();
    expect(said("shared-phone", deed(three, [opened]))).toMatchObject({
      facts: { customers: 3, phone: "139****0001" },
    });
  });
});

describe("R02 a recurring agent", () => {
  const reported: RawEntry = {
    type: "loss.reported",
    lossCase: { ...lossCase(1, { card: "k-1", customer: "c-1", account: "a-1" }), agent },
  };
  const acted = { kind: "agent", of: agent.documentNumber } as const;

  test("R02: for a third customer within thirty days, and not for a second", () => {
    const desk = openDesk();
    const asked = deed(desk, [reported]);
    const second = ago(desk, 30 * DAY, acted, "c-2");

    expect(said("recurring-agent", asked, [second])).toBeUndefined();
    expect(said("recurring-agent", asked, [second, ago(desk, DAY, acted, "c-3")])).toMatchObject({
      facts: { customers: 3, days: 30 },
    });
    expect(
      said("recurring-agent", asked, [
        ago(desk, 30 * DAY + 1, acted, "c-2"),
        ago(desk, DAY, acted, "c-3"),
      ]),
    ).toBeUndefined();
  });
});

describe("R17, R19 openings and changes in a row", () => {
  test("R17: a channel on the day of the account, and not on the next", () => {
    const desk = openDesk();
    expect(said("account-and-channel-same-day", deed(desk, [opened]))).toMatchObject({
      ...{ customer: "c-1", facts: { days: 0 }, setting: { outcome: "level", level: "A2" } },
    });

    desk.at("2026-03-19 09:00:00");
    expect(said("account-and-channel-same-day", deed(desk, [opened]))).toBeUndefined();
  });

  test.each([
    ["R19", "replaced-then-raised", { type: "e-bank.switched", which: "e-commerce", on: true }],
    ["R17", "replaced-then-phone", { type: "customer.phone-changed", phone: "13900000009" }],
  ] as const)(
    "%s: %s up to three days after a replacement, and not on the fourth",
    (_, rule, what) => {
      const desk = openDesk();
      desk.another(11, { issuedOn: "2026-03-18" });
      desk.post([{ type: "card.replaced", card: "k-1", by: "k-11" }]);
      const { now } = desk.context();
      const entry = { ...what, customer: "c-1", ...("phone" in what ? { at: now } : {}) };
      const say = () => said(rule, deed(desk, [entry as RawEntry]));

      desk.at("2026-03-21 09:00:00");
      expect(say()).toMatchObject({ customer: "c-1", facts: { days: 3 } });
      desk.at("2026-03-22 09:00:00");
      expect(say()).toBeUndefined();
    },
  );

  test("R19: closing a switch protects, and is no rise", () => {
    const desk = openDesk();
    desk.another(11);
    desk.post([{ type: "card.replaced", card: "k-1", by: "k-11" }]);
    const closed: RawEntry = {
      ...{ type: "e-bank.switched", customer: "c-1", which: "e-commerce", on: false },
    };

    expect(said("replaced-then-raised", deed(desk, [closed]))).toBeUndefined();
  });
});

describe("R23 what insiders try and look at", () => {
  const wrong: RawEntry = { type: "card.pin-failed", card: "k-1", locks: false };
  const failed = { kind: "wrong-answer", of: "counter" } as const;
  const answered = (desk: LossDesk) => deed(desk, [wrong], { kind: "refused", code: "3012" });

  test("R23: the third wrong answer within half an hour, of two customers, at this counter", () => {
    const desk = openDesk();
    const twice = [ago(desk, 30 * MINUTE, failed, "c-2"), ago(desk, MINUTE, failed)];

    expect(said("wrong-answers-across-customers", answered(desk), twice)).toMatchObject({
      customer: "c-1",
      facts: { times: 3, customers: 2 },
    });
  });

  test("R23: not the second, not three of one customer, not where one is older, not at home", () => {
    const desk = openDesk();
    const say = (...signs: readonly Sign[]) =>
      said("wrong-answers-across-customers", answered(desk), signs);
    const lately = ago(desk, MINUTE, failed);

    expect(say(ago(desk, MINUTE, failed, "c-2"))).toBeUndefined();
    expect(say(lately, lately)).toBeUndefined();
    expect(say(ago(desk, 30 * MINUTE + 1, failed, "c-2"), lately)).toBeUndefined();
    expect(say(ago(desk, MINUTE, { ...failed, of: "home" }, "c-2"), lately)).toBeUndefined();
  });

  test("R23: the fifth customer unmasked within the hour without one served, and not the fourth", () => {
    const desk = openDesk();
    const shown: RawEntry = {
      ...{ type: "customer.revealed", customer: "c-1", what: "phone", reason: "回访" },
    };
    const asked = deed(desk, [shown], { kind: "looked", code: "2001" });
    const seen = { kind: "unmasked", of: "0001" } as const;
    const four = ["c-2", "c-3", "c-4", "c-5"].map((id) => ago(desk, 60 * MINUTE, seen, id));
    const served = ago(desk, MINUTE, { kind: "served", of: "0001" }, "c-5");

    expect(said("unmasked-without-transaction", asked, four)).toMatchObject({
      facts: { customers: 5 },
    });
    expect(said("unmasked-without-transaction", asked, four.slice(1))).toBeUndefined();
    expect(said("unmasked-without-transaction", asked, [...four, served])).toBeUndefined();
    const older = ago(desk, 60 * MINUTE + 1, seen, "c-2");
    expect(said("unmasked-without-transaction", asked, [older, ...four.slice(1)])).toBeUndefined();
  });
});

test("1.6: what a branch has switched off says nothing", () => {
  const desk = openDesk();
  const rule = "account-and-channel-same-day";
  const off = { ...defaultRiskSettings, [rule]: { ...defaultRiskSettings[rule], on: false } };

  expect(spokenOver(deed(desk, [opened]), openTrail().signals, off)).toEqual([]);
});
