import type { ApprovalView, PreviewView, Receipt } from "#core/contract/posting-view.ts";
import type { ParkedView } from "#core/contract/queue-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";

/** A request as the window sends it: the main process parses it against the contract. */
export interface AskedRequest {
  readonly code: TransactionCode;
  readonly input: unknown;
}

export type WriteStage = "start" | "write-swipe" | "verify-swipe" | "verify-other" | "done";

/** What belongs to a request from its preview on; `id` is made once and never for another content. */
export interface Attempt {
  readonly id: string;
  readonly request: AskedRequest;
  readonly preview: PreviewView;
  /** The parked request that it was made from, and the word that still carries it (9004). */
  readonly parked?: string;
  readonly brought?: string;
}

interface Waiting {
  readonly waiting: boolean;
  readonly refusal?: Refusal | undefined;
}

/** Who said no to a request, and why. */
interface Declined {
  readonly approver: string;
  readonly reason: string;
}

/** Where the transaction on screen stands. */
export type Transaction =
  | ({ readonly step: "filling"; readonly declined?: Declined } & Waiting)
  | ({ readonly step: "previewed" } & Attempt & Waiting)
  | ({ readonly step: "authorising"; readonly half?: ApprovalView } & Attempt & Waiting)
  /** A card goes through the reader: to be written, or, where the preview says so, to be erased. */
  | ({
      readonly step: "writing";
      readonly grant: string | undefined;
      readonly stage: WriteStage;
    } & Attempt &
      Waiting)
  | ({
      readonly step: "making";
      readonly grant: string | undefined;
      /** Cards made so far; all of them are named by the preview. */
      readonly made: number;
      /** The file of the batch once it lies ready and its posting is under way. */
      readonly file?: string;
    } & Attempt &
      Waiting)
  /** It waits for a second person; nothing of it is done. */
  | ({ readonly step: "parked"; readonly waits: ParkedView } & Attempt)
  | ({
      readonly step: "done";
      readonly receipt: Receipt;
      /** The file that was made for the printer's shop, if any. */
      readonly file?: string;
    } & Attempt);

/** How every transaction begins. */
export const filling: Extract<Transaction, { step: "filling" }> = {
  step: "filling",
  waiting: false,
};

/** While a card is written or a batch made no key that went astray may lead elsewhere. */
export function isAtWork(transaction: Transaction): boolean {
  return (transaction.step === "writing" || transaction.step === "making") && transaction.waiting;
}

/** Whether there is nothing more to do about it here: it was posted, or it waits in the queue. */
export function isOver({ step }: Transaction): boolean {
  return step === "done" || step === "parked";
}

/** Whether the books are being written, from where there is no way back. */
export function isPosting(transaction: Transaction): boolean {
  switch (transaction.step) {
    case "previewed":
      return transaction.waiting;
    case "writing":
      return transaction.stage === "done";
    case "making":
      return transaction.file !== undefined;
    default:
      return false;
  }
}
