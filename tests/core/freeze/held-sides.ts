import { Hold } from "#core/account/hold.ts";
import { instant } from "#core/calendar/instant.ts";
import { feltAs, holdIdOf } from "#core/freeze/felt-as.ts";
import { FreezeOrder, FreezeStatus } from "#core/freeze/freeze-order.ts";
import type { Held } from "#core/freeze/join.ts";
import { fc } from "#tests/support/fast-check.ts";
import { papersOf } from "#tests/support/freeze-desk.ts";

const START = Date.UTC(2026, 2, 18, 2, 0, 0);
const HOUR_MS = 3_600_000;
const at = (hours: number) => START + hours * HOUR_MS;

const officers = papersOf("court").officers;

/** One of few papers, as some typist wrote it: the same one comes in several hands. */
const anyPapers = fc
  .record({
    kind: fc.constantFrom("court" as const, "police" as const),
    number: fc.nat(2),
    hand: fc.constantFrom(
      (number: number) => `（2026）执${number}号`,
      (number: number) => `〔2026〕 执${number}号`,
    ),
    delivered: fc.nat(3),
  })
  .map(({ kind, number, hand, delivered }) => ({
    organ: { kind, name: "样例机关" },
    documentNumber: hand(number),
    shown: ["notice" as const],
    officers,
    deliveredAt: at(-delivered),
  }));

/** A renewal or a reduction has numbers of its own. */
const laterPaper = (word: string) =>
  fc.nat(2).map((number) => ({
    organ: { kind: "court" as const, name: "样例机关" },
    documentNumber: `${word}字${number}号`,
    shown: ["notice" as const],
    officers,
    deliveredAt: at(number),
  }));

const anyScope = fc.oneof(
  fc.nat(9).map((amount) => ({ type: "amount" as const, amount })),
  fc.constantFrom("debit" as const, "full" as const).map((block) => ({
    type: "account" as const,
    block,
  })),
);

/** An order in any state that one can be in, without a number yet. */
const anyOrder = fc
  .record({
    account: fc.constantFrom("a-1", "a-2"),
    papers: anyPapers,
    scope: anyScope,
    coversInterest: fc.boolean(),
    term: fc.constantFrom(
      { unit: "months" as const, count: 6 },
      { unit: "months" as const, count: 12 },
      { unit: "days" as const, count: 30 },
      { unit: "open" as const },
    ),
    lastDay: fc.option(fc.constantFrom("2027-01-01", "2027-02-01"), { nil: undefined }),
    status: fc.constantFrom(...FreezeStatus.options),
    hasTakenEffect: fc.boolean(),
    from: fc.nat(3),
    lasts: fc.option(fc.integer({ min: 5, max: 9 }), { nil: undefined }),
    part: fc.nat(9),
    deducted: fc.nat(9),
    renewed: fc.uniqueArray(
      fc.record({ papers: laterPaper("续"), endsAt: fc.integer({ min: 10, max: 14 }) }),
      { selector: ({ papers }) => papers.documentNumber, maxLength: 2 },
    ),
    laterPapers: fc.uniqueArray(laterPaper("解"), {
      selector: ({ documentNumber }) => documentNumber,
      maxLength: 2,
    }),
    liftedAfter: fc.integer({ min: 4, max: 9 }),
  })
  .map((drawn) => {
    const { scope, status, lasts, renewed, laterPapers, lastDay } = drawn;
    const isEffective =
      ["active", "released", "deducted"].includes(status) ||
      (status === "expired" && drawn.hasTakenEffect);
    const isRenewed = isEffective && lasts !== undefined;
    const ends = isRenewed ? Math.max(lasts, ...renewed.map(({ endsAt }) => endsAt)) : undefined;
    const order = {
      account: drawn.account,
      customer: "c-1",
      papers: drawn.papers,
      scope,
      coversInterest: drawn.coversInterest,
      term: drawn.term,
      isExtended: false,
      ...(lastDay === undefined ? {} : { lastDay }),
      status,
      ...(isEffective ? { effectiveAt: at(drawn.from) } : {}),
      ...(ends === undefined ? {} : { endsAt: at(ends) }),
      rest: scope.type === "account" ? 0 : Math.min(drawn.part, scope.amount),
      deducted: drawn.deducted,
      renewals: isRenewed
        ? renewed.map(({ papers, endsAt }) => ({
            papers,
            term: drawn.term,
            isExtended: false,
            from: at(5),
            endsAt: at(endsAt),
          }))
        : [],
      ...(laterPapers.length === 0 ? {} : { laterPapers }),
    };
    return { order, liftedAt: at(drawn.liftedAfter) };
  });

/** A hold that is no order's, of any source, by the number that its history counted. */
const anyHold = fc
  .record({
    number: fc.nat(3),
    account: fc.constantFrom("a-1", "a-2"),
    kind: fc.constantFrom("debit-block" as const, "full-block" as const, "amount" as const),
    source: fc.constantFrom(
      { type: "loss" as const, lossCase: "02002603180001" },
      { type: "customer" as const, why: "request" as const },
      { type: "bank" as const, reason: "other" },
      // A hold of an organ behind which no order stands, as the first journals had them.
      { type: "judicial" as const, order: "f-1", organ: "样例机关" },
    ),
    target: fc.nat(9),
    placed: fc.nat(1),
    lifted: fc.option(fc.integer({ min: 2, max: 5 }), { nil: undefined }),
  })
  .map(({ number, account, kind, source, target, placed, lifted }) =>
    Hold.parse({
      id: `h-own-${number}`,
      account,
      kind,
      source,
      ...(kind === "amount" ? { target } : {}),
      placedAt: at(placed),
      ...(lifted === undefined ? { status: "active" } : { status: "lifted", liftedAt: at(lifted) }),
    }),
  );

/**
 * What one history holds: orders that it counted from f-1 on, whose paper it took once on each
 * account, the holds they are felt by, and other holds, each known once.
 */
export const anySide: fc.Arbitrary<Held> = fc
  .record({
    drawn: fc.uniqueArray(anyOrder, {
      selector: ({ order: { account, papers } }) =>
        `${account} ${papers.organ.kind} ${papers.documentNumber.at(-2)}`,
      maxLength: 6,
    }),
    own: fc.uniqueArray(anyHold, {
      selector: ({ account, kind, source, placedAt }) =>
        [account, kind, source.type, placedAt].join(),
      maxLength: 4,
    }),
  })
  .map(({ drawn, own }) => {
    const orders = drawn.map(({ order, liftedAt }, index) => ({
      order: FreezeOrder.parse({ ...order, id: `f-${index + 1}` }),
      liftedAt: instant(liftedAt),
    }));
    const felt = orders.flatMap(({ order, liftedAt }) => {
      const { effectiveAt: placedAt, status } = order;
      if (placedAt === undefined) return [];
      return [feltAs(order, { placedAt, liftedAt: status === "active" ? undefined : liftedAt })];
    });
    const numbered = own.map((hold, index) => ({ ...hold, id: `h-own-${index + 1}` }));
    return { orders: orders.map(({ order }) => order), holds: [...felt, ...numbered] };
  });

/** The hold by which an order of a side is felt. */
export function feltBy({ holds }: Held, { id }: FreezeOrder): Hold | undefined {
  return holds.find((hold) => hold.id === holdIdOf(id));
}
