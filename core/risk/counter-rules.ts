import { daysBetween } from "#core/calendar/business-date.ts";
import type { Card } from "#core/card/card.ts";
import { isCurrent } from "#core/card/card.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { maskDocumentNumber, maskPhone } from "#core/identity/mask.ts";
import type { Phone } from "#core/identity/phone.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { Deed } from "#core/risk/deed.ts";
import { daysBefore, minutesBefore, type RiskRule } from "#core/risk/rule.ts";
import { agentIn } from "#core/risk/signals.ts";

/** R07: a transaction of somebody whom this teller found by a card number typed, not swiped. */
export const manualCardEntry: RiskRule<"manual-card-entry"> = {
  id: "manual-card-entry",
  on: ["posted"],
  find(deed, signals, { minutes, times }) {
    const typed = signals.since("typed-card", deed.teller, minutesBefore(deed, minutes));
    if (typed.length < times) return undefined;
    const customer = deed.customers().find((id) => typed.some((sign) => sign.customer === id));
    return customer && { customer, facts: { times: typed.length, minutes } };
  },
};

/** R02: a further card, or a channel, for somebody who has many cards already. */
export const manyCards: RiskRule<"many-cards"> = {
  id: "many-cards",
  on: ["posted", "own"],
  find(deed, _signals, { cards: most }) {
    for (const customer of gettersOf(deed)) {
      const cards = deed.books.list("card", "customer", customer).filter(isCurrent).length;
      if (cards >= most) return { customer, facts: { cards } };
    }
    return undefined;
  },
};

/** R02: a telephone that several customers have reserved gets, or opens, one thing more. */
export const sharedPhone: RiskRule<"shared-phone"> = {
  id: "shared-phone",
  on: ["posted", "own"],
  find(deed, _signals, { customers: most }) {
    for (const { customer, phone } of phonesIn(deed)) {
      const having = deed.books.list("customer", "phone", phone).map(({ id }) => id);
      const customers = new Set([...having, customer]).size;
      if (customers >= most) return { customer, facts: { customers, phone: maskPhone(phone) } };
    }
    return undefined;
  },
};

/** R17: a channel is opened on the day on which the account was, or a few days later. */
export const accountAndChannelSameDay: RiskRule<"account-and-channel-same-day"> = {
  id: "account-and-channel-same-day",
  on: ["posted", "own"],
  find(deed, _signals, { days }) {
    for (const entry of deed.entries) {
      const customer = openerOf(entry, deed);
      if (!customer) continue;
      const ages = deed.books
        .list("account", "customer", customer)
        .filter(({ life }) => life === "open")
        .map(({ openedOn }) => daysBetween(openedOn, deed.today))
        .filter((age) => age >= 0);
      const age = Math.min(...ages);
      if (age <= days) return { customer, facts: { days: age } };
    }
    return undefined;
  },
};

/** R17, R19: soon after a card was replaced, more may be paid than before. */
export const replacedThenRaised: RiskRule<"replaced-then-raised"> = {
  id: "replaced-then-raised",
  on: ["posted", "own"],
  find: (deed, _signals, { days }) => afterReplacement(deed, days, raiserOf),
};

/** R17, R19: soon after a card was replaced, the bank is to write to another telephone. */
export const replacedThenPhone: RiskRule<"replaced-then-phone"> = {
  id: "replaced-then-phone",
  on: ["posted", "own"],
  find: (deed, _signals, { days }) => afterReplacement(deed, days, phoneChangerOf),
};

/** R02: one person acts for several customers, be it for reports or by the register. */
export const recurringAgent: RiskRule<"recurring-agent"> = {
  id: "recurring-agent",
  on: ["posted"],
  find(deed, signals, { days, customers: most }) {
    for (const entry of deed.entries) {
      const agent = agentIn(entry, deed.books);
      if (!agent) continue;
      const { number, customer } = agent;
      const before = signals.since("agent", number, daysBefore(deed, days));
      const customers = new Set([...before.map((sign) => sign.customer), customer]).size;
      if (customers >= most) {
        return { customer, facts: { customers, days, agent: maskDocumentNumber(number) } };
      }
    }
    return undefined;
  },
};

/** Whoever gets a card or a channel by this. */
function gettersOf({ entries, books }: Deed): readonly CustomerId[] {
  return entries.flatMap((entry) => {
    if (entry.type === "card.entered") return isCurrent(entry.card) ? entry.card.customer : [];
    if (entry.type === "card.handed-over") return books.find("card", entry.card)?.customer ?? [];
    return openerOf(entry, { books }) ?? [];
  });
}

/** Whoever gets a channel by which money can leave: a bank at home, e支付, or an account for e钱包. */
function openerOf(entry: Entry, { books }: Pick<Deed, "books">): CustomerId | undefined {
  if (entry.type === "e-bank.opened") return entry.customer;
  if (entry.type === "e-pay.applied") return entry.applied.customer;
  if (entry.type === "wallet.certified") return books.find("wallet", entry.wallet)?.customer;
  return undefined;
}

/** Telephones that get something by this: become somebody's own, or carry a channel from now on. */
function phonesIn(deed: Deed): readonly { readonly customer: CustomerId; readonly phone: Phone }[] {
  return deed.entries.flatMap((entry) => {
    if (entry.type === "customer.phone-changed") {
      return { customer: entry.customer, phone: entry.phone };
    }
    if (entry.type === "wallet.registered") {
      return { customer: entry.registered.customer, phone: entry.registered.phone };
    }
    const customer = openerOf(entry, deed);
    const phone = customer && deed.books.find("customer", customer)?.phone;
    return customer && phone ? { customer, phone } : [];
  });
}

function afterReplacement(
  deed: Deed,
  days: number,
  whose: (entry: Entry, deed: Deed) => CustomerId | undefined,
) {
  for (const entry of deed.entries) {
    const customer = whose(entry, deed);
    if (!customer) continue;
    const ages = replacedOf(deed, customer).map(({ issuedOn }) =>
      daysBetween(issuedOn, deed.today),
    );
    const age = Math.min(...ages.filter((one) => one >= 0));
    if (age <= days) return { customer, facts: { days: age } };
  }
  return undefined;
}

/** The cards that came instead of others, each known by the one that it replaced. */
function replacedOf({ books }: Deed, customer: CustomerId): readonly Card[] {
  return books
    .list("card", "customer", customer)
    .flatMap(({ life, replacedBy }) =>
      life === "replaced" && replacedBy ? (books.find("card", replacedBy) ?? []) : [],
    );
}

/** Whose limits rise, or who may pay where it was closed, or to whom. */
function raiserOf(entry: Entry, { books }: Deed): CustomerId | undefined {
  switch (entry.type) {
    case "e-bank.switched":
      return entry.on ? entry.customer : undefined;
    case "e-bank.payee-agreed":
      return entry.customer;
    case "e-pay.limited": {
      const before = books.find("ePay", entry.enrolment);
      const isRaised =
        before !== undefined &&
        (entry.limits.single > before.limits.single || entry.limits.day > before.limits.day);
      return isRaised ? before.customer : undefined;
    }
    default:
      return undefined;
  }
}

function phoneChangerOf(entry: Entry, { books }: Deed): CustomerId | undefined {
  if (entry.type === "customer.phone-changed") return entry.customer;
  if (entry.type === "e-pay.phone-changed") {
    return books.find("ePay", entry.enrolment)?.customer;
  }
  return undefined;
}
