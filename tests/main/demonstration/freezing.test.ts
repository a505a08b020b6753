import { describe, expect, test } from "vitest";
import { availableBalance } from "#core/account/hold.ts";
import { addDays } from "#core/calendar/business-date.ts";
import { controlled, waiting } from "#core/freeze/queue.ts";
import { lastDayOf } from "#core/freeze/term.ts";
import { known } from "#core/kernel/assert.ts";
import { mayAssist } from "#core/teller/teller.ts";
import { cast, customerId } from "#main/demonstration/cast.ts";
import { freezeCast } from "#main/demonstration/freeze-cast.ts";
import { booksOf, foundedOn, TODAY } from "./founded.ts";

const batches = foundedOn(TODAY);
const books = booksOf(batches);

function ordersOn(number: number) {
  return books.list("freezeOrder", "customer", customerId(number));
}

function accountOf(number: number) {
  const [order] = ordersOn(number);
  return known(books.find("account", order?.account ?? ""), "an order lies on an account");
}

describe("orders of the demonstration", () => {
  test("F03: the second teller has the duty, the first has not, supervisors have it by office", () => {
    const duty = (id: string) => mayAssist(known(books.find("teller", id), "works here"));

    expect(["1001", "1002", "2001", "2002", "3001", "4001"].map(duty)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  test("6001, 6003, 6007: every one was registered by the rules, none by a bare hold", () => {
    const registered = batches.filter(({ entries }) =>
      entries.some(({ type }) => type === "freeze.registered"),
    );
    const judicialHolds = batches.flatMap(({ entries }) =>
      entries.filter(
        (entry) => entry.type === "hold.placed" && entry.hold.source.type === "judicial",
      ),
    );

    expect(registered.map(({ teller }) => teller)).toEqual(registered.map(() => "1002"));
    expect(registered).toHaveLength(8);
    expect(new Set(registered.map(({ code }) => code))).toEqual(new Set(["6001", "6003", "6007"]));
    expect(judicialHolds).toEqual([]);
  });

  test("F06, F08: one is under-covered, took two salaries up, and the police wait behind it", () => {
    const { underCovered } = freezeCast;
    const orders = ordersOn(underCovered);
    const { balance } = accountOf(underCovered);
    const [court] = orders;
    const salaries = batches.flatMap(({ entries }) =>
      entries.filter((entry) => entry.type === "money.posted" && entry.memo === "salary"),
    );

    expect(salaries).toHaveLength(2);
    expect(court && controlled({ balance, orders }).get(court.id)).toBe(balance);
    expect(court && court.rest > balance).toBe(true);
    expect(waiting(orders).map(({ papers }) => papers.organ.kind)).toEqual(["police"]);
  });

  test("F11, F12: one was renewed before its end, once, and keeps its rank", () => {
    const [order] = ordersOn(freezeCast.renewed);
    const [renewal] = order?.renewals ?? [];

    expect(order?.status).toBe("active");
    expect(order?.endsAt).toBe(renewal?.endsAt);
    expect(renewal && renewal.from < renewal.endsAt).toBe(true);
  });

  test("F-ADMIN: one ends tomorrow, by itself", () => {
    const [order] = ordersOn(freezeCast.endsTomorrow);

    expect(order?.status).toBe("active");
    expect(order?.endsAt && lastDayOf(order.endsAt)).toBe(addDays(TODAY, 1));
  });

  test("F-STOP: one is a stop that still runs, 48 hours to the minute", () => {
    const [stop] = ordersOn(freezeCast.stopped);

    expect(stop?.status).toBe("active");
    expect((stop?.endsAt ?? 0) % 60_000).toBe(0);
    expect((stop?.endsAt ?? 0) - (stop?.effectiveAt ?? 0)).toBeGreaterThan(47.9 * 3_600_000);
  });

  test("W13: one account was stolen, and its holder froze it with the police's number", () => {
    const [account] = books.list("account", "customer", customerId(freezeCast.stolen));
    const [hold] = books.list("hold", "account", account?.id ?? "");

    expect(hold).toMatchObject({
      kind: "debit-block",
      status: "active",
      source: { type: "customer", why: "stolen", policeCase: "（演）公刑立字第0000031号" },
    });
  });

  test("T15: what the losses' stories had is held as before: 5,000.00 and 15,000.00", () => {
    const free = (number: number) => {
      const account = accountOf(number);
      const judicial = books
        .list("hold", "account", account.id)
        .filter(({ source }) => source.type === "judicial");
      return account.balance - availableBalance(account, judicial);
    };

    expect(ordersOn(cast.frozenAndLost)).toMatchObject([{ rest: 5_000_00, status: "active" }]);
    expect(free(cast.frozenAndLost)).toBe(
      Math.min(5_000_00, accountOf(cast.frozenAndLost).balance),
    );
    expect(free(cast.amountFrozen)).toBe(15_000_00);
  });
});
