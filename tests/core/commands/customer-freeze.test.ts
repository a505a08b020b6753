import { describe, expect, test } from "vitest";
import { transactions } from "#core/contract/transactions.ts";
import { openHoldDesk } from "#tests/support/hold-desk.ts";
import { transfer } from "#tests/support/online-customers.ts";
import { wordOf } from "#tests/support/online-desk.ts";

const stolen = {
  why: "stolen",
  policeCase: "朝公立字第88号",
  evidence: ["3月17日三笔转账截图", "聊天记录"],
} as const;

describe("a customer freezes an account", () => {
  test("W12, B-CUST: nothing leaves it from then on, and money still comes in", () => {
    const desk = openHoldDesk();

    const { batch, decision } = desk.does(desk.freezing());

    expect(decision.level).toBe("A0");
    expect(batch.entries[0]).toMatchObject({
      type: "hold.placed",
      hold: {
        account: "a-1",
        kind: "debit-block",
        source: { type: "customer", why: "request", evidence: [] },
        status: "active",
      },
    });
    const refused = { code: "account.debit-blocked" };
    expect(desk.refusal(desk.payOut("k-1"))).toEqual(refused);
    expect(desk.refusal(desk.transferring())).toEqual(refused);
    expect(wordOf(desk.pays(transfer))).toBe("account.debit-blocked");
    expect(desk.preview(desk.deposit()).ok).toBe(true);
  });

  test("W12: by telephone too, for it protects", () => {
    const desk = openHoldDesk();

    const { decision } = desk.does(desk.freezing({ channel: "phone" }));

    expect(decision.level).toBe("A0");
    expect(decision.outcome.facts).toContainEqual({
      name: "channel",
      kind: "term",
      term: "channel.phone",
    });
  });

  test("W12: only who knows the holder's document, and while that is valid", () => {
    const desk = openHoldDesk({ customer: { documentValidTo: "2026-03-18" } });
    desk.enter(2);
    const passport = { by: "typed", kind: "passport", number: "E12345678" } as const;

    expect(desk.refusal(desk.freezing({ document: passport }))).toEqual({
      code: "identity.mismatch",
    });
    expect(desk.refusal(desk.freezing({ document: desk.shown("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
    expect(desk.preview(desk.freezing()).ok).toBe(true);
    desk.at("2026-03-19 00:00:00");
    expect(desk.refusal(desk.freezing())).toMatchObject({ code: "identity.expired" });
  });

  test("W13: one that was stolen is frozen for the police's case", () => {
    const desk = openHoldDesk();
    const { policeCase: _, ...withoutCase } = stolen;

    expect(desk.refusal(desk.freezing(withoutCase))).toEqual({
      code: "hold.police-case-needed",
    });
    expect(desk.preview(desk.freezing(stolen)).ok).toBe(true);
    expect(desk.preview(desk.freezing()).ok).toBe(true); // On request alone no case is needed.
  });

  test("W13, W14, W15: case and evidence are kept, and the bank's inquiry is promised", () => {
    const desk = openHoldDesk();

    const { decision } = desk.does(desk.freezing(stolen));

    expect(desk.see("hold", desk.active()[0] ?? "").source).toEqual({
      type: "customer",
      ...stolen,
    });
    const told = decision.outcome.facts.map((fact) =>
      fact.kind === "text" ? fact.text : fact.kind === "term" ? fact.term : fact.name,
    );
    expect(told).toEqual(
      expect.arrayContaining([
        "freeze-why.stolen",
        "朝公立字第88号",
        "3月17日三笔转账截图",
        "聊天记录",
        "note.holder-alone-unfreezes",
        "note.stolen-investigated",
      ]),
    );
  });

  test("W14: evidence is twenty items at the most", () => {
    const desk = openHoldDesk();
    const items = (count: number) => Array.from({ length: count }, (_, index) => `第${index}项`);
    const { input } = desk.freezing();
    const parses = (count: number) =>
      transactions["6008"].safeParse({ ...input, ...stolen, evidence: items(count) }).success;

    expect(parses(20)).toBe(true);
    expect(parses(21)).toBe(false);
    expect(desk.preview(desk.freezing({ ...stolen, evidence: items(20) })).ok).toBe(true);
  });

  test("3.5: once for each reason, and again when that one ended", () => {
    const desk = openHoldDesk();
    const first = desk.freezes();

    expect(desk.refusal(desk.freezing())).toEqual({ code: "hold.already-placed" });
    desk.freezes(stolen);
    expect(desk.refusal(desk.freezing(stolen))).toEqual({ code: "hold.already-placed" });
    desk.does(desk.unfreezing(first));
    expect(desk.preview(desk.freezing()).ok).toBe(true);
  });

  test("B-CUST: two in the same second are two records", () => {
    const desk = openHoldDesk();

    const both = [desk.freezes(), desk.freezes(stolen)];

    expect(desk.active()).toEqual(both);
  });

  test("B-CUST: only an open account that is there", () => {
    const desk = openHoldDesk();
    const document = desk.shown("c-1");
    desk.post([{ type: "account.closed", account: "a-1" }]);

    expect(desk.refusal(desk.freezing())).toEqual({ code: "account.closed" });
    expect(
      desk.refusal({
        code: "6008",
        input: {
          action: "freeze",
          account: "a-9",
          channel: "counter",
          document,
          why: "request",
          evidence: [],
        },
      }),
    ).toEqual({ code: "account.unknown" });
  });
});

describe("a customer's freeze ends", () => {
  test("W12, B-CUST: before a supervisor, with the holder and her document there", () => {
    const desk = openHoldDesk();
    const hold = desk.freezes();

    const { decision } = desk.does(desk.unfreezing(hold));

    expect(decision.level).toBe("A2");
    expect(desk.see("hold", hold)).toMatchObject({
      status: "lifted",
      liftedAt: desk.context().now,
    });
    expect(desk.preview(desk.payOut("k-1")).ok).toBe(true);
  });

  test("W12: never by telephone: that request does not exist", () => {
    const desk = openHoldDesk();
    const { input } = desk.unfreezing(desk.freezes());
    const parses = (raw: object) => transactions["6008"].safeParse(raw).success;

    expect(parses(input)).toBe(true);
    expect(parses({ ...input, channel: "phone" })).toBe(false);
    const { identity: _, ...absent } = { identity: undefined, ...input };
    expect(parses(absent)).toBe(false);
    const { signed: __, ...unsigned } = { signed: undefined, ...input };
    expect(parses(unsigned)).toBe(false);
  });

  test("W12: by nobody else, and not with a document that the check calls invalid", () => {
    const desk = openHoldDesk();
    desk.enter(2);
    const hold = desk.freezes();
    const [other, own] = [desk.identity("c-2"), desk.identity("c-1")];

    expect(desk.refusal(desk.unfreezing(hold, { identity: other }))).toEqual({
      code: "identity.mismatch",
    });
    expect(
      desk.refusal(desk.unfreezing(hold, { identity: { ...own, check: "document-invalid" } })),
    ).toEqual({ code: "identity.check-failed", result: "document-invalid" });
  });

  test("W15: of a stolen account, with what the inquiry found", () => {
    const desk = openHoldDesk();
    const hold = desk.freezes(stolen);

    expect(desk.refusal(desk.unfreezing(hold))).toEqual({ code: "hold.finding-needed" });
    const { decision } = desk.does(desk.unfreezing(hold, { finding: "盗用已止损，密码已重置" }));
    expect(decision.level).toBe("A2");
    expect(decision.outcome.facts).toEqual(
      expect.arrayContaining([
        { name: "policeCase", kind: "text", text: "朝公立字第88号" },
        { name: "finding", kind: "text", text: "盗用已止损，密码已重置" },
      ]),
    );
  });

  test("5.4: a loss, an order and a control of the bank do not end here", () => {
    const desk = openHoldDesk();
    const order = desk.ordered(100_00);
    const control = desk.controls();
    const sleep = desk.putToSleep();
    desk.does(desk.formal("k-1"));
    const refused = (hold: string) => desk.refusal(desk.unfreezing(hold));

    expect(refused(`h-${desk.caseOf("k-1")}`)).toEqual({ code: "hold.not-here", source: "loss" });
    expect(refused(order)).toEqual({ code: "hold.not-here", source: "judicial" });
    expect(refused(control)).toEqual({ code: "hold.not-here", source: "bank" });
    expect(refused(sleep)).toEqual({ code: "hold.not-here", source: "bank" });
    expect(refused("h-0")).toEqual({ code: "hold.unknown" });
  });

  test("5.4: not twice", () => {
    const desk = openHoldDesk();
    const hold = desk.freezes();
    desk.does(desk.unfreezing(hold));

    expect(desk.refusal(desk.unfreezing(hold))).toEqual({ code: "hold.lifted" });
  });

  test("U07: the slip speaks of other holds that stay, and never of an order's", () => {
    const note = { name: "note", kind: "term", term: "note.other-holds-stay" };
    const factsOf = (desk: ReturnType<typeof openHoldDesk>) =>
      desk.does(desk.unfreezing(desk.freezes())).decision.outcome.facts;
    const [alone, beside, under] = [openHoldDesk(), openHoldDesk(), openHoldDesk()];
    beside.controls();
    under.ordered(100_00);

    expect(factsOf(beside)).toContainEqual(note);
    expect(factsOf(under)).toEqual(factsOf(alone));
    expect(factsOf(alone)).not.toContainEqual(note);
  });
});
