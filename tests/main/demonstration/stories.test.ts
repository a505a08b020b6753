import { describe, expect, test } from "vitest";
import { addDays } from "#core/calendar/business-date.ts";
import { dateOf } from "#core/calendar/instant.ts";
import type { Card } from "#core/card/card.ts";
import { known } from "#core/kernel/assert.ts";
import type { LossCase } from "#core/loss/loss-case.ts";
import { cast, customerId } from "#main/demonstration/cast.ts";
import { booksOf, foundedOn, TODAY } from "./founded.ts";

const books = booksOf(foundedOn(TODAY));

function caseOf(number: number): LossCase {
  return known(books.list("lossCase", "customer", customerId(number))[0], "a case in the story");
}

function cardsOf(number: number): readonly Card[] {
  return books.list("card", "customer", customerId(number));
}

function holdsOf(number: number) {
  return books
    .list("account", "customer", customerId(number))
    .flatMap(({ id }) => books.list("hold", "account", id));
}

function orderOf(number: number) {
  return books.list("order", "customer", customerId(number))[0];
}

describe("cases that wait for the presenter", () => {
  test("T06, T08: one said by phone lapses tonight and still binds its card", () => {
    expect(caseOf(cast.oralLapsesToday)).toMatchObject({
      status: "oral-active",
      channel: "phone",
      oralLastDay: TODAY,
    });
    expect(cardsOf(cast.oralLapsesToday)).toMatchObject([{ loss: "oral", life: "active" }]);
    expect(holdsOf(cast.oralLapsesToday)).toMatchObject([
      { kind: "debit-block", status: "active" },
    ]);
  });

  test("L01, T06: one written eight days ago for a new number can be collected since today", () => {
    const lossCase = caseOf(cast.newNumberDueToday);

    expect(lossCase).toMatchObject({ status: "matured", numbering: "new", maturesOn: TODAY });
    expect(lossCase.formalOn).toBe(addDays(TODAY, -8));
    expect(books.find("slip", lossCase.slip ?? "")).toMatchObject({
      kind: "loss-application",
      code: "4002",
      status: "valid",
    });
  });

  test("L06: one waits for a card of the same number that is being made", () => {
    expect(caseOf(cast.cardBeingMade)).toMatchObject({
      status: "formal-waiting",
      numbering: "same",
      order: orderOf(cast.cardBeingMade)?.id,
    });
    expect(orderOf(cast.cardBeingMade)).toMatchObject({ status: "ordered", custodians: [] });
  });

  test("V10, M25: one can be collected at once, its made card kept by two people", () => {
    const [lost, made] = cardsOf(cast.madeCardWaits);

    expect(caseOf(cast.madeCardWaits)).toMatchObject({ status: "matured", numbering: "same" });
    expect(orderOf(cast.madeCardWaits)).toMatchObject({
      status: "arrived",
      newCard: made?.id,
      custodians: ["1001", "1002"],
    });
    expect(made).toMatchObject({ life: "made", pan: lost?.pan, sequence: 2, trackVersion: 2 });
  });

  test("T13: one lost its slip: the old is void, a new one is valid, a new term runs", () => {
    const lossCase = caseOf(cast.slipLost);
    const slips = books
      .all("slip")
      .filter(({ facts }) =>
        facts.some((fact) => fact.kind === "text" && fact.text === lossCase.number),
      );

    expect(lossCase).toMatchObject({
      status: "formal-waiting",
      slipLost: true,
      maturesOn: addDays(TODAY, 6),
    });
    expect(slips.map(({ code, status }) => [code, status])).toEqual([
      ["4002", "void"],
      ["4005", "valid"],
    ]);
    expect(lossCase.slip).toBe(slips[1]?.number);
  });

  test("L04: one was reported at another branch, whose number it bears", () => {
    const lossCase = caseOf(cast.otherBranch);

    expect(lossCase).toMatchObject({ branch: "0202", status: "matured" });
    expect(lossCase.number.slice(0, 4)).toBe("0202");
    expect(books.find("teller", "1201")).toBeUndefined();
  });

  test("T10, T20: one forgot the PIN, one lost PIN and card", () => {
    expect(caseOf(cast.pinForgotten)).toMatchObject({ kind: "pin", status: "matured" });
    expect(cardsOf(cast.pinForgotten)).toMatchObject([{ pin: "lost", loss: "none" }]);
    expect(caseOf(cast.cardAndPinLost)).toMatchObject({ kind: "both", status: "formal-waiting" });
    expect(cardsOf(cast.cardAndPinLost)).toMatchObject([{ pin: "lost", loss: "formal" }]);
  });

  test("5.2: the loss of one of two cards stops that card and not the account", () => {
    expect(holdsOf(cast.oneOfTwoCards)).toMatchObject([{ kind: "stop-voucher", status: "active" }]);
    expect(cardsOf(cast.oneOfTwoCards).map(({ loss }) => loss)).toEqual(["formal", "none"]);
  });

  test("T09: one was reported by an agent, identified as well as the holder", () => {
    expect(caseOf(cast.agentReported).agent).toMatchObject({
      relation: "邻居",
      check: "match-with-photo",
    });
  });

  test("T15, T36: one is on an account that a court holds an amount of", () => {
    expect(caseOf(cast.frozenAndLost).status).toBe("matured");
    expect(holdsOf(cast.frozenAndLost).map(({ kind, source }) => [kind, source.type])).toEqual([
      ["amount", "judicial"],
      ["debit-block", "loss"],
    ]);
  });
});

