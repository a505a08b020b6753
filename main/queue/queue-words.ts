import { approve } from "#core/authorisation/grant.ts";
import { mayBeChecked, type Parked } from "#core/authorisation/parked.ts";
import { addMinutes, dateOf, endOfDay, type Instant, instant } from "#core/calendar/instant.ts";
import { papersToCompare } from "#core/commands/papers-to-compare.ts";
import type { ParkedView } from "#core/contract/queue-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Teller } from "#core/teller/teller.ts";
import { refsIn } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { giveWord, hearSecondPerson, proveOwnPassword } from "#main/people/second-person.ts";
import { decideParked, requestOf } from "#main/queue/parked-request.ts";
import { commitAbout, type QueueParts, shown, spentWords } from "#main/queue/queue-desk.ts";
import { parkedView } from "#main/views/parked-view.ts";

/**
 * Words for and against parked requests. Whoever speaks proves it by a password of their own, signed
 * on or standing beside; the request is decided anew, as its maker would ask it now (D03, D04, D09).
 */
export function queueWordHandlers(
  parts: QueueParts,
): Pick<Handlers, "queue.approve" | "queue.decline"> {
  const { desk, evidence } = parts;
  const viewOf = ({ id }: Parked): ParkedView =>
    parkedView(
      known(desk.books.find("parked", id), "a parked request stays in the books"),
      desk.books,
      desk.now(),
    );

  /** The parked request as it stands, while a word for it or against it still counts. */
  function checkable(id: string): Result<Parked, Refusal> {
    const parked = shown(desk, id);
    return parked.ok ? mayBeChecked(parked.value) : parked;
  }

  /** Whether somebody may say no: only who might have said yes, by the level it was parked at. */
  function mayJudge({ level, maker: id, onlyBy }: Parked, judge: Teller): Result<string, Refusal> {
    const maker = known(desk.books.find("teller", id), "whoever parked it works here");
    return approve({ level, maker, earlier: undefined, onlyBy }, judge);
  }

  /** Writes down that somebody's word was no, or did not count, and why (D09). */
  function saysNo(
    parked: Parked,
    approver: string,
    why: string,
    also: readonly Entry[] = [],
  ): void {
    const { hash, level } = parked;
    const request = requestOf(parked);
    const seen = { books: desk.books, evidence: evidence.look };
    const papers = request ? papersToCompare(request, seen) : [];
    const said = { hash, level, approver, why, ...(papers.length > 0 ? { papers } : {}) };
    commitAbout(desk, parked, [{ type: "authorisation.declined", ...said }, ...also]);
  }

  return {
    "queue.approve": async ({ parked: id, ...who }) => {
      const heard = await hearSecondPerson(desk, who, () => {
        const parked = checkable(id);
        return parked.ok ? decideParked(parked.value, parts) : parked;
      });
      if (!heard.ok) return heard;
      const parked = checkable(id);
      if (!parked.ok) return parked;

      const { now, parameters } = heard.value.decided.context;
      const given = giveWord(desk, heard.value, {
        expiresAt: lastMoment(now, parameters.parkedGrantMinutes),
        also: ({ id: grant, status }) => [
          {
            type: "request.checked",
            parked: parked.value.id,
            by: heard.value.approver.id,
            verdict: status === "half" ? "half" : "approved",
            grant,
          },
        ],
      });
      return given.ok ? accept(viewOf(parked.value)) : given;
    },

    "queue.decline": async ({ parked: id, reason: why, approver: by, password }) => {
      const before = checkable(id);
      if (!before.ok) return before;
      const sitting = desk.sitting();
      const proven = await proveOwnPassword(desk, by, password);
      // While the password was checked it may have been settled, or somebody else sat down.
      const parked = checkable(id);
      if (!parked.ok) return parked;
      if (desk.sitting()?.teller !== sitting?.teller)
        return refuse({ code: "teller.not-signed-on" });
      const may = proven.ok ? mayJudge(parked.value, proven.value) : proven;
      if (!may.ok) {
        saysNo(parked.value, by, may.refusal.code);
        return may;
      }

      saysNo(parked.value, by, why, [
        ...spentWords(desk, parked.value),
        { type: "request.checked", parked: parked.value.id, by, verdict: "declined", why },
      ]);
      evidence.burn(refsIn(JSON.parse(parked.value.input)));
      return accept(viewOf(parked.value));
    },
  };
}

/** So many minutes on, but never beyond the day: what was compared today is not posted tomorrow. */
function lastMoment(now: Instant, minutes: number): Instant {
  return instant(Math.min(addMinutes(now, minutes), endOfDay(dateOf(now)) - 1));
}
