import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type NoticeRoom, withNotices } from "#core/commands/notices.ts";
import type { Entry } from "#core/journal/entry.ts";
import { type LossCase, statusOn } from "#core/loss/loss-case.ts";
import { isLive, lockOn } from "#core/password-card/password-card.ts";

/**
 * What the clock alone brings about today: oral reports lapse, written ones mature (T06, T08), and
 * a password card's lock of yesterday ends (P17).
 *
 * It is settled before every request, so no answer ever depends on a timer. A lapse lifts
 * the hold of its own case and no other, and its holder is told in the same batch (5.2).
 */
export function settleTerms(room: NoticeRoom & { readonly today: BusinessDate }): readonly Entry[] {
  const { books, today } = room;
  const oral = books.list("lossCase", "status", "oral-active");
  const waiting = books.list("lossCase", "status", "formal-waiting");
  const ended = [
    ...[...oral, ...waiting].flatMap((lossCase) => settle(lossCase, today)),
    ...endDayLocks(books, today),
  ];
  return withNotices(ended, "system", room);
}

function endDayLocks(books: Books, today: BusinessDate): readonly Entry[] {
  return books
    .list("passwordCard", "lock", "day")
    .filter((card) => isLive(card) && lockOn(card, today) === "none")
    .map(({ id }) => ({ type: "password-card.day-lock-ended", passwordCard: id }));
}

function settle(lossCase: LossCase, today: BusinessDate): readonly Entry[] {
  switch (statusOn(lossCase, today)) {
    case "lapsed":
      return [
        { type: "loss.lapsed", lossCase: lossCase.number },
        { type: "hold.lifted", hold: lossCase.hold },
        { type: "card.loss-marked", card: lossCase.card, loss: "none" },
      ];
    case "matured":
      return [{ type: "loss.matured", lossCase: lossCase.number }];
    default:
      return [];
  }
}
