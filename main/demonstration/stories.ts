import type { Agent } from "#core/agency/agent.ts";
import { addDays, type BusinessDate } from "#core/calendar/business-date.ts";
import type { Holidays } from "#core/calendar/holidays.ts";
import { identityNumberCheck } from "#core/identity/identity-number.ts";
import * as card from "#main/demonstration/card-steps.ts";
import { cast } from "#main/demonstration/cast.ts";
import { oralReportLapsing, writtenReportMaturing } from "#main/demonstration/dates.ts";
import type { Draw } from "#main/demonstration/draw.ts";
import { holdHappenings } from "#main/demonstration/hold-steps.ts";
import * as loss from "#main/demonstration/loss-steps.ts";
import type { Counter, Happening } from "#main/demonstration/visit.ts";

/** How many blank cards the stories use up, all from the box of the teller who serves them. */
export const CARDS_OF_STORIES = 2;

/** Who serves whom: this branch, and the other one for the loss that was reported there (L04). */
export interface Counters {
  readonly here: Counter;
  readonly elsewhere: Counter;
}

/** What the stories are told from. */
export interface Setting extends Counters {
  readonly today: BusinessDate;
  readonly holidays: Holidays;
  readonly draw: Draw;
}

/** All that happened to the cast, in no particular order; every day is counted from `today`. */
export function stories(setting: Setting): readonly Happening[] {
  return [
    ...openCases(setting),
    ...endedCases(setting),
    ...exchanges(setting),
    ...holdHappenings(setting.here, (days) => addDays(setting.today, -days)),
    ...cashMoved(setting),
  ];
}

/** A neighbour who reports for somebody in hospital; of a county that does not exist. */
const agent: Agent = {
  name: "代小例",
  documentKind: "resident-id",
  documentNumber: `11999919880307001${identityNumberCheck("11999919880307001")}`,
  phone: "15400009901",
  relation: "邻居",
  reason: "本人住院，委托代办",
  check: "match-with-photo",
};

/** Cases that still bind a card today, one for each way in which they can go on (5.2). */
function openCases({ today, holidays, here, elsewhere }: Setting): readonly Happening[] {
  const on = (number: number, date: BusinessDate) => ({ number, date });
  const ago = (number: number, days: number) => on(number, addDays(today, -days));
  const lapsing = on(cast.oralLapsesToday, oralReportLapsing(today, holidays));
  const maturing = writtenReportMaturing(today, holidays);

  return [
    loss.reportOrally(lapsing, here, { channel: "phone", reason: "地铁上遗失钱包" }),
    loss.reportInWriting(ago(cast.cardBeingMade, 3), here, {
      numbering: "same",
      reason: "搬家时遗失",
    }),
    loss.orderMade(ago(cast.cardBeingMade, 3), here),
    loss.reportInWriting(on(cast.newNumberDueToday, maturing), here, {
      numbering: "new",
      reason: "被盗",
    }),
    loss.reportInWriting(ago(cast.madeCardWaits, 24), here, {
      numbering: "same",
      reason: "旅途中遗失",
    }),
    loss.orderMade(ago(cast.madeCardWaits, 24), here),
    loss.receiveMade(ago(cast.madeCardWaits, 4), here),
    loss.reportInWriting(ago(cast.slipLost, 6), here, { numbering: "new", reason: "遗失" }),
    loss.reportSlip(ago(cast.slipLost, 2), here),
    loss.reportInWriting(ago(cast.otherBranch, 26), elsewhere, {
      numbering: "new",
      reason: "遗失",
    }),
    loss.reportPin(on(cast.pinForgotten, maturing), here, { kind: "pin", reason: "忘记密码" }),
    loss.reportPin(ago(cast.cardAndPinLost, 4), here, {
      kind: "both",
      reason: "卡与密码一并遗失",
    }),
    loss.reportInWriting(ago(cast.oneOfTwoCards, 27), here, {
      numbering: "new",
      reason: "两张卡遗失其一",
    }),
    loss.reportOrally(ago(cast.oralSinceYesterday, 1), here, {
      channel: "counter",
      reason: "未带证件原件，先行口头挂失",
    }),
    loss.reportInWriting(ago(cast.agentReported, 1), here, {
      numbering: "new",
      reason: "住院期间遗失",
      agent,
    }),
    loss.reportInWriting(ago(cast.frozenAndLost, 28), here, {
      numbering: "new",
      reason: "遗失",
    }),
  ];
}

/** Cases that have ended, one for each end, and what became of the old cards. */
function endedCases({ today, here }: Setting): readonly Happening[] {
  const ago = (number: number, days: number) => ({ number, date: addDays(today, -days) });
  const reason = "遗失";

  return [
    loss.reportInWriting(ago(cast.sameNumberCollected, 95), here, { numbering: "same", reason }),
    loss.orderMade(ago(cast.sameNumberCollected, 95), here),
    loss.receiveMade(ago(cast.sameNumberCollected, 80), here),
    loss.collect(ago(cast.sameNumberCollected, 70), here, "same"),
    card.activate(ago(cast.sameNumberCollected, 70), here),

    loss.reportInWriting(ago(cast.newNumberCollected, 90), here, { numbering: "new", reason }),
    loss.collect(ago(cast.newNumberCollected, 60), here, "new"),
    card.activate(ago(cast.newNumberCollected, 60), here),
    card.keepOldCard(ago(cast.newNumberCollected, 50), here),

    loss.reportOrally(ago(cast.foundAgain, 35), here, { channel: "counter", reason }),
    loss.withdrawOral(ago(cast.foundAgain, 33), here),
    loss.reportOrally(ago(cast.oralLapsed, 45), here, { channel: "phone", reason }),
    loss.reportInWriting(ago(cast.accountClosed, 85), here, { numbering: "new", reason }),
    loss.closeAfterLoss(ago(cast.accountClosed, 55), here),
  ];
}

function exchanges({ today, here }: Setting): readonly Happening[] {
  const ago = (number: number, days: number) => ({ number, date: addDays(today, -days) });
  return [
    card.exchange(ago(cast.exchanged, 75), here, { numbering: "new", reason: "demagnetised" }),
    card.activate(ago(cast.exchanged, 75), here),
    card.exchange(ago(cast.exchangeWaits, 5), here, { numbering: "same", reason: "damaged" }),
    card.lockPin(ago(cast.pinLocked, 2), here),
  ];
}

/** Some who are in no story paid in or drew, so that their pages are not empty. */
function cashMoved({ today, here, draw }: Setting): readonly Happening[] {
  const someDay = (number: number) => ({ number, date: addDays(today, -draw.between(1, 90)) });
  return [
    ...[34, 36, 37, 39, 40].map((number) =>
      card.payIn(someDay(number), here, draw.between(1, 90) * 100_00),
    ),
    ...[35, 38, 41, 42].map((number) => card.payOut(someDay(number), here)),
  ];
}
