import {
  account,
  card,
  customer,
  type RawEntry,
  type RawRecord,
  teller,
} from "#tests/main/ledger/invented.ts";
import { type Counter, openCounter } from "#tests/support/counter.ts";
import { evidenceAt, PIN, requestsAt, verifier } from "#tests/support/loss-requests.ts";

/** The blank pieces of the first teller's box, from the first to the last. */
export const FIRST_SERIAL = "020000000001";
const LAST_SERIAL = "020000000040";

const people = [
  { ...teller(1), role: "teller" },
  { ...teller(2), role: "teller" },
  { ...teller(100), role: "supervisor" },
  { ...teller(101), role: "supervisor" },
  { ...teller(900), role: "branch-head" },
  { ...teller(700), role: "auditor" },
  { ...teller(300), role: "supervisor", branch: "0300" },
] as const;

const founding: readonly RawEntry[] = [
  {
    type: "branch.founded",
    branch: { code: "0200", name: "样例支行", englishName: "Sample Branch", kind: "demonstration" },
  },
  ...people.map((person) => ({ type: "teller.registered", teller: person }) as const),
  {
    type: "stock.placed",
    stock: {
      id: "card:0001",
      kind: "card",
      holder: "0001",
      ranges: [{ first: FIRST_SERIAL, last: LAST_SERIAL }],
    },
  },
  {
    type: "money.posted",
    memo: "opening",
    postings: [
      { account: "cash:0001", amount: -100_000_00 },
      { account: "opening", amount: 100_000_00 },
    ],
  },
];

/** A branch on 18 March 2026 at 10:15 with its people, a box of blank cards and of cash. */
export function openLossDesk() {
  const counter = openCounter();
  counter.at("2026-03-18 10:15:00");
  counter.post(founding);
  return { ...counter, ...evidenceAt(counter), ...requestsAt(counter), ...holdersAt(counter) };
}
export type LossDesk = ReturnType<typeof openLossDesk>;

/** The same with one customer c-1, an account a-1 of 8,000.00 yuan and an active card k-1. */
export function openLossDeskFor(holder: Holder = {}): LossDesk {
  const desk = openLossDesk();
  desk.enter(1, holder);
  return desk;
}

/** How a customer that enters the books differs from the plain one. */
export interface Holder {
  readonly balance?: number;
  readonly customer?: Partial<RawRecord<"customer.registered", "customer">>;
  readonly account?: Partial<RawRecord<"account.opened", "account">>;
  readonly card?: Partial<RawRecord<"card.entered", "card">>;
}

function holdersAt({ post }: Counter) {
  /** Customer c-n with account a-n and card k-n, which is in use. */
  function enter(number: number, holder: Holder = {}): void {
    const [c, a] = [`c-${number}`, `a-${number}`];
    const balance = holder.balance ?? 8_000_00;
    post([
      {
        type: "customer.registered",
        customer: { ...customer(number), documentValidTo: "long-term", ...holder.customer },
      },
      { type: "account.opened", account: { ...account(number, c), ...holder.account } },
      { type: "card.entered", card: { ...plainCard(number, c, a), ...holder.card } },
    ]);
    if (balance > 0) {
      const postings = [
        { account: "opening", amount: -balance },
        { account: a, amount: balance },
      ];
      post([{ type: "money.posted", memo: "opening", postings }]);
    }
  }
  /** Another card k-n on the account of c-1. */
  function another(number: number, over: Holder["card"] = {}): void {
    post([{ type: "card.entered", card: { ...plainCard(number, "c-1", "a-1"), ...over } }]);
  }
  /** A hold that did not come from a loss. */
  function hold(over: Partial<RawRecord<"hold.placed", "hold">> & { readonly id: string }): void {
    post([
      {
        type: "hold.placed",
        hold: {
          account: "a-1",
          kind: "debit-block",
          source: { type: "judicial", order: "（2026）京01执1号", organ: "样例法院" },
          placedAt: Date.UTC(2026, 2, 1),
          status: "active",
          ...over,
        },
      },
    ]);
  }
  return { enter, another, hold };
}

function plainCard(number: number, c: string, a: string): RawRecord<"card.entered", "card"> {
  const of = { account: a, customer: c };
  return { ...card(number, of), validityYears: 10, pinVerifier: verifier(a, PIN) };
}
