import { isDeepStrictEqual } from "node:util";
import type { BatchToMake } from "#core/commands/command.ts";
import type { MadeView } from "#core/contract/posting-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { ShopKey, TransactionRequest } from "#core/contract/transactions.ts";
import type { Batch } from "#core/journal/batch.ts";
import { assert } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { BatchRefusal, PasswordCardBatch } from "#core/password-card/batch.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { Log } from "#main/log/log.ts";
import type { Cells } from "#main/password-card/cells.ts";
import { makeBatchFile } from "#main/password-card/make-batch-file.ts";
import type { ShopFolder } from "#main/password-card/shop-folder.ts";
import { type OpenShopKey, openShopKey } from "#main/password-card/shop-key.ts";
import { approvalOf, type Decide, type Decided, recordRefusal } from "#main/transactions.ts";
import type { Tell } from "#main/workstation.ts";

/** What making batches needs. */
export interface BatchMakingParts {
  readonly desk: Desk;
  readonly decideOn: Decide;
  readonly evidence: EvidenceBox;
  readonly cells: Cells;
  readonly folder: ShopFolder;
  /** A stopwatch in ms. */
  readonly now: () => number;
  readonly tell: Tell;
  readonly log: Log;
}

/** 制卡: makes approved batches of password cards, one at a time. */
export interface BatchMaker {
  readonly handlers: Pick<Handlers, "batch.make" | "batch.cancel">;
  /** Gives the file of a batch its final name, once the journal has the batch. */
  readonly onPosted: (posted: Batch) => void;
  /** What a crash left, at every start: the file of an interrupted batch is not there, or whole. */
  readonly settle: () => void;
  /** Whoever made a batch has left: what is not posted goes. */
  readonly release: () => void;
  /** The same at the end of the program, which nothing here may hold up. */
  readonly stop: () => Promise<void>;
}

/** A file that was made for a request and may not be posted yet. */
interface InHand {
  readonly view: MadeView;
  readonly batch: PasswordCardBatch;
  readonly request: TransactionRequest;
}

/**
 * Makes the file of an approved batch for the printer's shop, before the posting that names it.
 *
 * Until the journal has the batch the file is a `.part`. It is taken away when the making is called
 * off or fails, when another is begun, when the teller leaves, and at the next start; what is taken
 * away is journalled, for cells were worked out, if only encrypted (C05). Asked again for the same
 * request on the same day it names the file that was made: one request makes one batch.
 */
export function createBatchMaker(parts: BatchMakingParts): BatchMaker {
  const { desk, decideOn, evidence, folder, log } = parts;
  let making: { isCalledOff: boolean; readonly ended: Promise<unknown> } | undefined;
  let inHand: InHand | undefined;

  function recordCancelled(request: TransactionRequest): void {
    recordRefusal(desk, evidence, request, refuse({ code: "batch.cancelled" }));
  }

  function putDown(): void {
    if (!inHand) return;
    const { view, batch, request } = inHand;
    inHand = undefined;
    evidence.burn([view.ref]);
    recordCancelled(request);
    folder.drop(batch);
  }

  async function make(
    decided: Decided,
    wanted: BatchToMake,
    isCalledOff: () => boolean,
  ): Promise<Result<MadeView, Refusal>> {
    const ready = inHand && evidence.lookWritten(inHand.view.ref, decided.hash);
    if (inHand && ready && isStillWanted(inHand.batch, wanted)) return accept(inHand.view);
    putDown();
    const made = await makeFor(decided.request, { wanted, isCalledOff }, parts).catch((failure) => {
      orIncident(log, () => recordCancelled(decided.request));
      throw failure;
    });
    if (!made.ok) {
      recordRefusal(desk, evidence, decided.request, made);
      return made;
    }
    const batch = made.value;
    const ref = evidence.keepWritten({ type: "batch-file", batch }, decided.hash);
    const view: MadeView = { ref, file: folder.pathOf(batch), count: wanted.count };
    inHand = { view, batch, request: decided.request };
    return accept(view);
  }

  async function end(): Promise<void> {
    if (making) making.isCalledOff = true;
    await making?.ended;
  }

  return {
    handlers: {
      "batch.make": async ({ request: raw, grant }) => {
        const request = raw as TransactionRequest; // The schema paired the code with its input.
        if (making) return refuse({ code: "batch.busy" });
        const decided = decideOn(request);
        if (!decided.ok) return decided;
        const { context, decision } = decided.value;
        if (!decision.make) return refuse({ code: "request.unknown" });
        const approved = approvalOf(decided.value, grant);
        if (!approved.ok) {
          recordRefusal(desk, evidence, request, approved);
          return approved;
        }

        const isGone = () => desk.sitting()?.teller !== context.teller.id || !desk.isInService();
        const work = make(decided.value, decision.make, () => mine.isCalledOff || isGone());
        const mine = { isCalledOff: false, ended: work.catch(() => undefined) };
        making = mine;
        return work.finally(() => {
          making = undefined;
        });
      },
      "batch.cancel": async () => {
        await end();
        putDown();
        return accept("done");
      },
    },
    onPosted({ entries }) {
      for (const entry of entries) {
        if (entry.type !== "batch.made") continue;
        inHand = undefined;
        orIncident(log, () => folder.lay(entry.batch));
      }
    },
    settle: () => orIncident(log, () => settleFolder(parts)),
    release() {
      if (making) making.isCalledOff = true;
      orIncident(log, putDown);
    },
    async stop() {
      await end();
      orIncident(log, putDown);
    },
  };
}

