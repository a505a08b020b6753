import canonicalize from "canonicalize";
import { RequestHash } from "#core/authorisation/grant.ts";
import { takenUp } from "#core/authorisation/taken-up.ts";
import type { Holidays } from "#core/calendar/holidays.ts";
import type { BinTable } from "#core/card/bin.ts";
import type { Context, Decision, Evidence, Refused } from "#core/commands/command.ts";
import { approval, complete, decide, outcomeOf } from "#core/commands/execute.ts";
import { noticesOf, phonesTold } from "#core/commands/notices.ts";
import { papersToCompare } from "#core/commands/papers-to-compare.ts";
import { warningsOfRefusal } from "#core/commands/under-risk.ts";
import type { PreviewView, Receipt } from "#core/contract/posting-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Sealing } from "#core/day/day-seal.ts";
import type { FreezeLook } from "#core/freeze/freeze-entry.ts";
import type { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import { isOfOrders } from "#core/freeze/order-codes.ts";
import type { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { isWrongAnswer } from "#core/risk/deed.ts";
import { nextSlipNumber } from "#core/slip/slip-number.ts";
import { mayAssist, maySeeOrders, type Teller } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import type { OrderLooks } from "#main/enquiries/order-looks.ts";
import { type EvidenceBox, refsIn } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { everyRow } from "#main/ledger/page.ts";
import { riskRoom } from "#main/risk/risk-room.ts";
import { sha256 } from "#main/sha256.ts";

/** What rules are told besides the books: data files and what devices saw. */
export interface RuleSources {
  readonly holidays: Holidays;
  readonly bins: BinTable;
  readonly freezeKinds: FreezeKinds;
  readonly evidence: EvidenceBox;
  readonly sealing: () => Sealing;
}

/** A request that was decided on: the hash it is known by, and the context of the decision. */
export interface Decided {
  readonly request: TransactionRequest;
  readonly hash: RequestHash;
  readonly context: Context;
  readonly decision: Decision;
}

/** SHA-256 over the request in canonical JSON (RFC 8785): what a second person's word is bound to. */
export function hashOf(request: TransactionRequest): RequestHash {
  const text = known(canonicalize(request), "a request is plain data");
  return RequestHash.parse(sha256(text));
}

/** Decides on a request at the desk as it stands; a refusal is journalled at once (C05). */
export type Decide = (
  request: TransactionRequest,
  written?: string | undefined,
) => Result<Decided, Refusal>;

/** The same for whoever keyed the request, although somebody else may sit here now (9004). */
export type DecideFor = (
  maker: Teller,
  request: TransactionRequest,
  written?: string | undefined,
) => Result<Decided, Refusal>;

/** The rule book at this desk. Nothing awaits between looking at the books and the answer. */
export function decideAt(desk: Desk, sources: RuleSources): Decide {
  const decide = decideFor(desk, sources);
  return (request, written) => {
    desk.settle();
    const teller = desk.atWork();
    return teller.ok ? decide(teller.value, request, written) : teller;
  };
}

/** The rule book, asked for a maker who need not be at the counter any more. */
export function decideFor(desk: Desk, sources: RuleSources): DecideFor {
  return (maker, request, written) => {
    const hash = hashOf(request);
    const wrote = written && sources.evidence.lookWritten(written, hash);
    const context = contextOf(desk, sources, maker, wrote || undefined);
    const decision = decide(request, context);
    if (decision.ok) return accept({ request, hash, context, decision: decision.value });

    recordRefusal(desk, sources.evidence, request, decision);
    return refuse(decision.refusal);
  };
}

/**
 * Writes down that the rules said no. A wrong PIN counts whether it came with a preview or a run,
 * and is used up by it: asking twice with one entry would count twice (C05, T25).
 */
export function recordRefusal(
  desk: Desk,
  evidence: EvidenceBox,
  { code, input }: TransactionRequest,
  { refusal, entries: counted = [] }: Pick<Refused, "refusal" | "entries">,
): void {
  if (counted.some(isWrongAnswer)) {
    const isTried = (ref: string) => ["pin", "sms-code"].includes(evidence.look(ref)?.type ?? "");
    evidence.burn(refsIn(input).filter(isTried));
  }
  const asked = { code, teller: desk.sitting()?.teller ?? "system" } as const;
  const warnings = desk.branch() ? warningsOfRefusal(counted, asked, riskRoom(desk)) : [];
  desk.commit({
    ...asked,
    entries: [...counted, ...warnings, { type: "request.refused", refusal: refusal.code }],
  });
}

/** Everything a rule is told at this desk now, besides the request. */
export function contextOf(
  desk: Desk,
  { holidays, bins, freezeKinds, evidence, sealing }: RuleSources,
  teller: Context["teller"],
  written: Context["written"],
): Context {
  const { branch, parameters } = known(desk.branch(), "nobody is at work before the branch is");
  const today = desk.today();
  return {
    books: desk.books,
    now: desk.now(),
    today,
    teller,
    branch,
    parameters,
    holidays,
    bins,
    freezeKinds,
    posting: (sequence) => {
      const isHidden = desk.ledger.isOfOrdersAlone(sequence) && !maySeeOrders(teller);
      return isHidden ? undefined : desk.ledger.batch(sequence);
    },
    concerning: (customer) => concerning(desk, customer),
    evidence: (ref: string): Evidence | undefined => evidence.look(ref),
    sealing,
    written,
    sequence: desk.nextSequence(),
    signals: desk.signals,
    slipNumber: nextSlipNumber(branch.code, today, desk.books.count("slip")),
    sha256,
  };
}

/** All that was posted about a customer, without orders of the state: a few hundred batches in a life. */
export function concerning({ ledger }: Desk, customer: CustomerId): readonly Batch[] {
  return [...everyRow((page) => ledger.journalPage({ customer, withoutOrders: true, page }))];
}

/**
 * Previewing and running: the same decision, shown or posted (design rules 6 to 8). What a preview or
 * a repeated answer shows of an order is a look at it, and journalled.
 */
export function transactionHandlers(
  desk: Desk,
  decideOn: Decide,
  {
    evidence,
    looks,
    mayErase,
  }: {
    readonly evidence: EvidenceBox;
    readonly looks: OrderLooks;
    /** Whether the card reader that is set up could erase at all. */
    readonly mayErase: () => boolean;
  },
): Pick<Handlers, "transaction.preview" | "transaction.run"> {
  return {
    "transaction.preview": (raw) => {
      const request = raw as TransactionRequest; // The schema paired the code with its input.
      const decided = decideOn(request);
      if (!decided.ok) return decided;
      // Nobody is asked to agree to what this counter cannot do.
      if (decided.value.decision.erase && !mayErase()) {
        const refused = refuse({ code: "reader.not-supported" });
        recordRefusal(desk, evidence, request, refused);
        return refused;
      }
      if (isOfOrders(request.code)) looks.record({ what: "preview", ...whatOf(request) });
      return accept(previewOf(decided.value));
    },

    "transaction.run": ({ id, request: raw, grant, written, parked }) => {
      const teller = desk.atWork();
      if (!teller.ok) return teller;
      const request = raw as TransactionRequest; // The schema paired the code with its input.
      const seen = desk.ledger.requestSeen(id);
      // Whoever may not see orders gets no first answer about one either: the rules refuse below.
      if (seen && !(isOfOrders(request.code) && !mayAssist(teller.value))) {
        const again = answerAgain(desk, seen, hashOf(request));
        if (!again.ok) recordRefusal(desk, evidence, request, again);
        else if (isOfOrders(request.code)) looks.record({ what: "receipt", ...whatOf(request) });
        return again;
      }

      const decided = decideOn(request, written);
      if (!decided.ok) return decided;
      const { context, decision, hash } = decided.value;
      const completed = complete(decision, { code: request.code, hash, grant }, context);
      if (!completed.ok) {
        recordRefusal(desk, evidence, request, completed);
        return completed;
      }

      const settled = takenUp(desk.books, {
        ...{ code: request.code, hash, maker: context.teller.id, parked },
      });
      if (!settled.ok) {
        recordRefusal(desk, evidence, request, settled);
        return settled;
      }

      const { entries, approvers, slip } = completed.value;
      const batch = desk.commit({
        teller: context.teller.id,
        approvers,
        code: request.code,
        request: { id, hash },
        outcome: outcomeOf(decision),
        ...(slip ? { slip: slip.number } : {}),
        entries: [
          ...entries,
          ...settled.value.map(({ id }) => ({ type: "request.taken-up", parked: id }) as const),
        ],
      });
      evidence.burn([...refsIn(request.input), ...(written ? [written] : [])]);
      for (const { input } of settled.value) evidence.burn(refsIn(JSON.parse(input)));
      return accept(receiptOf(desk, batch));
    },
  };
}

/** What a decision would do, and what whoever gives their word compares with the screen (D04). */
export function previewOf({ request, decision, hash, context }: Decided): PreviewView {
  const { outcome, level, write, make, erase, entries } = decision;
  const tells = phonesTold([...entries, ...noticesOf(entries, request.code, context)]);
  return {
    outcome,
    level,
    hash,
    writes: write !== undefined,
    ...(make ? { makes: make.count } : {}),
    ...(erase ? { erases: true as const } : {}),
    ...(tells.length > 0 ? { tells } : {}),
    ...(level === "A0" ? {} : { papers: papersToCompare(request, context) }),
  };
}

/** The order or the account that a request on orders is about. */
export function whatOf({ code, input }: TransactionRequest): Omit<FreezeLook, "what"> {
  return {
    code,
    ...("order" in input ? { order: String(input.order) } : {}),
    ...("account" in input ? { account: String(input.account) } : {}),
  };
}

/** The first answer again for the same request; another request under its id is refused. */
function answerAgain(
  desk: Desk,
  seen: { readonly hash: string; readonly sequence: number },
  hash: RequestHash,
): Result<Receipt, Refusal> {
  if (seen.hash !== hash) return refuse({ code: "request.repeated-differently" });
  return accept(
    receiptOf(desk, known(desk.ledger.batch(seen.sequence), "a seen request has its batch")),
  );
}

function receiptOf(desk: Desk, batch: Batch): Receipt {
  const slip = batch.slip === undefined ? undefined : desk.books.find("slip", batch.slip);
  return {
    sequence: batch.sequence,
    recordedAt: batch.recordedAt,
    outcome: batch.outcome ?? { facts: [], relations: [] },
    ...(slip ? { slip: slip.number, slipKind: slip.kind } : {}),
  };
}

/** Whether a decided request has the second person's word it needs, before a card is touched. */
export function approvalOf({ decision, hash, context }: Decided, grant: string | undefined) {
  return approval(decision, { hash, grant }, context);
}
