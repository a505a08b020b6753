import { beforeEach, describe, expect, test } from "vitest";
import {
  instantFact,
  moneyFact,
  orderFact,
  periodFact,
  termFact,
  textFact,
} from "#core/slip/facts.ts";
import type { RawInput } from "#tests/support/counter.ts";
import {
  type FreezeDesk,
  moment,
  openFreezeDesk,
  orderOf,
  papersOf,
} from "#tests/support/freeze-desk.ts";

let desk: FreezeDesk;
beforeEach(() => {
  desk = openFreezeDesk();
});

const refusal = (input: RawInput<"6001">) => desk.refusal({ code: "6001", input });

describe("F05: the notice agrees with the account", () => {
  test("in the holder's name", () => {
    expect(refusal(orderOf(1, { nameOnNotice: "顾客2" }))).toEqual({ code: "freeze.name-differs" });
    expect(refusal(orderOf(1, { nameOnNotice: "顾客 １" }))).toBeUndefined();
  });

  test("in the branch", () => {
    const other = openFreezeDesk({ account: { branch: "0300" } });

    expect(other.refusal({ code: "6001", input: orderOf(1) })).toEqual({
      code: "freeze.other-branch",
      branch: "0300",
    });
  });

  test("in an account that there is and that is open", () => {
    const closed = openFreezeDesk({ account: { life: "closed" } });

    expect(refusal(orderOf(1, { account: "a-9" }))).toEqual({ code: "account.unknown" });
    expect(closed.refusal({ code: "6001", input: orderOf(1) })).toEqual({ code: "account.closed" });
  });

  test("in figures and words of the amount", () => {
    const words = (amountInWords: string) => orderOf(1_234_50, { amountInWords });

    expect(refusal(words("人民币壹仟贰佰叁拾肆圆伍角正"))).toBeUndefined();
    expect(refusal(words("壹仟贰佰叁拾肆元伍角整"))).toBeUndefined();
    expect(refusal(words("壹仟贰佰叁拾肆元整"))).toEqual({ code: "freeze.words-differ" });
  });

  test("and an amount in words on an order of the whole account agrees with nothing", () => {
    const scope = { type: "account", block: "full" } as const;

    expect(refusal(orderOf(1, { scope, amountInWords: "壹元整" }))).toEqual({
      code: "freeze.words-differ",
    });
  });
});

describe("the amount", () => {
  test("is not nothing, and may be one fen", () => {
    expect(refusal(orderOf(0))).toEqual({ code: "freeze.amount-zero" });
    expect(refusal(orderOf(1))).toBeUndefined();
  });

  test("is whole fen and within the column, or the request is malformed", () => {
    expect(() => refusal(orderOf(0.5))).toThrow();
    expect(() => refusal(orderOf(10_000_000_000_001))).toThrow();
    expect(refusal(orderOf(10_000_000_000_000))).toBeUndefined();
  });
});

describe("the notice's own last day", () => {
  test("prevails over the term, and the order ends with it at 24:00", () => {
    const id = desk.freeze(orderOf(1, { lastDay: "2026-05-20" }));

    expect(desk.order(id).endsAt).toBe(moment("2026-05-21"));
  });

  test("may be today and not yesterday", () => {
    expect(refusal(orderOf(1, { lastDay: "2026-03-18" }))).toBeUndefined();
    expect(refusal(orderOf(1, { lastDay: "2026-03-17" }))).toEqual({
      code: "freeze.last-day-past",
    });
  });

  test("is within the longest term of the kind", () => {
    expect(refusal(orderOf(1, { lastDay: "2027-03-18" }))).toBeUndefined();
    expect(refusal(orderOf(1, { lastDay: "2027-03-19" }))).toEqual({
      code: "freeze.term-too-long",
      unit: "months",
      count: 12,
    });
  });
});

