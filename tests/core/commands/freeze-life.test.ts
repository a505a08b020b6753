import { beforeEach, describe, expect, test } from "vitest";
import { instantFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import {
  type FreezeDesk,
  moment,
  openFreezeDesk,
  orderOf,
  papersOf,
  treasury,
} from "#tests/support/freeze-desk.ts";

let desk: FreezeDesk;
beforeEach(() => {
  desk = openFreezeDesk();
});

const months = (count: number) => ({ unit: "months", count }) as const;
const at = (time: string) => ({ deliveredAt: moment(`2026-03-18 ${time}`) });
const court = (amount: number, time: string) =>
  orderOf(amount, { papers: papersOf("court", at(time)) });
const police = (amount: number, time: string) =>
  orderOf(amount, { papers: papersOf("police", at(time)), term: months(6) });

describe("3.5: two orders on one balance", () => {
  test("the worked example, to the fen", () => {
    const first = desk.freeze(court(6_000_00, "09:00:00"));
    expect([desk.controls(first), desk.available()]).toEqual([6_000_00, 4_000_00]);

    const second = desk.freeze(police(8_000_00, "09:30:00"));
    expect([desk.controls(second), desk.available()]).toEqual([4_000_00, 0]);

    desk.does(desk.deposit(3_000_00));
    expect([desk.controls(first), desk.controls(second)]).toEqual([6_000_00, 7_000_00]);
    expect(desk.available()).toBe(0);

    desk.does(desk.release(first));
    expect([desk.controls(second), desk.available()]).toEqual([8_000_00, 5_000_00]);
  });

  test("WAIT_WHOLE: the second waits while the rest is one fen short of it", () => {
    desk.set({ freezeSecondAmount: "WAIT_WHOLE" });
    desk.freeze(court(6_000_00, "09:00:00"));
    const second = desk.freeze(police(4_000_01, "09:30:00"));
    expect([desk.status(second), desk.available()]).toEqual(["waiting", 4_000_00]);

    desk.does(desk.deposit(1));

    expect([desk.status(second), desk.available()]).toEqual(["active", 0]);
  });

  test("WAIT_WHOLE: the second takes effect where the rest is the whole of it", () => {
    desk.set({ freezeSecondAmount: "WAIT_WHOLE" });
    desk.freeze(court(6_000_00, "09:00:00"));

    expect(desk.status(desk.freeze(police(4_000_00, "09:30:00")))).toBe("active");
  });

  test("COVER_REST: the second waits where nothing is left, and takes the first fen that comes", () => {
    desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(5_000_00, "09:30:00"));
    expect(desk.status(second)).toBe("waiting");

    desk.does(desk.deposit(1));

    expect([desk.status(second), desk.controls(second)]).toEqual(["active", 1]);
  });

  test("F06: an order on an empty account takes effect and takes up what comes in", () => {
    const empty = openFreezeDesk({ balance: 0 });
    const order = empty.freeze(orderOf(500_00));
    expect([empty.status(order), empty.controls(order)]).toEqual(["active", 0]);

    empty.does(empty.deposit(501_00));

    expect([empty.controls(order), empty.available()]).toEqual([500_00, 1_00]);
  });

  test("F10: what was delivered first ranks first, though it was registered second", () => {
    const later = desk.freeze(court(8_000_00, "09:30:00"));
    const earlier = desk.freeze(police(6_000_00, "09:00:00"));

    expect([desk.controls(earlier), desk.controls(later)]).toEqual([6_000_00, 4_000_00]);
  });

  test("F10: a small order never passes a large one that waits before it", () => {
    desk.set({ freezeSecondAmount: "WAIT_WHOLE" });
    desk.freeze(court(6_000_00, "09:00:00"));
    desk.freeze(police(8_000_00, "09:30:00"));

    expect(desk.status(desk.freeze(orderOf(1, { papers: papersOf("tax"), term: months(6) })))).toBe(
      "waiting",
    );
  });

  test("3.5: the receipt of a deposit says what is available after those that wait took it up", () => {
    desk.freeze(court(10_000_00, "09:00:00"));
    desk.freeze(police(5_000_00, "09:30:00"));

    const { decision } = desk.does(desk.deposit(6_000_00));

    expect(decision.outcome.facts).toContainEqual(moneyFact("availableAfter", 1_000_00 as never));
    expect(desk.available()).toBe(1_000_00);
  });
});

