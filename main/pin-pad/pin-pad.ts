import { createHmac } from "node:crypto";
import type { AccountId } from "#core/account/account.ts";
import type { DisplayView } from "#core/contract/display-view.ts";
import type { DeviceRefusal } from "#core/contract/refusal.ts";
import type { EvidenceRef } from "#core/contract/transactions.ts";
import { type PinOwner, type PinWeakness, weakPin } from "#core/identity/weak-pin.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";

/** What the customer is asked for, and how the answer gets back to the counter. */
interface Asking {
  readonly account: AccountId;
  readonly number: string;
  readonly purpose: "verify" | "new";
  readonly owner: PinOwner;
  readonly first: string | undefined;
  readonly problem: PinWeakness | "different" | undefined;
  readonly answer: (reply: Result<{ readonly ref: EvidenceRef }, DeviceRefusal>) => void;
}

/** Who is asked for a PIN. */
export type PinQuestion = Pick<Asking, "account" | "number" | "purpose" | "owner">;

/**
 * 密码键盘: the customer's own keys. A PIN goes in here and comes out as the name of a keyed hash;
 * in clear it never reaches the teller's window, the journal or a log (T24, K07).
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

/** A pad that shows its questions on the customer's display. */
export function createPinPad(parts: {
  readonly pepper: Uint8Array;
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

  function keep({ account, purpose }: Asking, pin: string): void {
    const verifier = pinVerifier(parts.pepper, account, pin);
    settle(accept({ ref: parts.evidence.keep({ type: "pin", account, purpose, verifier }) }));
  }

  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (asking) return resolve(refuse({ code: "pin-pad.busy" }));
        show({ ...question, first: undefined, problem: undefined, answer: resolve });
      }),
    enter(pin) {
      if (!asking) return;
      if (asking.purpose === "verify") return keep(asking, pin);

      // A new PIN is typed twice, and a weak one is not taken at all (T24).
      const weakness = asking.first === undefined ? weakPin(pin, asking.owner) : undefined;
      if (weakness) return show({ ...asking, problem: weakness });
      if (asking.first === undefined) return show({ ...asking, first: pin, problem: undefined });
      if (asking.first !== pin) return show({ ...asking, first: undefined, problem: "different" });
      keep(asking, pin);
    },
    cancel: () => settle(refuse({ code: "pin-pad.cancelled" })),
    display() {
      if (!asking) return undefined;
      const { purpose, first, number, problem } = asking;
      return {
        status: "pin",
        purpose: purpose === "new" && first !== undefined ? "again" : purpose,
        number,
        ...(problem ? { problem } : {}),
        demonstration: parts.demonstration,
      };
    },
  };
}
