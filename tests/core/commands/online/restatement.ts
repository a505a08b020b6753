import { bill, purchase, type RawOrder, transfer } from "#tests/support/online-customers.ts";

/** What the bank chose for a random history: small figures, so that every limit is met. */
export interface Choice {
  /** Whether the customer has logged in once before. */
  readonly startsActive: boolean;
  readonly uses: number;
  readonly dayWrong: number;
  readonly totalWrong: number;
  readonly totalMode: "CONSECUTIVE" | "CUMULATIVE";
  readonly countMode: "SUCCESS" | "ATTEMPT";
  readonly cellReuse: boolean;
  readonly unansweredPerDay: number;
}

/** The limits of a random history, in fen, and the cells of its card: three by three, by two. */
export const SINGLE = 200_00;
export const DAY = 400_00;
const CELLS = 9;
const ASKED = 2;

/** The payments of a random history. The last but one is too much, the last goes to c-2. */
export const orders: readonly (RawOrder & { readonly amount: number })[] = [
  transfer,
  purchase,
  bill,
  { ...transfer, amount: SINGLE },
  { ...transfer, amount: SINGLE + 1 },
  { kind: "transfer", payeeName: "顾客2", payeeAccount: "02000004000000002", amount: 60_00 },
];

export const channels = ["internet-bank", "wap-bank", "shop"] as const;

/** One payment as it is asked for or answered: which order, and where. */
export interface Wish {
  readonly order: number;
  readonly channel: (typeof channels)[number];
}

/**
 * What a customer's card and account are worth, told once more in the plainest way: no books, no
 * entries, no types of the business, only numbers and the sentences of the source.
 */
export function tellPlainly(rules: Choice) {
  let [isActive, isLost, isHeld] = [rules.startsActive, false, false];
  let [money, paid, paidDay] = [350_00, 0, ""];
  let [used, run, today, wrongDay, lock, lockDay] = [0, 0, 0, "", "none", ""];
  let [left, leftDay] = [0, ""];
  let seen = new Set<string>();
  const closed = new Set<string>();
  let asked: { key: string; id: string; cells: string; until: number; done: boolean } | undefined;

  /** A new day forgets what was counted for the old one (P17). */
  function wake(day: string): void {
    if (wrongDay !== day) today = 0;
    if (lock === "day" && lockDay !== day) lock = "none";
    if (paidDay !== day) paid = 0;
    if (leftDay !== day) left = 0;
  }
  const isWorn = () => used >= rules.uses || (!rules.cellReuse && CELLS - seen.size < ASKED);
  const keyOf = ({ order, channel }: Wish) => `${channel}:${order}`;
  const orderOf = ({ order }: Wish) => orders[order] ?? transfer;

  type Conditions = readonly (readonly [string, boolean])[];
  const firstUnmet = (conditions: Conditions) => conditions.find(([, isMet]) => !isMet)?.[0];
  function cardConditions({ channel, ...wish }: Wish): Conditions {
    const { kind } = orderOf({ channel, ...wish });
    return [
      ["e-bank.not-in-channel", channel !== "shop" || kind === "purchase"],
      ["e-bank.card-not-usable", !isLost],
      ["password-card.not-activated", isActive],
      ["password-card.exhausted", !isWorn()],
      ["password-card.locked", lock !== "hard"],
      ["password-card.locked-today", lock !== "day"],
    ];
  }
  function moneyConditions(wish: Wish): Conditions {
    const { kind, amount } = orderOf(wish);
    const which = kind === "transfer" ? "outward-transfer" : "e-commerce";
    return [
      ["e-bank.switch-closed", !closed.has(which)],
      ["e-bank.over-single-limit", amount <= SINGLE],
      ["e-bank.over-day-limit", paid + amount <= DAY],
      ["account.debit-blocked", !isHeld],
      ["account.short", amount <= money],
    ];
  }

  return {
    wake,
    logIn: (channel: Wish["channel"]) => {
      isActive = isActive || channel !== "shop";
    },
    lose: () => {
      isLost = !isLost;
    },
    hold: () => {
      isHeld = !isHeld;
    },
    close(which: string): string {
      const word = closed.has(which) ? "e-bank.switch-already" : "closed";
      closed.add(which);
      return word;
    },
    earn: () => {
      money += 120_00;
    },
    /** What asking comes to, and which cells it must show: these, or any others. */
    ask(wish: Wish): { readonly word: string; readonly cells: string | undefined } {
      const isOther = asked !== undefined && !asked.done && asked.key !== keyOf(wish);
      const word = firstUnmet([
        ...cardConditions(wish),
        ...moneyConditions(wish),
        ["challenge.too-many-unanswered", !isOther || left < rules.unansweredPerDay],
      ]);
      const again = asked && !asked.done && !isOther ? asked.cells : undefined;
      return { word: word ?? "challenged", cells: word ? undefined : again };
    },
    /** Cells were shown for a payment. */
    shown(
      wish: Wish,
      { id, cells, until }: { id: string; cells: string; until: number },
      day: string,
    ) {
      const isOther = asked !== undefined && !asked.done && asked.key !== keyOf(wish);
      if (isOther) [left, leftDay] = [left + 1, day];
      asked = { key: keyOf(wish), id, cells, until, done: false };
    },
    /** What answering comes to, and everything it changes. */
    answer(
      wish: Wish,
      { id, typed, now, day }: { id: string; typed: string; now: number; day: string },
    ): string {
      const unmet = firstUnmet([
        ...cardConditions(wish),
        ["challenge.unknown", asked?.id === id],
        ["challenge.answered", asked?.done === false],
        ["challenge.expired", now <= (asked?.until ?? 0)],
        ...moneyConditions(wish),
        ["challenge.elements-changed", asked?.key === keyOf(wish)],
        ["challenge.answer-malformed", typed !== "malformed"],
      ]);
      if (unmet !== undefined || !asked) return unmet ?? "challenge.unknown";
      if (typed === "wrong") return err(day);

      const { amount } = orderOf(wish);
      [money, paid, paidDay] = [money - amount, paid + amount, day];
      [used, today, run] = [used + 1, 0, rules.totalMode === "CONSECUTIVE" ? 0 : run];
      seen = new Set([...seen, ...asked.cells.split(",")]);
      asked = { ...asked, done: true };
      return "paid";
    },
    counts: () => ({
      ...{ money, used, run, lock },
      life: isWorn() ? "exhausted" : isActive ? "active" : "issued-inactive",
    }),
  };

  function err(day: string): string {
    [run, today, wrongDay] = [run + 1, today + 1, day];
    if (rules.countMode === "ATTEMPT") used += 1;
    if (run >= rules.totalWrong) {
      lock = "hard";
      return "password-card.locked";
    }
    if (today >= rules.dayWrong) {
      [lock, lockDay] = ["day", day];
      return "password-card.locked-today";
    }
    return isWorn() ? "password-card.exhausted" : "password-card.wrong-answer";
  }
}
export type Plain = ReturnType<typeof tellPlainly>;
