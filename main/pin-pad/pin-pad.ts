import { createHmac } from "node:crypto";
import type { AccountId } from "#core/account/account.ts";
import type { Evidence } from "#core/commands/command.ts";
import type { DisplayView } from "#core/contract/display-view.ts";
import type { DeviceRefusal } from "#core/contract/refusal.ts";
import type { EvidenceRef } from "#core/contract/transactions.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { type PinOwner, type PinWeakness, weakPin } from "#core/identity/weak-pin.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { OneTimeCode } from "#core/sms/one-time-code.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";

/** What the digits will be: a card's PIN, a login password, which is only ever chosen here, or a code. */
type Subject =
  | { readonly of: "card"; readonly account: AccountId; readonly purpose: "verify" | "new" }
  | { readonly of: "e-bank"; readonly customer: CustomerId; readonly purpose: "new" }
  /** A code that came by message: compared at once, and its digits are kept nowhere (E11). */
  | { readonly of: "sms-code"; readonly code: OneTimeCode; readonly purpose: "verify" };

/** Who is asked for what, and for which card or account by its masked number. */
export type PinQuestion = Subject & { readonly number: string; readonly owner: PinOwner };

/** What the customer is asked for, and how the answer gets back to the counter. */
interface Asking {
  readonly question: PinQuestion;
  /** Of a new one that is to be repeated, only its keyed hash: the digits themselves are not kept. */
  readonly first: string | undefined;
  readonly problem: PinWeakness | "different" | undefined;
  readonly answer: (reply: Result<{ readonly ref: EvidenceRef }, DeviceRefusal>) => void;
}

/**
 * 密码键盘: the customer's own keys. A PIN or a login password goes in here and comes out as the name
 * of a keyed hash; in clear it never reaches the teller's window, the journal or a log (T24, K07).
 */
export interface PinPad {
  readonly ask: (
    question: PinQuestion,
  ) => Promise<Result<{ readonly ref: EvidenceRef }, DeviceRefusal>>;
  readonly enter: (digits: string) => void;
  readonly cancel: () => void;
  readonly display: () => Extract<DisplayView, { status: "pin" }> | undefined;
}

/** The keyed hash of a PIN, bound to its account so that equal PINs do not look equal. */
export function pinVerifier(pepper: Uint8Array, account: string, pin: string): string {
  return createHmac("sha256", pepper).update(`${account}:${pin}`).digest("base64url");
}

/** The keyed hash of a login password for electronic banking, bound to its customer. */
export function bankPasswordVerifier(pepper: Uint8Array, customer: string, digits: string): string {
  return createHmac("sha256", pepper).update(`e-bank:${customer}:${digits}`).digest("base64url");
}

/** A pad that shows its questions on the customer's display. */
export function createPinPad(parts: {
  readonly pepper: Uint8Array;
  /** Whether these are the digits of that code. */
  readonly isRightCode: (code: OneTimeCode, digits: string) => boolean;
  readonly evidence: EvidenceBox;
  readonly demonstration: boolean;
  readonly onChange: () => void;
}): PinPad {
  let asking: Asking | undefined;

  function show(next: Asking | undefined): void {
    asking = next;
    parts.onChange();
  }

  function settle(reply: Parameters<Asking["answer"]>[0]): void {
    const answer = asking?.answer;
    show(undefined);
    answer?.(reply);
  }

  function keep({ question }: Asking, digits: string): void {
    settle(accept({ ref: parts.evidence.keep(taken(question, digits, parts)) }));
  }

  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (asking) return resolve(refuse({ code: "pin-pad.busy" }));
        show({ question, first: undefined, problem: undefined, answer: resolve });
      }),
    enter(pin) {
      if (!asking) return;
      const { question } = asking;
      if (question.purpose === "verify") return keep(asking, pin);

      // A new one is typed twice, and a weak one is not taken at all (T24, R16).
      const weakness = asking.first === undefined ? weakPin(pin, question.owner) : undefined;
      if (weakness) return show({ ...asking, problem: weakness });
      const typed = verifierOf(question, pin, parts.pepper);
      if (asking.first === undefined) return show({ ...asking, first: typed, problem: undefined });
      if (asking.first !== typed)
        return show({ ...asking, first: undefined, problem: "different" });
      keep(asking, pin);
    },
    cancel: () => settle(refuse({ code: "pin-pad.cancelled" })),
    display() {
      if (!asking) return undefined;
      const { question, first, problem } = asking;
      const { of, purpose, number } = question;
      return {
        status: "pin",
        purpose: purpose === "new" && first !== undefined ? "again" : purpose,
        of,
        number,
        ...(question.of === "sms-code" ? { codeFor: question.code.purpose } : {}),
        ...(problem ? { problem } : {}),
        demonstration: parts.demonstration,
      };
    },
  };
}

/** What may be chosen here, and so is keyed in twice. */
type Kept = Extract<PinQuestion, { readonly of: "card" | "e-bank" }>;

function verifierOf(question: Kept, digits: string, pepper: Uint8Array): string {
  return question.of === "e-bank"
    ? bankPasswordVerifier(pepper, question.customer, digits)
    : pinVerifier(pepper, question.account, digits);
}

function taken(
  question: PinQuestion,
  digits: string,
  { pepper, isRightCode }: Pick<Parameters<typeof createPinPad>[0], "pepper" | "isRightCode">,
): Evidence {
  switch (question.of) {
    case "sms-code": {
      const { code } = question;
      return { type: "sms-code", code: code.id, isRight: isRightCode(code, digits) };
    }
    case "e-bank": {
      const { customer } = question;
      const verifier = verifierOf(question, digits, pepper);
      return { type: "bank-password", customer, verifier };
    }
    case "card": {
      const { account, purpose } = question;
      return { type: "pin", account, purpose, verifier: verifierOf(question, digits, pepper) };
    }
    default:
      return unreachable(question);
  }
}
