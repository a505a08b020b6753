import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { PasswordCardView } from "#core/contract/password-card-view.ts";
import { exposure } from "#core/password-card/exposure.ts";
import {
  isLive,
  lockOn,
  type PasswordCard,
  usesLeft,
  wrongTodayOn,
} from "#core/password-card/password-card.ts";
import type { PasswordCardRules } from "#core/password-card/rules.ts";
import { isToRemind } from "#core/password-card/wear.ts";

/**
 * 口令卡状态 (5004, P16) as it stands today. Of a challenge nothing is shown but that it was counted:
 * which cells are being asked for is between the bank and the customer.
 */
export function passwordCardView(
  books: Books,
  card: PasswordCard,
  { today, rules }: { readonly today: BusinessDate; readonly rules: PasswordCardRules },
): PasswordCardView {
  const { replacedBy, voidReason, expiresOn, grid } = card;
  const { columns, rows, cellDigits, challengeSize } = grid;
  const next = replacedBy === undefined ? undefined : books.find("passwordCard", replacedBy);
  const exposurePermille = exposureOf(card, rules);
  return {
    id: card.id,
    serial: card.serial,
    issuedOn: card.issuedOn,
    ...(expiresOn ? { expiresOn } : {}),
    life: card.life,
    lock: lockOn(card, today),
    uses: card.uses,
    used: card.used,
    left: usesLeft(card),
    isToRemind: isLive(card) && isToRemind(card, rules),
    wrongRun: card.wrongRun,
    wrongToday: wrongTodayOn(card, today),
    answered: card.answered,
    exposurePermille,
    adviseReissue: isLive(card) && exposurePermille >= rules.exposureAdvicePermille,
    layout: { columns, rows, cellDigits, challengeSize },
    ...(voidReason ? { voidReason } : {}),
    ...(next ? { replacedBy: next.serial } : {}),
  };
}

/** A customer's cards: the present one first, void ones behind it from the latest back. */
export function passwordCardViews(
  books: Books,
  customer: string,
  asOf: Parameters<typeof passwordCardView>[2],
): readonly PasswordCardView[] {
  const latestFirst = [...books.list("passwordCard", "customer", customer)].reverse();
  const inOrder = [...latestFirst.filter(isLive), ...latestFirst.filter((card) => !isLive(card))];
  return inOrder.map((card) => passwordCardView(books, card, asOf));
}

/** O05, in whole thousandths; a card that never asks for a cell twice teaches a watcher nothing. */
function exposureOf({ grid, answered }: PasswordCard, { cellReuse }: PasswordCardRules): number {
  return cellReuse ? Math.round(1000 * exposure(grid, answered)) : 0;
}
