import type { ApprovalView, PreviewView, Receipt } from "#core/contract/posting-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import type { Slice } from "#renderer/store/teller-store.ts";

/** A request as the window sends it: the main process parses it against the contract. */
interface AskedRequest {
  readonly code: TransactionCode;
  readonly input: unknown;
}

export type WriteStage = "start" | "write-swipe" | "verify-swipe" | "done";

/** What belongs to a request from its preview on; `id` is made once and never for another content. */
interface Attempt {
  readonly id: string;
  readonly request: AskedRequest;
  readonly preview: PreviewView;
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
  | ({
      readonly step: "writing";
      readonly grant: string | undefined;
      readonly stage: WriteStage;
    } & Attempt &
      Waiting)
  | ({ readonly step: "done"; readonly receipt: Receipt } & Attempt);

/** The one transaction on screen, from filling in to the receipt. */
export interface TransactionSlice {
  readonly transaction: Transaction;
  readonly previewTransaction: (request: AskedRequest) => Promise<void>;
  /** Goes on from the preview: to approval, to the card, or straight to the books. */
  readonly confirmTransaction: () => Promise<void>;
  readonly approveTransaction: (approver: string, password: string) => Promise<void>;
  readonly declineTransaction: (
    approver: string,
    password: string,
    reason: string,
  ) => Promise<void>;
  readonly writeNextCard: () => Promise<void>;
  readonly tellWriteStage: (stage: Exclude<WriteStage, "start">) => void;
  /** One step back; false where there is none inside the transaction. */
  readonly backInTransaction: () => boolean;
  readonly abandonTransaction: () => void;
}

const filling: Transaction = { step: "filling", waiting: false };

export const transactionSlice: Slice<TransactionSlice> = (bridge) => (set, get) => {
  /** What an answer may still change: nothing, once the teller has gone elsewhere. */
  function isStill(attempt: Transaction): boolean {
    return get().transaction === attempt;
  }
  function put<T extends Transaction>(transaction: T): T {
    set({ transaction });
    return transaction;
  }

  /** Evidence serves one posting: a swipe that was part of it is not offered for the next. */
  function forgetSwipeIn({ request }: Attempt): void {
    const spent = JSON.stringify(request.input);
    const { swipe, swipeAlert } = get();
    if (swipe && spent.includes(swipe.ref)) set({ swipe: undefined });
    if (swipeAlert?.status === "read" && spent.includes(swipeAlert.ref)) {
      set({ swipeAlert: undefined });
    }
  }

  async function post(attempt: Attempt, grant?: string, written?: string): Promise<void> {
    const waiting = put(
      written === undefined
        ? { step: "previewed", ...partsOf(attempt), waiting: true }
        : { step: "writing", ...partsOf(attempt), grant, stage: "done", waiting: true },
    );
    const reply = await bridge.request("transaction.run", {
      id: attempt.id,
      request: attempt.request,
      ...(grant === undefined ? {} : { grant }),
      ...(written === undefined ? {} : { written }),
    });
    if (reply.ok) {
      forgetSwipeIn(attempt);
      // A receipt is shown even if the teller pressed Esc meanwhile: the books have moved.
      return void put({ step: "done", ...partsOf(attempt), receipt: reply.value });
    }
    if (!isStill(waiting)) return;
    put({ step: "previewed", ...partsOf(attempt), waiting: false, refusal: reply.refusal });
  }

  async function write(attempt: Attempt, grant: string | undefined): Promise<void> {
    const start = { step: "writing", ...partsOf(attempt), grant, stage: "start" } as const;
    put({ ...start, waiting: true });
    const reply = await bridge.request("card.write", {
      request: attempt.request,
      ...(grant === undefined ? {} : { grant }),
    });
    const now = get().transaction;
    if (now.step !== "writing" || now.id !== attempt.id) return;

    if (reply.ok) await post(attempt, grant, reply.value.ref);
    else put({ ...start, waiting: false, refusal: reply.refusal });
  }

  return {
    transaction: filling,

    async previewTransaction(request) {
      const asked = put({ step: "filling", waiting: true });
      const reply = await bridge.request("transaction.preview", request);
      if (!isStill(asked)) return;
      put(
        reply.ok
          ? {
              step: "previewed",
              id: crypto.randomUUID(),
              request,
              preview: reply.value,
              waiting: false,
            }
          : { step: "filling", waiting: false, refusal: reply.refusal },
      );
    },

    async confirmTransaction() {
      const now = get().transaction;
      if (now.step !== "previewed" || now.waiting) return;

      if (now.preview.level !== "A0") {
        put({ step: "authorising", ...partsOf(now), waiting: false });
      } else if (now.preview.writes) {
        await write(now, undefined);
      } else {
        await post(now);
      }
    },

    async approveTransaction(approver, password) {
      const now = get().transaction;
      if (now.step !== "authorising" || now.waiting) return;

      const asked = put({ ...now, waiting: true, refusal: undefined });
      const reply = await bridge.request("authorisation.approve", {
        request: now.request,
        approver,
        password,
      });
      if (!isStill(asked)) return;
      if (!reply.ok) return void put({ ...now, waiting: false, refusal: reply.refusal });
      if (reply.value.status === "half") {
        return void put({ ...now, waiting: false, refusal: undefined, half: reply.value });
      }
      if (now.preview.writes) await write(now, reply.value.grant);
      else await post(now, reply.value.grant);
    },

    async declineTransaction(approver, password, reason) {
      const now = get().transaction;
      if (now.step !== "authorising" || now.waiting) return;

      const asked = put({ ...now, waiting: true, refusal: undefined });
      const reply = await bridge.request("authorisation.decline", {
        request: now.request,
        approver,
        password,
        reason,
      });
      if (!isStill(asked)) return;
      if (reply.ok) put({ ...filling, declined: { approver, reason } });
      else put({ ...now, waiting: false, refusal: reply.refusal });
    },

    async writeNextCard() {
      const now = get().transaction;
      if (now.step === "writing" && !now.waiting) await write(now, now.grant);
    },

    tellWriteStage(stage) {
      const now = get().transaction;
      // The same stage told twice changes nothing: an answer is waited for by this very object.
      if (now.step === "writing" && now.waiting && now.stage !== stage) put({ ...now, stage });
    },

    backInTransaction() {
      const now = get().transaction;
      switch (now.step) {
        case "filling":
          return false;
        case "done":
          return false;
        case "previewed":
          // While the books are being written there is no way back.
          if (!now.waiting) put(filling);
          return true;
        case "authorising":
          if (!now.waiting) put({ step: "previewed", ...partsOf(now), waiting: false });
          return true;
        case "writing":
          if (now.stage === "done") return true;
          if (now.waiting) void bridge.request("card.cancel", undefined);
          else put({ step: "previewed", ...partsOf(now), waiting: false });
          return true;
      }
    },

    abandonTransaction() {
      const now = get().transaction;
      if (now.step === "writing" && now.waiting && now.stage !== "done") {
        void bridge.request("card.cancel", undefined);
      }
      set({ transaction: filling });
    },
  };
};

function partsOf({ id, request, preview }: Attempt): Attempt {
  return { id, request, preview };
}