describe("cases that have ended", () => {
  test("L11, L13: a card of the same number was collected, and the lost one is replaced by it", () => {
    const [lost, collected] = cardsOf(cast.sameNumberCollected);

    expect(caseOf(cast.sameNumberCollected).status).toBe("closed-replaced");
    expect(lost).toMatchObject({ life: "replaced", replacedBy: collected?.id });
    expect(collected).toMatchObject({ life: "active", pan: lost?.pan, trackVersion: 2 });
    expect(orderOf(cast.sameNumberCollected)?.status).toBe("handed-over");
  });

  test("L07, L14: a card of a new number was collected, and the old one kept when it turned up", () => {
    const [lost, collected] = cardsOf(cast.newNumberCollected);

    expect(lost).toMatchObject({ life: "retained", replacedBy: collected?.id });
    expect(collected).toMatchObject({ life: "active", sequence: 1 });
    expect(collected?.pan).not.toBe(lost?.pan);
  });

  test("T08, T12: one report was withdrawn, one lapsed, and neither binds its card", () => {
    expect(caseOf(cast.foundAgain).status).toBe("withdrawn");
    expect(caseOf(cast.oralLapsed).status).toBe("lapsed");
    expect([...holdsOf(cast.foundAgain), ...holdsOf(cast.oralLapsed)]).toMatchObject([
      { status: "lifted" },
      { status: "lifted" },
    ]);
    expect([...cardsOf(cast.foundAgain), ...cardsOf(cast.oralLapsed)]).toMatchObject([
      { loss: "none", life: "active" },
      { loss: "none", life: "active" },
    ]);
  });

  test("T08: the lapse was written down on the first second after the last day", () => {
    const lapsed = foundedOn(TODAY).find(({ entries }) =>
      entries.some(
        (entry) =>
          entry.type === "loss.lapsed" && entry.lossCase === caseOf(cast.oralLapsed).number,
      ),
    );
    const lastDay = known(caseOf(cast.oralLapsed).oralLastDay, "an oral report has a last day");

    expect(lapsed).toMatchObject({ teller: "system", businessDate: addDays(lastDay, 1) });
    expect(dateOf(known(lapsed, "it lapsed").recordedAt)).toBe(addDays(lastDay, 1));
  });

  test("T11: one ended with the account, empty and without a card", () => {
    const [account] = books.list("account", "customer", customerId(cast.accountClosed));

    expect(caseOf(cast.accountClosed).status).toBe("closed-account");
    expect(account).toMatchObject({ life: "closed", balance: 0 });
    expect(cardsOf(cast.accountClosed)).toMatchObject([{ life: "cancelled" }]);
  });

  test("D03: every step that needed a second person has one, and used the word up", () => {
    const steps = foundedOn(TODAY).filter(({ code }) => code === "4002" || code === "4007");

    expect(steps.length).toBeGreaterThan(10);
    expect(steps.every(({ approvers }) => approvers.length === 1)).toBe(true);
    expect(books.all("grant").every(({ status }) => status === "used")).toBe(true);
  });
});

describe("other cards and accounts", () => {
  test("3.5: holds of courts, police, bank and customer lie on different accounts", () => {
    const holds = (number: number) =>
      holdsOf(number).map(({ kind, source }) => [kind, source.type]);

    expect(holds(cast.amountFrozen)).toEqual([["amount", "judicial"]]);
    expect(holds(cast.accountFrozen)).toEqual([["debit-block", "judicial"]]);
    expect(holds(cast.counterOnly)).toEqual([["non-counter", "bank"]]);
    expect(holds(cast.blockedByCustomer)).toEqual([["debit-block", "customer"]]);
    expect(holds(cast.suspected)).toEqual([["debit-block", "bank"]]);
    expect(holds(cast.creditsStopped)).toEqual([["credit-block", "bank"]]);
  });

  test("3.6: one account sleeps: nothing has moved on it for more than five years", () => {
    const [account] = books.list("account", "customer", customerId(cast.dormant));

    expect(holdsOf(cast.dormant)).toMatchObject([
      { kind: "full-block", source: { reason: "dormant" } },
    ]);
    expect(account && account.lastMovedOn < "2021-03-18").toBe(true);
  });

  test("T25: three wrong PINs have locked a card", () => {
    expect(cardsOf(cast.pinLocked)).toMatchObject([{ pin: "locked", pinFailures: 3 }]);
  });

  test("T33: a card at sequence nine can have no successor of its number", () => {
    expect(cardsOf(cast.sequenceNine)).toMatchObject([{ sequence: 9, life: "active" }]);
  });

  test("T30, T32: one exchange is done, one card is ordered while the old one works", () => {
    expect(cardsOf(cast.exchanged).map(({ life }) => life)).toEqual(["replaced", "active"]);
    expect(orderOf(cast.exchangeWaits)).toMatchObject({
      status: "ordered",
      purpose: { type: "exchange", reason: "damaged" },
    });
    expect(cardsOf(cast.exchangeWaits)).toMatchObject([{ life: "active", loss: "none" }]);
  });

  test("T35: relations followed the cards that were replaced", () => {
    const [, now] = cardsOf(cast.newNumberCollected);
    const relations = books.list("relation", "customer", customerId(cast.newNumberCollected));

    expect(relations.length).toBeGreaterThan(0);
    expect(relations.every(({ card }) => card === now?.id)).toBe(true);
  });
});
