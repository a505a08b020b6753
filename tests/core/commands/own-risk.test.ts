import { describe, expect, test } from "vitest";
import { answerRisk, type OwnPaymentDeed, riskOf } from "#core/commands/own-risk.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Entry } from "#core/journal/entry.ts";
import { fen } from "#core/money/fen.ts";
import { RiskFlagId } from "#core/risk/risk-flag.ts";
import type { Sign } from "#core/risk/signals.ts";
import { openTrail } from "#main/risk/trail.ts";
import type { RawEntry } from "#tests/main/ledger/invented.ts";
import { type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

const MINUTE = 60_000;
const flag = RiskFlagId.parse("rf-1");

/** A customer c-1 with a wallet of 5,000.00 yuan, who paid 100.00 three times last month. */
function openDesk(payments = 3) {
  const desk = openLossDeskFor();
  const { now } = desk.context();
  desk.post([
    {
      type: "wallet.registered",
      registered: {
        ...{ id: "wa-1", customer: "c-1", phone: "13910007919", life: "active", freezes: [] },
        balance: 0,
        passwords: { login: "v1", second: "v2", setAt: now },
      },
    },
    {
      ...{ type: "money.posted", memo: "opening" },
      postings: [
        { account: "opening", amount: -5_000_00 },
        { account: "wa-1", amount: 5_000_00 },
      ],
    },
  ]);
  const trail = openTrail();
  for (let number = payments; number > 0; number -= 1) {
    trail.add([paid(now - number * 24 * 60 * MINUTE)]);
  }
  desk.counted(trail.signals);
  return { ...desk, trail };
}

function paid(at: number, amount = 100_00): Sign {
  const customer = CustomerId.parse("c-1");
  return { kind: "paid", of: customer, customer, at: at as Sign["at"], amount };
}

function payment(amount: number, payee = "样例商户"): OwnPaymentDeed {
  const entry: RawEntry = {
    ...{ type: "money.posted", memo: "wallet" },
    postings: [
      { account: "wa-1", amount: -amount },
      { account: "clearing", amount },
    ],
  };
  return {
    ...{ customer: CustomerId.parse("c-1"), code: "e-wallet", entries: [Entry.parse(entry)] },
    ...{ elements: [payee, amount], payee, amount: fen(amount), wallet: "wa-1" as never },
  };
}

/** Asks as whoever posts payments does: what is counted of a refusal is written down. */
function ask(desk: LossDesk, asked: OwnPaymentDeed) {
  const said = riskOf(asked, desk.context());
  if (!said.ok && "entries" in said) {
    desk.post(said.entries ?? [], { code: asked.code });
  }
  if (said.ok && said.value.length > 0) desk.post(said.value, { code: asked.code });
  return said;
}

function answer(desk: LossDesk, yes: boolean) {
  const said = answerRisk({ flag, yes }, desk.context());
  if (said.ok) desk.post(said.value, { code: "phone" });
  return said;
}

const large = payment(1_000_00);
const toConfirm = {
  ...{ code: "risk.confirm-first", phone: "139****7919", minutes: 10 },
};

describe("W04: a payment unlike her others", () => {
  test("W04: ten times what she pays as a rule, and from 1,000.00 on; not a fen below", () => {
    expect(ask(openDesk(), large)).toMatchObject({ refusal: toConfirm });
    expect(ask(openDesk(), payment(999_99))).toEqual({ ok: true, value: [] });
  });

  test("W04: who has paid only twice has no habit yet", () => {
    expect(ask(openDesk(2), large)).toEqual({ ok: true, value: [] });
  });

  test("W04: the fifth payment within ten minutes, and not the fourth", () => {
    const desk = openDesk(0);
    const { now } = desk.context();
    for (const ago of [10, 3, 2]) desk.trail.add([paid(now - ago * MINUTE)]);
    expect(ask(desk, payment(1_00))).toEqual({ ok: true, value: [] });

    desk.trail.add([paid(now - MINUTE)]);
    expect(ask(desk, payment(1_00))).toMatchObject({ refusal: toConfirm });
  });
});

describe("W04: she is asked on her telephone", () => {
  test("W04: nothing is posted but the warning and its message, which names payee and amount", () => {
    const desk = openDesk();

    ask(desk, large);

    expect(desk.batches().at(-1)?.entries).toMatchObject([
      { type: "risk.flagged", flagged: { decision: "waiting", wallet: "wa-1" } },
      {
        type: "sms.queued",
        message: {
          ...{ template: "risk.confirm", to: "13910007919" },
          values: { payee: "样例商户", amount: "1,000.00", flag: "rf-1" },
        },
      },
    ]);
  });

  test("W04: asked again before she answers, she is not asked twice", () => {
    const desk = openDesk();
    ask(desk, large);

    expect(ask(desk, large)).toEqual({ ok: false, refusal: toConfirm });
    expect(desk.books().count("message")).toBe(1);
  });

  test("W04: after her yes the same payment goes through once within ten minutes", () => {
    const desk = openDesk();
    ask(desk, large);
    answer(desk, true);

    desk.pass(10 * MINUTE - 1);
    expect(ask(desk, large)).toEqual({ ok: true, value: [{ type: "risk.used", flag }] });
    expect(ask(desk, large)).toMatchObject({ refusal: toConfirm });
    expect(desk.books().count("message")).toBe(2);
  });

  test("W04: her yes is too old after ten minutes", () => {
    const desk = openDesk();
    ask(desk, large);
    answer(desk, true);

    desk.pass(10 * MINUTE);
    expect(ask(desk, large)).toMatchObject({ refusal: toConfirm });
  });

  test("W04: her yes is for that payee and that amount alone", () => {
    const desk = openDesk();
    ask(desk, large);
    answer(desk, true);

    expect(ask(desk, payment(1_000_01))).toMatchObject({ refusal: toConfirm });
    expect(ask(desk, payment(1_000_00, "别的商户"))).toMatchObject({ refusal: toConfirm });
  });

  test("W04: after her no it is refused, and the wallet is frozen in the same posting", () => {
    const desk = openDesk();
    ask(desk, large);

    answer(desk, false);

    expect(
      desk
        .batches()
        .at(-1)
        ?.entries.map(({ type }) => type),
    ).toEqual([...["risk.answered", "wallet.frozen"]]);
    expect(desk.see("wallet", "wa-1").freezes).toMatchObject([{ kind: "risk" }]);
    expect(ask(desk, large)).toEqual({ ok: false, refusal: { code: "risk.denied" } });
    expect(answer(desk, true)).toMatchObject({ refusal: { code: "risk.nothing-to-answer" } });
  });

  test("W04: a question is answered within ten minutes, and not after", () => {
    const [soon, late] = [openDesk(), openDesk()];
    ask(soon, large);
    ask(late, large);

    soon.pass(10 * MINUTE - 1);
    late.pass(10 * MINUTE);

    expect(answer(soon, true).ok).toBe(true);
    expect(answer(late, true)).toMatchObject({ refusal: { code: "risk.nothing-to-answer" } });
  });

  test("W04: whom the bank cannot reach cannot be asked: it is refused, with a warning", () => {
    const desk = openDesk();
    const { phone: _phone, ...unreachable } = desk.see("customer", "c-1");
    desk.post([{ type: "customer.registered", customer: unreachable }]);

    expect(ask(desk, large)).toMatchObject({
      refusal: { code: "risk.refused", rule: "unusual-payment" },
      entries: [{ type: "risk.flagged", flagged: { decision: "stopped" } }],
    });
  });
});