describe("6004 release", () => {
  test("F09: lets the next take effect in the same posting; its term begins then (F18)", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(5_000_00, "09:30:00"));
    desk.at("2026-08-31 11:00:00");

    const { batch } = desk.does(desk.release(first));

    expect(batch.entries.map(({ type }) => type)).toContain("freeze.took-effect");
    expect(desk.order(second)).toMatchObject({
      status: "active",
      effectiveAt: moment("2026-08-31 11:00:00"),
      endsAt: moment("2027-03-01"),
    });
  });

  test("F09: the preview says who takes effect, with how much and until when", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const papers = papersOf("police", { ...at("09:30:00"), documentNumber: "京公冻字5号" });
    desk.freeze(orderOf(5_000_00, { papers, term: months(6) }));

    const preview = desk.preview(desk.release(first));

    expect(preview.ok && preview.value.outcome.facts).toEqual(
      expect.arrayContaining([
        moneyFact("controlled", 0 as never),
        moneyFact("availableAfter", 5_000_00 as never),
        textFact("promoted", "朝阳公安分局 京公冻字5号"),
        moneyFact("promotedControls", 5_000_00 as never),
        instantFact("promotedUntil", moment("2026-09-19") as never),
        termFact("note", "note.judicial-freeze-stays"),
      ]),
    );
  });

  test("F07: by another organ is refused, though it be of the same kind", () => {
    const order = desk.freeze(orderOf(1));
    const organ = { kind: "court", name: "海淀区人民法院" } as const;

    expect(desk.refusal(desk.release(order, "police"))).toEqual({
      code: "freeze.other-organ",
      organ: "朝阳区人民法院",
    });
    expect(
      desk.refusal({ code: "6004", input: { order, papers: papersOf("court", { organ }) } }),
    ).toEqual({ code: "freeze.other-organ", organ: "朝阳区人民法院" });
  });

  test("5.4: of a part leaves the rest held; of one fen more than the rest is refused", () => {
    const order = desk.freeze(orderOf(6_000_00));

    desk.does(desk.release(order, "court", 2_000_00));

    expect([desk.controls(order), desk.available()]).toEqual([4_000_00, 6_000_00]);
    expect(desk.refusal(desk.release(order, "court", 4_000_01))).toEqual({
      code: "freeze.over-rest",
      rest: 4_000_00,
    });
    desk.does(desk.release(order, "court", 4_000_00));
    expect(desk.status(order)).toBe("released");
  });

  test("5.4: of nothing, or of a part of a whole account, is refused", () => {
    const order = desk.freeze(orderOf(6_000_00));
    const other = openFreezeDesk();
    const whole = other.freeze(orderOf(1, { scope: { type: "account", block: "debit" } }));

    expect(desk.refusal(desk.release(order, "court", 0))).toEqual({ code: "freeze.amount-zero" });
    expect(other.refusal(other.release(whole, "court", 1))).toEqual({ code: "freeze.no-part" });
    other.does(other.release(whole));
    expect(other.available()).toBe(10_000_00);
  });

  test("frees neither the loss hold nor another organ's order", () => {
    const order = desk.freeze(court(1_000_00, "09:00:00"));
    const other = desk.freeze(police(2_000_00, "09:30:00"));
    desk.hold({ id: "h-loss", source: { type: "loss", lossCase: "02002603180001" } });

    desk.does(desk.release(order));

    expect(desk.see("hold", "h-loss").status).toBe("active");
    expect(desk.see("hold", `h-${other}`).status).toBe("active");
    expect(desk.see("hold", `h-${order}`).status).toBe("lifted");
    expect(desk.available()).toBe(0);
  });

  test("of what is not there, waits or is over is refused", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(1, "09:30:00"));

    expect(desk.refusal(desk.release("f-9999"))).toEqual({ code: "freeze.unknown" });
    expect(desk.refusal(desk.release(second, "police"))).toEqual({
      code: "freeze.not-active",
      status: "waiting",
    });
    desk.does(desk.release(first));
    expect(desk.refusal(desk.release(first))).toEqual({
      code: "freeze.not-active",
      status: "released",
    });
  });

  test("by a teller without the duty is refused before anything is said of the order", () => {
    desk.seat("0001");

    expect(desk.refusal(desk.release("f-9999"))).toEqual({ code: "freeze.not-allowed" });
  });
});

