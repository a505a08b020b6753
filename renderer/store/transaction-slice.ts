import type { Slice } from "#renderer/store/teller-store.ts";
import {
  type AskedRequest,
  type Attempt,
  filling,
  isOver,
  isPosting,
  type Transaction,
  type WriteStage,
} from "#renderer/store/transaction.ts";

/** The one transaction on screen, from filling in to the receipt. */
export interface TransactionSlice {
  readonly transaction: Transaction;
  readonly previewTransaction: (request: AskedRequest) => Promise<void>;
  /** Goes on from the preview: to approval, to the card, to the batch, or straight to the books. */
  readonly confirmTransaction: () => Promise<void>;
  readonly approveTransaction: (approver: string, password: string) => Promise<void>;
  /** Nobody is here to give their word: the request waits in the queue (9004). */
  readonly parkTransaction: () => Promise<void>;
  readonly declineTransaction: (
    approver: string,
    password: string,
    reason: string,
  ) => Promise<void>;
  /** Writes the next blank card after one was spoiled, erases or makes the batch once more. */
  readonly workAgain: () => Promise<void>;
  readonly tellWriteStage: (stage: Exclude<WriteStage, "start">) => void;
  readonly tellMade: (made: number) => void;
  /** One step back; false where there is none inside the transaction. */
  readonly backInTransaction: () => boolean;
  readonly abandonTransaction: () => void;
}

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
    const { swipe } = get();
    if (swipe && JSON.stringify(request.input).includes(swipe.ref)) set({ swipe: undefined });
    forgetAlertIn(request);
  }

  /** What had to be said of a swipe is dealt with by the request that it is part of. */
  function forgetAlertIn({ input }: AskedRequest): void {
    const { swipeAlert } = get();
    if (swipeAlert?.status === "read" && JSON.stringify(input).includes(swipeAlert.ref)) {
      set({ swipeAlert: undefined });
    }
  }

  /** Posts what `waiting` shows: alone, or with the card or batch that it waited for. */
  async function post(
    waiting: Exclude<Transaction, { step: "filling" | "done" | "parked" }>,
    grant?: string,
    written?: string,
  ): Promise<void> {
    put(waiting);
    const attempt = partsOf(waiting);
    const reply = await bridge.request("transaction.run", {
      id: attempt.id,
      request: attempt.request,
      ...(grant === undefined ? {} : { grant }),
      ...(written === undefined ? {} : { written }),
      ...(attempt.parked === undefined ? {} : { parked: attempt.parked }),
    });
    if (reply.ok) {
      forgetSwipeIn(attempt);
      get().forgetTakenUp();
      const file = waiting.step === "making" ? waiting.file : undefined;
      // A receipt is shown even if the teller pressed Esc meanwhile: the books have moved.
      return void put({
        step: "done",
        ...attempt,
        receipt: reply.value,
        ...(file === undefined ? {} : { file }),
      });
    }
    if (!isStill(waiting)) return;
    // A word that was brought along and does not carry is asked for anew.
    const { brought: _lapsed, ...anew } = attempt;
    const { refusal } = reply;
    const isOfWord = refusal.code.startsWith("authorisation.");
    put({ step: "previewed", ...(isOfWord ? anew : attempt), waiting: false, refusal });
  }

  /** Has the card written, or erased, that the posting waits for. */
  async function write(attempt: Attempt, grant: string | undefined): Promise<void> {
    const start = { step: "writing", ...partsOf(attempt), grant, stage: "start" } as const;
    put({ ...start, waiting: true });
    const reply = await bridge.request(attempt.preview.erases ? "card.erase" : "card.write", {
      request: attempt.request,
      ...(grant === undefined ? {} : { grant }),
    });
    const now = get().transaction;
    if (now.step !== "writing" || now.id !== attempt.id) return;

    if (reply.ok) await post({ ...start, stage: "done", waiting: true }, grant, reply.value.ref);
    else put({ ...start, waiting: false, refusal: reply.refusal });
  }

  async function make(attempt: Attempt, grant: string | undefined): Promise<void> {
    const start = { step: "making", ...partsOf(attempt), grant, made: 0 } as const;
    put({ ...start, waiting: true });
    const reply = await bridge.request("batch.make", {
      request: attempt.request,
      ...(grant === undefined ? {} : { grant }),
    });
    const now = get().transaction;
    if (now.step !== "making" || now.id !== attempt.id) return;
    if (!reply.ok) return void put({ ...start, waiting: false, refusal: reply.refusal });

    const { ref, file, count } = reply.value;
    await post({ ...start, made: count, file, waiting: true }, grant, ref);
  }

  /** After everybody has agreed: first whatever the posting waits for, then the posting. */
  async function goOn(attempt: Attempt, grant?: string): Promise<void> {
    if (attempt.preview.writes || attempt.preview.erases) await write(attempt, grant);
    else if (attempt.preview.makes !== undefined) await make(attempt, grant);
    else await post({ step: "previewed", ...partsOf(attempt), waiting: true }, grant);
  }

  /** Calls off what a device or the machine is doing; its answer then says so. */
  function callOff(transaction: Transaction): void {
    if (transaction.step === "writing") void bridge.request("card.cancel", undefined);
    if (transaction.step === "making") void bridge.request("batch.cancel", undefined);
  }

  return {
    transaction: filling,

    async previewTransaction(request) {
      const asked = put({ ...filling, waiting: true });
      const reply = await bridge.request("transaction.preview", request);
      if (!isStill(asked)) return;
      if (reply.ok) forgetAlertIn(request);
      put(
        reply.ok
          ? {
              step: "previewed",
              id: crypto.randomUUID(),
              request,
              preview: reply.value,
              ...get().broughtFor(request.code, reply.value.hash),
              waiting: false,
            }
          : { ...filling, refusal: reply.refusal },
      );
    },

    async confirmTransaction() {
      const now = get().transaction;
      if (now.step !== "previewed" || now.waiting) return;

      if (now.preview.level === "A0") await goOn(now);
      else if (now.brought !== undefined) await goOn(now, now.brought);
      else put({ step: "authorising", ...partsOf(now), waiting: false });
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
      await goOn(now, reply.value.grant);
    },

    async parkTransaction() {
      const now = get().transaction;
      if (now.step !== "authorising" || now.waiting) return;

      const asked = put({ ...now, waiting: true, refusal: undefined });
      const reply = await bridge.request("queue.park", {
        request: now.request,
        ...(now.parked === undefined ? {} : { instead: now.parked }),
      });
      if (!isStill(asked)) return;
      if (!reply.ok) return void put({ ...now, waiting: false, refusal: reply.refusal });
      get().forgetTakenUp();
      put({ step: "parked", ...partsOf(now), waits: reply.value });
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

    async workAgain() {
      const now = get().transaction;
      if ((now.step === "writing" || now.step === "making") && !now.waiting) {
        await goOn(now, now.grant);
      }
    },

    tellWriteStage(stage) {
      const now = get().transaction;
      // The same stage told twice changes nothing: an answer is waited for by this very object.
      if (now.step === "writing" && now.waiting && now.stage !== stage) put({ ...now, stage });
    },

    tellMade(made) {
      const now = get().transaction;
      if (now.step === "making" && now.waiting && !isPosting(now)) put({ ...now, made });
    },

    backInTransaction() {
      const now = get().transaction;
      if (now.step === "filling" || isOver(now)) return false;
      if (isPosting(now)) return true;

      if (now.step === "previewed") put(filling);
      else if ("waiting" in now && !now.waiting) {
        put({ step: "previewed", ...partsOf(now), waiting: false });
      } else callOff(now);
      return true;
    },

    abandonTransaction() {
      const now = get().transaction;
      if (now.step !== "filling" && "waiting" in now && now.waiting && !isPosting(now)) {
        callOff(now);
      }
      set({ transaction: filling });
    },
  };
};

function partsOf({ id, request, preview, parked, brought }: Attempt): Attempt {
  return {
    id,
    request,
    preview,
    ...(parked === undefined ? {} : { parked }),
    ...(brought === undefined ? {} : { brought }),
  };
}