/** Makes a file from the key to the last byte; without an answer, nothing of it is left. */
async function makeFor(
  request: TransactionRequest,
  { wanted, isCalledOff }: { readonly wanted: BatchToMake; readonly isCalledOff: () => boolean },
  parts: BatchMakingParts,
): Promise<Result<PasswordCardBatch, BatchRefusal>> {
  const { cells, folder, now, tell, log } = parts;
  const key = await unusedKey(shopKeyOf(request), parts.desk);
  if (!key.ok) return key;

  settleFolder(parts);
  const file = folder.begin(wanted.batch);
  const onProgress = byPercents(wanted.count, tell);
  let made: PasswordCardBatch | undefined;
  try {
    const making = { cells, key: key.value, file, now, isCalledOff, onProgress };
    made = await makeBatchFile(wanted.batch, making);
  } finally {
    if (!made) orIncident(log, file.discard);
  }
  return made ? accept(made) : refuse({ code: "batch.cancelled" });
}

/** Whether a batch that was made is the one to post: over midnight it has another day (rule 7). */
function isStillWanted({ file: _, ...made }: PasswordCardBatch, { batch }: BatchToMake): boolean {
  return isDeepStrictEqual(made, batch);
}

/** The shop's key, if it is one and no batch was ever encrypted with it. */
async function unusedKey(
  shopKey: ShopKey,
  { books }: Desk,
): Promise<Result<OpenShopKey, BatchRefusal>> {
  const key = await openShopKey(shopKey);
  if (!key.ok) return key;
  const { thumbprint } = key.value;
  const earlier = books.all("passwordCardBatch").find(({ file }) => file?.shopKey === thumbprint);
  return earlier ? refuse({ code: "batch.shop-key-used", batch: earlier.id }) : key;
}

function shopKeyOf(request: TransactionRequest): ShopKey {
  assert(request.code === "8007", "no other transaction makes cards");
  return request.input.shopKey;
}

/** Tells at the beginning, and whenever another hundredth is done. */
function byPercents(total: number, tell: Tell): (done: number) => void {
  let told = 0;
  tell("batch.progress", { done: 0, total });
  return (done) => {
    const percent = Math.floor((100 * done) / total);
    if (percent > told) tell("batch.progress", { done, total });
    told = percent;
  };
}

/** What a crash, or a disk that failed, has left: whole files are named, others journalled and gone. */
function settleFolder({ desk, folder }: BatchMakingParts): void {
  const strays = folder.layLeftovers(desk.books.all("passwordCardBatch"));
  if (strays.length > 0 && desk.branch()) {
    const refusal = "batch.cancelled";
    const entries = strays.map(() => ({ type: "request.refused", refusal }) as const);
    desk.commit({ teller: "system", code: "8007", entries });
  }
  folder.remove(strays);
}

/** A disk that fails here costs no posting: the next start puts right what is left. */
function orIncident(log: Log, work: () => void): void {
  try {
    work();
  } catch (failure) {
    log.incident(failure);
  }
}