describe("6002 renewal", () => {
  test("F11, F12: moves the end of the same order and keeps its rank", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(5_000_00, "09:30:00"));
    desk.at("2027-03-18 23:59:59");

    desk.does(desk.renew(first, months(12)));

    expect(desk.order(first)).toMatchObject({ status: "active", endsAt: moment("2028-03-19") });
    expect(desk.order(first).renewals).toHaveLength(1);
    desk.at("2027-03-19 00:00:00");
    expect(desk.preview(desk.deposit(1)).ok).toBe(true);
    expect([desk.status(first), desk.status(second)]).toEqual(["active", "waiting"]);
  });

  test("F11: one second late it is refused, for the order ended by itself", () => {
    const order = desk.freeze(orderOf(1));
    desk.at("2027-03-19 00:00:00");

    expect(desk.refusal(desk.renew(order, months(12)))).toEqual({
      code: "freeze.ended",
      endsAt: moment("2027-03-19"),
    });
  });

  test("F11: late it stays refused when the clock is moved back", () => {
    const order = desk.freeze(orderOf(1));
    desk.at("2027-03-19 00:00:00");
    desk.refusal(desk.renew(order, months(12)));
    desk.at("2027-03-18 12:00:00");

    expect(desk.refusal(desk.renew(order, months(12)))).toMatchObject({ code: "freeze.ended" });
  });

  test("F12: only one is pending; the next is asked for once the first end is past", () => {
    const order = desk.freeze(orderOf(1));
    desk.does(desk.renew(order, months(12)));

    expect(desk.refusal(desk.renew(order, months(12)))).toEqual({ code: "freeze.renewal-pending" });
    desk.at("2027-03-18 23:59:59");
    expect(desk.refusal(desk.renew(order, months(12)))).toEqual({ code: "freeze.renewal-pending" });
    desk.at("2027-03-19 00:00:00");
    expect(desk.refusal(desk.renew(order, months(12)))).toBeUndefined();
  });

  test("F12: a release of the order voids its pending renewal", () => {
    const order = desk.freeze(orderOf(1));
    desk.does(desk.renew(order, months(12)));

    desk.does(desk.release(order));

    expect([desk.status(order), desk.available()]).toEqual(["released", 10_000_00]);
  });

  test("F07: by another organ, or of a waiting order, is refused", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(1, "09:30:00"));

    expect(desk.refusal(desk.renew(first, months(6), "police"))).toMatchObject({
      code: "freeze.other-organ",
    });
    expect(desk.refusal(desk.renew(second, months(6), "police"))).toEqual({
      code: "freeze.not-active",
      status: "waiting",
    });
  });
});

