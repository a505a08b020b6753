import { known } from "#core/kernel/assert.ts";
import { teller } from "#tests/main/ledger/invented.ts";
import type { Done, RawInput, RawRequest } from "#tests/support/counter.ts";
import { orderOf, papersOf } from "#tests/support/freeze-desk.ts";
import type { Online } from "#tests/support/online-customers.ts";
import { type OnlineDesk, openOnlineDeskFor } from "#tests/support/online-desk.ts";

type Acts<C extends "6008" | "6009", A> = Extract<RawInput<C>, { readonly action: A }>;
export type RawFreeze = Acts<"6008", "freeze">;
export type RawUnfreeze = Acts<"6008", "unfreeze">;
export type RawControl = Acts<"6009", "place">;

/**
 * The online desk of 18 March 2026 at 10:15 with c-1: 8,000.00 yuan on a-1, card k-1, both channels
 * open. The teller has the duty of assistance, so that every kind of hold can be placed here.
 */
export function openHoldDesk(customer: Online = {}) {
  const desk = openOnlineDeskFor(customer);
  desk.post([{ type: "teller.registered", teller: { ...teller(1), assists: true } }]);
  return { ...desk, ...requestsAt(desk), ...holdsAt(desk) };
}
export type HoldDesk = ReturnType<typeof openHoldDesk>;

/** Every request about holds that are no orders, complete and right unless told otherwise. */
function requestsAt(desk: OnlineDesk) {
  const identityAt = (account: string) => desk.identity(desk.see("account", account).customer);
  return {
    freezing: (over: Partial<RawFreeze> = {}): RawRequest => {
      const account = over.account ?? "a-1";
      const { document } = identityAt(account);
      const input = { action: "freeze", account, channel: "counter", document } as const;
      return { code: "6008", input: { ...input, why: "request", evidence: [], ...over } };
    },
    unfreezing: (hold: string, over: Partial<RawUnfreeze> = {}): RawRequest => {
      const identity = identityAt(desk.books().find("hold", hold)?.account ?? "a-1");
      return {
        code: "6008",
        input: { action: "unfreeze", hold, identity, signed: true, ...over },
      };
    },
    controlling: (over: Partial<RawControl> = {}): RawRequest => ({
      code: "6009",
      input: {
        action: "place",
        account: "a-1",
        control: "non-counter",
        reason: "unusual-movement",
        words: "夜间多笔小额试探",
        notice: "phone",
        ...over,
      },
    }),
    lifting: (hold: string): RawRequest => ({
      code: "6009",
      input: { action: "lift", hold, words: "已核实本人交易" },
    }),
    /** The court takes its order back, by the hold that it is felt by. */
    releasing: (hold: string): RawRequest => ({
      code: "6004",
      input: { order: hold.slice(2), papers: papersOf("court") },
    }),
    waking: (over: Partial<RawInput<"6010">> = {}): RawRequest => {
      const account = over.account ?? "a-1";
      const identity = identityAt(desk.books().find("account", account) ? account : "a-1");
      return { code: "6010", input: { account, identity, signed: true, ...over } };
    },
    transferring: (over: Partial<RawInput<"3013">> = {}): RawRequest => ({
      code: "3013",
      input: {
        account: "a-1",
        payeeName: "样例公司",
        payeeAccount: "6228480000000000018",
        amount: 100_00,
        swipe: desk.swipe("k-1"),
        pin: desk.pin("a-1"),
        ...over,
      },
    }),
  };
}

function holdsAt(desk: OnlineDesk) {
  const { freezing, controlling } = requestsAt(desk);
  return {
    /** The customer's own hold on a-1; its number. */
    freezes: (over: Partial<RawFreeze> = {}): string => placedBy(desk.does(freezing(over))),
    /** A control of the bank's on a-1; its number. */
    controls: (over: Partial<RawControl> = {}): string => placedBy(desk.does(controlling(over))),
    /** A court's order of an amount on a-1; the number of the hold it is felt by. */
    ordered: (amount: number): string => {
      const done = desk.does({ code: "6001", input: orderOf(amount) });
      const entry = done.batch.entries.find(({ type }) => type === "freeze.registered");
      return entry?.type === "freeze.registered" ? `h-${entry.freeze.id}` : "";
    },
    /** The bank's hold because a-1 sleeps, as the demonstration's history has it. */
    putToSleep: (kind: "debit-block" | "full-block" = "debit-block"): string => {
      desk.hold({ id: "h-dormant", kind, source: { type: "bank", reason: "dormant" } });
      return "h-dormant";
    },
    /** The numbers of the holds on a-1 that are active. */
    active: (): readonly string[] =>
      desk
        .books()
        .list("hold", "account", "a-1")
        .filter(({ status }) => status === "active")
        .map(({ id }) => id),
  };
}

function placedBy({ batch }: Done): string {
  const placed = batch.entries.flatMap((entry) =>
    entry.type === "hold.placed" ? [entry.hold.id] : [],
  );
  return known(placed[0], "a hold was placed");
}

/**
 * A branch where a-1 of c-1 last moved on 18 March 2021, with `balance` fen; today is the day asked
 * for. By its years it may sleep, by nothing else.
 */
export function openSilentDesk(today: string, balance = 100_00, over: Online["account"] = {}) {
  const base = openHoldDesk({
    balance: 0,
    account: { balance, openedOn: "2021-03-18", lastMovedOn: "2021-03-18", ...over },
  });
  base.at(`${today} 10:15:00`);
  return base;
}
