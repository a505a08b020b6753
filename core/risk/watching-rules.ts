import { isWrongAnswer, ownPaymentsIn, placeOf } from "#core/risk/deed.ts";
import { daysBefore, minutesBefore, type RiskRule } from "#core/risk/rule.ts";
import { type Sign, whoseAnswer } from "#core/risk/signals.ts";

/** R23: wrong PINs, codes or cells of several customers at one terminal: somebody tries them out. */
export const wrongAnswersAcrossCustomers: RiskRule<"wrong-answers-across-customers"> = {
  id: "wrong-answers-across-customers",
  on: ["posted", "refused", "own"],
  find(deed, signals, { minutes, times, customers: most }) {
    // Only what is about an answer itself: not every later transaction of the counter.
    const answered = deed.entries.some((one) => isWrongAnswer(one) || isRightAnswer(one.type));
    if (!answered) return undefined;

    const before = signals.since(
      "wrong-answer",
      placeOf(deed.teller),
      minutesBefore(deed, minutes),
    );
    const own = deed.entries.flatMap((entry) =>
      isWrongAnswer(entry) ? (whoseAnswer(entry, deed.books) ?? []) : [],
    );
    const all = [...before.map(({ customer }) => customer), ...own];
    const customers = new Set(all).size;
    if (all.length < times || customers < most) return undefined;
    const customer = own[0] ?? deed.customers()[0];
    return {
      ...(customer ? { customer } : {}),
      facts: { times: all.length, customers, minutes },
    };
  },
};

/** R23: numbers of several customers were shown in full, and none of them was served. */
export const unmaskedWithoutTransaction: RiskRule<"unmasked-without-transaction"> = {
  id: "unmasked-without-transaction",
  on: ["looked"],
  find(deed, signals, { minutes, customers: most }) {
    const [shown] = deed.entries.flatMap((entry) =>
      entry.type === "customer.revealed" ? [entry.customer] : [],
    );
    if (!shown) return undefined;

    const from = minutesBefore(deed, minutes);
    const served = signals.since("served", deed.teller, from).map(({ customer }) => customer);
    const seen = signals.since("unmasked", deed.teller, from).map(({ customer }) => customer);
    const customers = [...new Set([...seen, shown])].filter((id) => !served.includes(id)).length;
    return served.includes(shown) || customers < most
      ? undefined
      : { customer: shown, facts: { customers, minutes } };
  },
};

/** W04: a payment far above what she pays as a rule, or one of several within minutes. */
export const unusualPayment: RiskRule<"unusual-payment"> = {
  id: "unusual-payment",
  on: ["own"],
  find(deed, signals, { days, least, factor, from, minutes, times }) {
    const [payment] = ownPaymentsIn(deed.entries, deed.books);
    if (!payment) return undefined;

    const { customer, amount } = payment;
    const paid = signals.since("paid", customer, daysBefore(deed, days));
    const usual = usualOf(paid);
    const isLarge = paid.length >= least && amount >= from && amount >= factor * usual;
    if (isLarge) return { customer, facts: { amount, usual, factor } };

    const lately = paid.filter(({ at }) => at >= minutesBefore(deed, minutes)).length + 1;
    return lately >= times ? { customer, facts: { amount, times: lately, minutes } } : undefined;
  },
};

/** What she pays as a rule, in fen: the middle of what she paid, so that one large sum makes no rule. */
function usualOf(paid: readonly Sign[]): number {
  const amounts = paid.map(({ amount = 0 }) => amount).sort((left, right) => left - right);
  return amounts[Math.floor((amounts.length - 1) / 2)] ?? 0;
}

function isRightAnswer(type: string): boolean {
  return type === "card.pin-passed" || type === "sms-code.used";
}