describe("expiry", () => {
  test("F11: comes by the clock alone, and the hold ends at the end and not when it was seen", () => {
    const order = desk.freeze(orderOf(1));
    desk.at("2027-06-01");

    desk.preview(desk.deposit(1));

    expect(desk.status(order)).toBe("expired");
    expect(desk.see("hold", `h-${order}`)).toMatchObject({
      status: "lifted",
      liftedAt: moment("2027-03-19"),
    });
  });

  test("F09: one after the other takes effect at the end before it, though nobody was there", () => {
    const [first, second, third] = [
      desk.freeze(court(10_000_00, "09:00:00")),
      desk.freeze(police(10_000_00, "09:10:00")),
      desk.freeze(
        orderOf(10_000_00, {
          papers: papersOf("administrative", at("09:20:00")),
          term: { unit: "days", count: 30 },
        }),
      ),
    ];
    desk.at("2027-10-01");

    desk.preview(desk.deposit(1));

    expect(desk.order(first).status).toBe("expired");
    expect(desk.order(second)).toMatchObject({
      status: "expired",
      effectiveAt: moment("2027-03-19"),
      endsAt: moment("2027-09-20"),
    });
    expect(desk.order(third)).toMatchObject({
      status: "active",
      effectiveAt: moment("2027-09-20"),
      endsAt: moment("2027-10-21"),
    });
  });

  test("an order whose last day passes while it waits never takes effect", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze({ ...police(1, "09:30:00"), lastDay: "2026-04-30" });
    desk.at("2026-04-30 23:59:59");
    desk.preview(desk.deposit(1));
    expect(desk.status(second)).toBe("waiting");
    desk.at("2026-05-01 00:00:00");

    desk.preview(desk.release(first));

    expect(desk.order(second).status).toBe("expired");
    expect(desk.books().find("hold", `h-${second}`)).toBeUndefined();
  });

  test("F09: at one and the same end the one that waits goes too, and takes no effect", () => {
    desk.freeze({ ...court(10_000_00, "09:00:00"), lastDay: "2026-04-30" });
    const second = desk.freeze({ ...police(1, "09:30:00"), lastDay: "2026-04-30" });
    desk.at("2026-05-01 00:00:00");

    desk.preview(desk.deposit(1));

    expect(desk.order(second)).toMatchObject({ status: "expired" });
    expect(desk.order(second).effectiveAt).toBeUndefined();
  });

  test("a clock moved back brings no ended order to life", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.at("2027-03-19 00:00:00");
    desk.preview(desk.deposit(1));
    desk.at("2026-12-01 00:00:00");

    expect(desk.available()).toBe(10_000_00);
    expect(desk.refusal(desk.release(order))).toMatchObject({ code: "freeze.ended" });
  });
});

describe("6005 cancelling a waiting order", () => {
  test("closes the queue up and leaves the others", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(1, "09:30:00"));
    const third = desk.freeze(orderOf(1, { papers: papersOf("tax"), term: months(6) }));

    const { decision } = desk.does({
      code: "6005",
      input: { order: second, papers: papersOf("police") },
    });

    expect(decision.level).toBe("A2");
    expect([first, second, third].map(desk.status)).toEqual(["active", "cancelled", "waiting"]);
    const { decision: next } = desk.does({
      code: "6003",
      input: police(1, "10:00:01"),
    });
    expect(next.outcome.facts).toContainEqual(textFact("queue", "2"));
  });

  test("WAIT_WHOLE: lets a smaller one behind it take effect", () => {
    desk.set({ freezeSecondAmount: "WAIT_WHOLE" });
    desk.freeze(court(6_000_00, "09:00:00"));
    const large = desk.freeze(police(8_000_00, "09:30:00"));
    const small = desk.freeze(orderOf(4_000_00, { papers: papersOf("tax"), term: months(6) }));

    desk.does({ code: "6005", input: { order: large, papers: papersOf("police") } });

    expect([desk.status(large), desk.status(small)]).toEqual(["cancelled", "active"]);
  });

  test("F07: by another organ, or of an order in force, is refused", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(1, "09:30:00"));
    const cancel = (order: string, kind: "court" | "police") =>
      desk.refusal({ code: "6005", input: { order, papers: papersOf(kind) } });

    expect(cancel(first, "court")).toEqual({ code: "freeze.not-waiting" });
    expect(cancel(second, "court")).toMatchObject({ code: "freeze.other-organ" });
  });
});