describe("the last day that a notice prints may be any day of the calendar", () => {
  const until = (
    kind: "court" | "customs" | "aml",
    term: RawInput<"6001">["term"],
    lastDay: string,
  ) => refusal(orderOf(1, { papers: papersOf(kind), term, lastDay }));
  const open = { unit: "open" } as const;
  const hours = { unit: "hours", count: 48 } as const;

  test("and the very last of all is too long for a court, as any other beyond its year", () => {
    expect(until("court", { unit: "months", count: 12 }, "9999-12-31")).toEqual({
      code: "freeze.term-too-long",
      unit: "months",
      count: 12,
    });
  });

  test("F-CUST: without an end by law it lies within a hundred years", () => {
    const tooFar = { code: "freeze.term-too-long", unit: "months", count: 1200 };

    expect(until("customs", open, "2126-03-18")).toBeUndefined();
    expect(until("customs", open, "2126-03-19")).toEqual(tooFar);
    expect(until("customs", open, "9999-12-31")).toEqual(tooFar);
  });

  test("F-AML: of 48 hours it is a day before the one on which the hours end", () => {
    const tooLong = { code: "freeze.term-too-long", unit: "hours", count: 48 };

    expect(until("aml", hours, "2026-03-19")).toBeUndefined();
    expect(until("aml", hours, "2026-03-20")).toEqual(tooLong);
    expect(until("aml", hours, "9999-12-31")).toEqual(tooLong);
  });
});

describe("6003 waiting", () => {
  const waiting = (input: RawInput<"6003">) => ({ code: "6003", input }) as const;

  test("F08: is refused where there is nothing to wait for", () => {
    expect(desk.refusal(waiting(orderOf(1)))).toEqual({ code: "freeze.nothing-to-wait-for" });
  });

  test("F08: is taken behind an order that leaves nothing", () => {
    desk.freeze(orderOf(10_000_00));

    const { batch } = desk.does(waiting(orderOf(1)));

    expect(batch.entries[0]).toMatchObject({ freeze: { status: "waiting", rest: 1 } });
    expect(batch.entries[0]).not.toHaveProperty("freeze.endsAt");
  });
});

