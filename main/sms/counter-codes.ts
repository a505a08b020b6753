import { randomBytes } from "node:crypto";
import { sendAtCounter, spentBy } from "#core/commands/codes-at-counter.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { SentCode } from "#core/contract/sms-view.ts";
import { maskPhone } from "#core/identity/mask.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { againAt, type OneTimeCode } from "#core/sms/one-time-code.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { mayLook } from "#main/people/may-look.ts";
import type { PinPad, PinQuestion } from "#main/pin-pad/pin-pad.ts";
import { sha256 } from "#main/sha256.ts";

type CodeHandlers = Pick<Handlers, "sms-code.send" | "sms-code.ask">;

/**
 * Codes at the counter (E10, E11, O07): the teller has one sent, the customer keys it in on her own pad,
 * and the transaction spends it. The teller's window is told its name and how long it holds, no digit.
 */
export function counterCodeHandlers(
  desk: Desk,
  { pinPad, hasGateway }: { readonly pinPad: PinPad; readonly hasGateway: boolean },
): CodeHandlers {
  return {
    "sms-code.send": (asked) => {
      const code = spentBy[asked.purpose];
      const teller = mayLook(desk, code);
      if (!teller.ok) return teller;
      desk.settle();
      const { parameters } = known(desk.branch(), "nobody is at work before the branch is");
      const nonce = randomBytes(16).toString("hex");
      const room = { books: desk.books, now: desk.now(), parameters, sha256 };
      const sent = sendAtCounter(asked, nonce, room);
      const maker = { teller: teller.value.id, code };
      if (!sent.ok) {
        const refusal = sent.refusal.code;
        desk.commit({ ...maker, entries: [{ type: "request.refused", refusal }] });
        return sent;
      }
      desk.commit({ ...maker, entries: sent.value.entries });
      return accept(sentCode(sent.value.code, hasGateway));
    },

    "sms-code.ask": ({ code: id }) => {
      const teller = mayLook(desk, "9002");
      if (!teller.ok) return teller;
      const question = questionOf(desk.books.find("oneTimeCode", id), desk);
      return question.ok ? pinPad.ask(question.value) : question;
    },
  };
}

function sentCode(code: OneTimeCode, hasGateway: boolean): SentCode {
  const { id, to, issuedAt, expiresAt } = code;
  const again = againAt(code);
  return { code: id, to: maskPhone(to), issuedAt, expiresAt, againAt: again, hasGateway };
}

/** Nobody is asked for a code that could not be taken any more. */
function questionOf(code: OneTimeCode | undefined, desk: Desk): Result<PinQuestion, Refusal> {
  if (!code) return refuse({ code: "sms-code.unknown" });
  if (code.status !== "open") return refuse({ code: "sms-code.used-up" });
  if (desk.now() > code.expiresAt) return refuse({ code: "sms-code.expired" });
  const number = maskPhone(code.to);
  const owner = { birthDate: undefined, phone: undefined, identityNumber: undefined };
  return accept({ of: "sms-code", code, purpose: "verify", number, owner });
}
