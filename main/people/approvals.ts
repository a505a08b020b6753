import { addMinutes } from "#core/calendar/instant.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import { accept } from "#core/kernel/result.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import {
  endEarlierWords,
  giveWord,
  hearSecondPerson,
  mayDecline,
  recordDeclined,
} from "#main/people/second-person.ts";
import type { Decide } from "#main/transactions.ts";

/**
 * 授权: a second person stands beside the maker and speaks for one exact request, or against it.
 *
 * The level and the hash come from deciding on the very request again, never from the window; every
 * outcome is journalled, a refusal with its reason (D03, D04, D09).
 */
export function approvalHandlers(
  desk: Desk,
  decideOn: Decide,
): Pick<Handlers, "authorisation.approve" | "authorisation.decline"> {
  return {
    "authorisation.approve": async ({ request: raw, ...who }) => {
      const request = raw as TransactionRequest; // The schema paired the code with its input.
      const heard = await hearSecondPerson(desk, who, () => decideOn(request));
      if (!heard.ok) return heard;
      const { now, parameters } = heard.value.decided.context;
      const given = giveWord(desk, heard.value, {
        expiresAt: addMinutes(now, parameters.grantMinutes),
      });
      if (!given.ok) return given;
      const { id, status } = given.value;
      return accept({
        grant: id,
        status: status === "half" ? "half" : "whole",
        approver: heard.value.approver.id,
      });
    },

    "authorisation.decline": async ({ request: raw, reason: why, ...who }) => {
      const request = raw as TransactionRequest; // The schema paired the code with its input.
      const heard = await hearSecondPerson(desk, who, () => decideOn(request));
      if (!heard.ok) return heard;
      const may = mayDecline(desk, heard.value);
      if (!may.ok) return may;
      const { decided, approver } = heard.value;
      const also = endEarlierWords(desk, decided);
      recordDeclined(desk, decided, { approver: approver.id, why, also });
      return accept("done");
    },
  };
}