describe("6001 and its receipt", () => {
  test("F06, F16: states what is controlled of the target, what is left and the end", () => {
    const { decision } = desk.does({ code: "6001", input: orderOf(12_000_00) });

    expect(decision.slip).toBe("freeze-receipt");
    expect(decision.outcome.facts).toEqual(
      expect.arrayContaining([
        textFact("organ", "朝阳区人民法院"),
        moneyFact("target", 12_000_00 as never),
        moneyFact("controlled", 10_000_00 as never),
        moneyFact("availableAfter", 0 as never),
        instantFact("freezeEnds", moment("2027-03-19") as never),
      ]),
    );
  });

  test("F10: of one that waits states its place, and by whom and until when it is frozen", () => {
    const documentNumber = "（2026）京01执7号";
    desk.freeze(orderOf(10_000_00, { papers: papersOf("court", { documentNumber }) }));
    const input = orderOf(1, {
      papers: papersOf("police"),
      term: { unit: "months", count: 6 },
      lastDay: "2026-04-30",
    });

    const { decision } = desk.does({ code: "6001", input });

    expect(decision.outcome.facts).toEqual(
      expect.arrayContaining([
        textFact("queue", "1"),
        moneyFact("controlled", 0 as never),
        orderFact("frozenBy", {
          organ: "朝阳区人民法院",
          documentNumber,
          until: moment("2027-03-19") as never,
        }),
        instantFact("waitsUntil", moment("2026-05-01") as never),
      ]),
    );
    expect(decision.outcome.facts.map(({ name }) => name)).not.toContain("termAsked");
  });

  test("F10: of each order before it says whose, by which paper and until when in one line", () => {
    const number = (documentNumber: string) => ({ documentNumber });
    const open = { unit: "open" } as const;
    const paper = papersOf("customs", number("京关停字1号"));
    desk.freeze(orderOf(4_000_00, { papers: paper, term: open }));
    desk.freeze(orderOf(6_000_00, { papers: papersOf("court", number("（2026）京01执7号")) }));

    const { decision } = desk.does({ code: "6003", input: orderOf(1) });

    expect(decision.outcome.facts.filter(({ name }) => name === "frozenBy")).toEqual([
      orderFact("frozenBy", {
        ...{ organ: "北京海关", documentNumber: "京关停字1号", until: undefined },
      }),
      orderFact("frozenBy", {
        organ: "朝阳区人民法院",
        documentNumber: "（2026）京01执7号",
        until: moment("2027-03-19") as never,
      }),
    ]);
  });

  test("F18: of one that waits states the term that begins when it takes effect", () => {
    desk.freeze(orderOf(10_000_00));
    const asked = (kind: "police" | "customs", term: RawInput<"6001">["term"]) => {
      const preview = desk.preview({
        code: "6003",
        input: orderOf(1, { papers: papersOf(kind), term }),
      });
      return preview.ok ? preview.value.outcome.facts : [];
    };
    const months = { unit: "months", count: 6 } as const;

    expect(asked("police", months)).toContainEqual(periodFact("termAsked", months));
    expect(asked("customs", { unit: "open" })).toContainEqual(
      termFact("termAsked", "freeze-term.open"),
    );
  });

  test("F06: says that the balance falls short only of one in force, and only where it does", () => {
    const short = termFact("note", "note.freeze-takes-up-credits");
    const factsOf = (amount: number) => {
      const preview = desk.preview({ code: "6001", input: orderOf(amount) });
      return preview.ok ? preview.value.outcome.facts : [];
    };

    expect(factsOf(10_000_00)).not.toContainEqual(short);
    expect(factsOf(10_000_01)).toContainEqual(short);
    desk.freeze(orderOf(10_000_00));
    expect(factsOf(1)).toContainEqual(termFact("note", "note.freeze-waits-its-turn"));
    expect(factsOf(1)).not.toContainEqual(short);
  });

  test.each([
    [true, "covers-interest.yes"],
    [false, "covers-interest.no"],
  ] as const)(
    "F04: whether interest is covered is kept and on the receipt: %s",
    (coversInterest, said) => {
      const { decision, batch } = desk.does({
        code: "6001",
        input: orderOf(1, { coversInterest }),
      });

      const slips = batch.entries.flatMap((entry) =>
        entry.type === "slip.issued" ? [entry.slip] : [],
      );
      expect(desk.order("f-1").coversInterest).toBe(coversInterest);
      for (const facts of [decision.outcome.facts, slips[0]?.facts]) {
        expect(facts?.filter(({ name }) => name === "coversInterest")).toEqual([
          termFact("coversInterest", said),
        ]);
      }
    },
  );

  test("F04: a paper that does not say whether it covers interest is not taken", () => {
    const { coversInterest: _unsaid, ...input } = orderOf(1);

    expect(() => desk.refusal({ code: "6001", input: input as never })).toThrow();
  });

  test("F16: an order is felt as a hold of its own", () => {
    const id = desk.freeze(orderOf(6_000_00));

    expect(desk.see("hold", `h-${id}`)).toMatchObject({
      account: "a-1",
      kind: "amount",
      target: 6_000_00,
      status: "active",
      source: { type: "judicial", order: id, organ: "朝阳区人民法院" },
    });
  });

  test("3.5: the whole account is blocked for debits, or for credits too", () => {
    const debit = desk.freeze(orderOf(1, { scope: { type: "account", block: "debit" } }));
    const other = openFreezeDesk();
    const full = other.freeze(orderOf(1, { scope: { type: "account", block: "full" } }));

    expect(desk.see("hold", `h-${debit}`).kind).toBe("debit-block");
    expect(other.see("hold", `h-${full}`).kind).toBe("full-block");
    expect(desk.refusal(desk.deposit(1))).toBeUndefined();
    expect(other.refusal(other.deposit(1))).toEqual({ code: "account.credit-blocked" });
  });

  test("a stop of hours is registered as such and not here", () => {
    const papers = papersOf("emergency-stop");

    expect(refusal(orderOf(1, { papers, term: { unit: "hours", count: 48 } }))).toEqual({
      code: "freeze.use-instead",
      transaction: "6007",
    });
  });
});
