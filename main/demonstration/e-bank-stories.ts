import { addDays } from "#core/calendar/business-date.ts";
import { bringOver } from "#main/demonstration/brought-over.ts";
import { payIn } from "#main/demonstration/card-steps.ts";
import { cast, numberOf } from "#main/demonstration/cast.ts";
import type { Draw } from "#main/demonstration/draw.ts";
import * as bank from "#main/demonstration/e-bank-steps.ts";
import { evening } from "#main/demonstration/evening.ts";
import { drawOrder, type HomePayment, newBook } from "#main/demonstration/home-payment.ts";
import type { IntakePlan } from "#main/demonstration/intake-plan.ts";
import type { When } from "#main/demonstration/loss-steps.ts";
import type { Setting } from "#main/demonstration/stories.ts";
import { openTimeDeposit } from "#main/demonstration/time-deposit.ts";
import type { Happening } from "#main/demonstration/visit.ts";

/** How many pieces these stories use up, all from the box of the teller who serves them. */
export const PIECES_OF_E_BANK_STORIES = { "password-card": 10, "usb-key": 1 } as const;

/** What the stories of banking at home are told from. */
interface EBankSetting extends Pick<Setting, "today" | "here"> {
  readonly draw: Draw;
  readonly plans: readonly IntakePlan[];
}

const INTERNET_BANK = "internet-bank";
const asked: HomePayment = { order: newBook, wrong: 0, right: true };

/** All that happened to customers and their banking at home, in no particular order. */
export function eBankStories(setting: EBankSetting): readonly Happening[] {
  return [
    ...firstLogins(setting),
    ...wellUsedCard(setting),
    ...cardsFromTheCounter(setting),
    ...cardsBroughtOver(setting),
    ...lockedCards(setting),
    ...timeDeposits(setting),
  ];
}

/** Whoever took a password card with a card in use logged in the same evening (P29). */
function firstLogins({ plans, here }: EBankSetting): readonly Happening[] {
  return plans
    .filter(({ relations }) => relations.some(({ kind }) => kind === "password-card"))
    .filter(({ accounts }) => accounts[0]?.cards[0]?.isActivated)
    .map(({ customer, openedOn }) => ({ number: numberOf(customer.id), date: openedOn }))
    .map((when) => evening(when, { ...here, channel: INTERNET_BANK }));
}

/** Twenty-three payments through both channels: one card, one counter (P09). */
function wellUsedCard({ today, here, draw }: EBankSetting): readonly Happening[] {
  const on = (days: number): When => ({ number: cast.wellUsed, date: addDays(today, -days) });
  const paying = (days: number, channel: "internet-bank" | "wap-bank", count: number) =>
    evening(
      on(days),
      { ...here, channel },
      Array.from({ length: count }, () => ({ ...asked, order: drawOrder(draw) })),
    );
  return [
    payIn(on(92), here, 5_000_00),
    paying(88, "internet-bank", 4),
    paying(71, "internet-bank", 4),
    paying(52, "internet-bank", 4),
    bank.openWapBank(on(34), here),
    paying(33, "wap-bank", 4),
    paying(19, "internet-bank", 4),
    paying(6, "wap-bank", 3),
  ];
}

/** Password cards given out by the rules of today, and what became of them since. */
function cardsFromTheCounter({ today, here }: EBankSetting): readonly Happening[] {
  const ago = (number: number, days: number): When => ({ number, date: addDays(today, -days) });
  const home = { ...here, channel: INTERNET_BANK } as const;
  const { issuedYesterday, reissued, switchClosed, usbKey, timeDeposits: saver } = cast;
  return [
    bank.issuePasswordCard(ago(issuedYesterday, 1), here, { opens: true }),

    payIn(ago(reissued, 61), here, 3_000_00),
    bank.issuePasswordCard(ago(reissued, 60), here, { opens: true }),
    evening(ago(reissued, 60), home, [asked]),
    bank.reissuePasswordCard(ago(reissued, 30), here, "lost"),
    evening(ago(reissued, 29), home),

    payIn(ago(switchClosed, 51), here, 3_000_00),
    bank.issuePasswordCard(ago(switchClosed, 50), here, { opens: true }),
    evening(ago(switchClosed, 50), home),
    bank.closeSwitch(ago(switchClosed, 3), here, "outward-transfer"),

    bank.issuePasswordCard(ago(usbKey, 55), here, { opens: true }),
    evening(ago(usbKey, 55), home),
    bank.issueUsbKey(ago(usbKey, 20), here),

    bank.issuePasswordCard(ago(saver, 28), here, { opens: false }),
    evening(ago(saver, 28), home),
  ];
}

/** Cards with a long past: 49 uses left, none left since last week, and sixty uses to watch (O05). */
function cardsBroughtOver({ today, here, draw }: EBankSetting): readonly Happening[] {
  const over = (number: number, answered: number) => [
    payIn({ number, date: addDays(today, -71) }, here, 2_000_00),
    bringOver({ number, date: addDays(today, -70) }, here, { answered, draw }),
  ];
  const last = { number: cast.exhausted, date: addDays(today, -6) };
  return [
    ...over(cast.nearlyUsedUp, 951),
    ...over(cast.exhausted, 999),
    evening(last, { ...here, channel: INTERNET_BANK }, [asked]),
    ...over(cast.exposed, 60),
  ];
}

/** Wrong answers: six on two days, so that three today and one tomorrow make ten; and ten (P18). */
function lockedCards({ today, here }: EBankSetting): readonly Happening[] {
  const ago = (number: number, days: number): When => ({ number, date: addDays(today, -days) });
  const home = { ...here, channel: INTERNET_BANK } as const;
  const wrong = (number: number, days: number, count: number) =>
    evening(ago(number, days), home, [{ ...asked, wrong: count, right: false }]);
  const { sixWrong, hardLocked } = cast;
  return [
    payIn(ago(sixWrong, 21), here, 2_000_00),
    bank.issuePasswordCard(ago(sixWrong, 20), here, { opens: true }),
    evening(ago(sixWrong, 20), home),
    bank.openWapBank(ago(sixWrong, 19), here), // One lock stops both channels (P09).
    wrong(sixWrong, 2, 3),
    wrong(sixWrong, 1, 3),

    payIn(ago(hardLocked, 15), here, 2_000_00),
    wrong(hardLocked, 12, 3),
    wrong(hardLocked, 11, 3),
    wrong(hardLocked, 10, 3),
    wrong(hardLocked, 9, 1),
  ];
}

/** Time deposits: four that run, and one that has matured and is not drawn early any more (P07). */
function timeDeposits({ today, here, draw }: EBankSetting): readonly Happening[] {
  const opened = (number: number, days: number, yuan: number, months: number) =>
    openTimeDeposit({ number, date: addDays(today, -days) }, here, {
      amount: yuan * 100,
      months,
      draw,
    });
  return [
    opened(cast.wellUsed, 80, 10_000, 12),
    opened(cast.nearlyUsedUp, 66, 20_000, 6),
    opened(cast.issuedYesterday, 40, 30_000, 24),
    opened(cast.timeDeposits, 105, 5_000, 3),
    opened(cast.timeDeposits, 27, 20_000, 12),
  ];
}