describe("6006 deduction", () => {
  test("F13: takes within what the order controls, to the organ's account, and no fen more", () => {
    const order = desk.freeze(orderOf(6_000_00));

    expect(desk.refusal(desk.deduct(order, 6_000_01))).toEqual({
      code: "freeze.over-controlled",
      controlled: 6_000_00,
    });
    const { decision } = desk.does(desk.deduct(order, 6_000_00));

    expect(decision.level).toBe("A3");
    expect(desk.order(order)).toMatchObject({ status: "deducted", rest: 0, deducted: 6_000_00 });
    expect(desk.see("account", "a-1").balance).toBe(4_000_00);
    expect(desk.see("branchBalance", "clearing").balance).toBe(6_000_00);
    expect(desk.available()).toBe(4_000_00);
  });

  test("of a part leaves the rest to be held, from money that is still to come", () => {
    const order = desk.freeze(orderOf(12_000_00));

    desk.does(desk.deduct(order, 10_000_00));

    expect(desk.order(order)).toMatchObject({ status: "active", rest: 2_000_00 });
    desk.does(desk.deposit(2_500_00));
    expect([desk.controls(order), desk.available()]).toEqual([2_000_00, 500_00]);
  });

  test("takes nothing of what an older order controls", () => {
    const older = desk.freeze(police(6_000_00, "09:00:00"));
    const order = desk.freeze(court(8_000_00, "09:30:00"));

    expect(desk.refusal(desk.deduct(order, 4_000_01))).toEqual({
      code: "freeze.over-controlled",
      controlled: 4_000_00,
    });
    desk.does(desk.deduct(order, 4_000_00));

    expect(desk.controls(older)).toBe(6_000_00);
  });

  test("of a whole account leaves it frozen", () => {
    const order = desk.freeze(orderOf(1, { scope: { type: "account", block: "full" } }));

    desk.does(desk.deduct(order, 10_000_00));

    expect(desk.order(order)).toMatchObject({ status: "active", deducted: 10_000_00 });
    expect(desk.see("account", "a-1").balance).toBe(0);
  });

  test("goes on over a loss hold, which is not the organ's", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.hold({ id: "h-loss", source: { type: "loss", lossCase: "02002603180001" } });

    desk.does(desk.deduct(order, 1));

    expect(desk.see("hold", "h-loss").status).toBe("active");
  });

  test("by an organ without the power, or of nothing, is refused", () => {
    const first = desk.freeze(police(1_00, "09:00:00"));
    const second = desk.freeze(court(1_00, "09:30:00"));

    expect(desk.refusal(desk.deduct(first, 1, "police"))).toEqual({ code: "freeze.deducts-not" });
    expect(desk.refusal(desk.deduct(second, 0))).toEqual({ code: "freeze.amount-zero" });
  });

  test("goes to an account of ours in the name the paper gives, and never to itself", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.enter(2);
    const into = (id: string, name: string) => {
      const { number } = desk.see("account", id);
      const to = { name, account: number };
      return {
        code: "6006",
        input: { order, papers: papersOf("court"), amount: 1_00, to },
      } as const;
    };

    expect(desk.refusal(into("a-1", "顾客1"))).toEqual({ code: "freeze.pays-itself" });
    expect(desk.refusal(into("a-2", treasury.name))).toEqual({ code: "freeze.name-differs" });
    desk.does(into("a-2", "顾客2"));
    expect(desk.see("account", "a-2").balance).toBe(8_001_00);
  });
});

