import { availableBalance } from "#core/account/hold.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { clockTime, instantAt } from "#core/calendar/instant.ts";
import { type FreezeKindName, FreezePaper } from "#core/freeze/freeze-kind.ts";
import { controlled } from "#core/freeze/queue.ts";
import { teller } from "#tests/main/ledger/invented.ts";
import type { RawInput, RawRequest } from "#tests/support/counter.ts";
import { type Holder, openLossDeskFor } from "#tests/support/loss-desk.ts";

/** A moment in China: "2026-03-18 10:15:00". */
export function moment(when: string): number {
  const [day = "", time = "00:00:00"] = when.split(" ");
  return instantAt(businessDate(day), clockTime(time));
}

type Papers = RawInput<"6001">["papers"];

/** The names of the organs of the tests, by their kind. */
export const organs: { readonly [K in FreezeKindName]: string } = {
  court: "朝阳区人民法院",
  police: "朝阳公安分局",
  procuratorate: "朝阳区人民检察院",
  supervision: "朝阳区监察委员会",
  "state-security": "北京市国家安全局",
  tax: "朝阳区税务局",
  customs: "北京海关",
  csrc: "北京证监局",
  administrative: "朝阳区市场监督管理局",
  terrorism: "北京市公安局反恐总队",
  aml: "中国人民银行北京分行",
  "emergency-stop": "北京市反诈中心",
};

let papersMade = 0;

/** Papers that are in order, of an organ of this kind, with a number of their own. */
export function papersOf(kind: FreezeKindName, over: Partial<Papers> = {}): Papers {
  papersMade += 1;
  return {
    organ: { kind, name: organs[kind] },
    documentNumber: `（2026）第${papersMade}号文`,
    shown: [...FreezePaper.options],
    officers: [
      { name: "经办甲", permit: "京A0001", permitValidTo: "2036-12-31" },
      { name: "经办乙", permit: "京A0002", permitValidTo: "2036-12-31" },
    ],
    deliveredAt: moment("2026-03-18 10:00:00"),
    ...over,
  };
}

/** An order of an amount, in fen; a court's of twelve months unless told otherwise. */
export function orderOf(amount: number, over: Partial<RawInput<"6001">> = {}): RawInput<"6001"> {
  return {
    account: "a-1",
    nameOnNotice: "顾客1",
    papers: papersOf("court"),
    scope: { type: "amount", amount },
    coversInterest: false,
    term: { unit: "months", count: 12 },
    isExtended: false,
    ...over,
  };
}

/** The account to be paid out of a deduction, at another bank. */
export const treasury = {
  name: "朝阳区人民法院执行款专户",
  account: "110000000000000001",
  bank: "样例农村商业银行朝阳支行",
};

/**
 * The loss desk of 18 March 2026 at 10:15 with customer c-1 and account a-1 of 10,000.00 yuan; the
 * teller 0003 with the duty of assistance sits there.
 */
export function openFreezeDesk(holder: Holder = {}) {
  const desk = openLossDeskFor({ balance: 10_000_00, ...holder });
  desk.post([{ type: "teller.registered", teller: { ...teller(3), assists: true } }]);
  desk.seat("0003");

  const idOf = (done: ReturnType<typeof desk.does>) => {
    const entry = done.batch.entries.find(({ type }) => type === "freeze.registered");
    return entry?.type === "freeze.registered" ? entry.freeze.id : "none";
  };
  return {
    ...desk,
    /** Registers an order and returns its reference. */
    freeze: (input: RawInput<"6001">): string => idOf(desk.does({ code: "6001", input })),
    stop: (over: Partial<Papers> = {}, block: "debit" | "full" = "debit"): string =>
      idOf(
        desk.does({
          code: "6007",
          input: {
            action: "stop",
            account: "a-1",
            papers: papersOf("emergency-stop", over),
            block,
          },
        }),
      ),
    release: (order: string, kind: FreezeKindName = "court", amount?: number): RawRequest => ({
      code: "6004",
      input: { order, papers: papersOf(kind), ...(amount === undefined ? {} : { amount }) },
    }),
    renew: (
      order: string,
      term: RawInput<"6002">["term"],
      kind: FreezeKindName = "court",
      over: Partial<RawInput<"6002">> = {},
    ): RawRequest => ({
      code: "6002",
      input: { order, papers: papersOf(kind), term, isExtended: false, ...over },
    }),
    deduct: (order: string, amount: number, kind: FreezeKindName = "court"): RawRequest => ({
      code: "6006",
      input: { order, papers: papersOf(kind), amount, to: treasury },
    }),
    deposit: (amount: number): RawRequest => ({
      code: "3011",
      input: { account: "a-1", amount },
    }),
    order: (id: string) => desk.see("freezeOrder", id),
    status: (id: string) => desk.see("freezeOrder", id).status,
    /** What an order controls now, in fen; undefined unless it is in force. */
    controls: (id: string): number | undefined => {
      const orders = desk.books().list("freezeOrder", "account", "a-1");
      const amounts = controlled({ balance: desk.see("account", "a-1").balance, orders });
      return amounts.get(desk.see("freezeOrder", id).id);
    },
    available: (): number =>
      availableBalance(desk.see("account", "a-1"), desk.books().list("hold", "account", "a-1")),
  };
}
export type FreezeDesk = ReturnType<typeof openFreezeDesk>;