describe("6007 emergency stop", () => {
  test("F-STOP: holds 48 hours to the minute", () => {
    desk.at("2026-03-18 10:15:37");
    const stop = desk.stop();

    expect(desk.order(stop).endsAt).toBe(moment("2026-03-20 10:15:00"));
    desk.at("2026-03-20 10:14:59");
    desk.preview(desk.deposit(1));
    expect([desk.status(stop), desk.available()]).toEqual(["active", 0]);
    desk.at("2026-03-20 10:15:00");
    desk.preview(desk.deposit(1));
    expect([desk.status(stop), desk.available()]).toEqual(["expired", 10_000_00]);
  });

  test("F-STOP: is extended once for 48 hours more, and not twice", () => {
    const stop = desk.stop();
    const extend = () =>
      ({
        code: "6007",
        input: { action: "extend", order: stop, papers: papersOf("emergency-stop") },
      }) as const;

    desk.does(extend());

    expect(desk.order(stop).endsAt).toBe(moment("2026-03-22 10:15:00"));
    desk.at("2026-03-21 10:15:00");
    expect(desk.refusal(extend())).toEqual({ code: "freeze.renewals-used", atMost: 1 });
  });

  test("F-STOP: is not extended a minute late", () => {
    const stop = desk.stop();
    desk.at("2026-03-20 10:15:00");

    expect(
      desk.refusal({
        code: "6007",
        input: { action: "extend", order: stop, papers: papersOf("emergency-stop") },
      }),
    ).toEqual({ code: "freeze.ended", endsAt: moment("2026-03-20 10:15:00") });
  });

  test("takes effect beside a court's order and keeps nobody waiting", () => {
    const first = desk.freeze(court(6_000_00, "09:00:00"));
    const stop = desk.stop();
    const second = desk.freeze(police(4_000_00, "10:05:00"));

    expect([first, stop, second].map(desk.status)).toEqual(["active", "active", "active"]);
    expect([desk.controls(stop), desk.controls(second)]).toEqual([0, 4_000_00]);
  });

  test("has its own transaction, and other orders have theirs", () => {
    const stop = desk.stop();
    const order = desk.freeze(orderOf(1));
    const hours = { unit: "hours", count: 48 } as const;

    expect(desk.refusal(desk.renew(stop, hours, "emergency-stop"))).toEqual({
      code: "freeze.use-instead",
      transaction: "6007",
    });
    expect(
      desk.refusal({
        code: "6007",
        input: { action: "extend", order, papers: papersOf("court") },
      }),
    ).toEqual({ code: "freeze.use-instead", transaction: "6002" });
    expect(
      desk.refusal({
        code: "6007",
        input: { action: "stop", account: "a-1", papers: papersOf("police"), block: "full" },
      }),
    ).toEqual({ code: "freeze.use-instead", transaction: "6001" });
  });
});

describe("6012 assisted query", () => {
  const query = (over: Parameters<typeof papersOf>[1] = {}) =>
    ({
      code: "6012",
      input: { customer: "c-1", papers: papersOf("court", over), asked: "账户余额及流水" },
    }) as const;

  test("F15: is entered in the register with paper, officers and what was asked", () => {
    const { decision, batch } = desk.does(query());

    expect(decision).toMatchObject({ level: "A2", slip: "freeze-receipt" });
    expect(batch.entries).toContainEqual(
      expect.objectContaining({
        type: "freeze.assisted",
        customer: "c-1",
        asked: "账户余额及流水",
      }),
    );
    expect(desk.available()).toBe(10_000_00);
  });

  test("F03: rests on permits and notice; a ruling is for measures", () => {
    expect(
      desk.refusal(query({ shown: ["work-permit", "execution-permit", "notice"] })),
    ).toBeUndefined();
    expect(desk.refusal(query({ shown: ["work-permit", "notice"] }))).toEqual({
      code: "freeze.paper-missing",
      paper: "execution-permit",
    });
  });

  test("F02: by one officer, of nobody, from the future or before a teller without the duty is refused", () => {
    const [first, second] = papersOf("court").officers;
    const twice = [first, { ...second, permit: first.permit }] as const;

    expect(desk.refusal(query({ officers: [...twice] }))).toEqual({
      code: "freeze.one-officer-twice",
    });
    expect(desk.refusal(query({ deliveredAt: moment("2026-03-18 10:15:01") }))).toEqual({
      code: "freeze.delivered-later",
    });
    expect(desk.refusal({ code: "6012", input: { ...query().input, customer: "c-9" } })).toEqual({
      code: "customer.unknown",
    });
    desk.seat("0001");
    expect(desk.refusal(query())).toEqual({ code: "freeze.not-allowed" });
  });
});
