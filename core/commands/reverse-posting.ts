import type { Command, Context } from "#core/commands/command.ts";
import { giveBack } from "#core/commands/give-back.ts";
import { reversalFacts } from "#core/commands/reversal-facts.ts";
import { TransactionCode } from "#core/contract/transactions.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known, unreachable } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { ReversalPart, ReversalRefusal } from "#core/reversal/reversal.ts";
import { feesIn, wasPosted, whyItStands } from "#core/reversal/undoable.ts";
import { undoings } from "#core/reversal/undoing.ts";
import type { Slip } from "#core/slip/slip.ts";
import type { TellerId } from "#core/teller/teller.ts";

/**
 * 1106 冲正/抹账 (C06, R08): a mistake of the same business day is undone by the exact opposite of what
 * it posted, on the word of a supervisor who had no hand in it. Nothing is edited: the original stays,
 * its slip is marked, and this posting names it.
 *
 * Whatever has a transaction of its own to undo it goes that way, with the papers that takes.
 */
export const reversePosting: Command<"1106"> = (input, context) => {
  const { sequence: original, part, reason, words } = input;
  const found = originalOf(original, context);
  if (!found.ok) return found;
  const undone = undoneOf(found.value, part);
  if (!undone.ok) return undone;
  const slip = slipOf(found.value, context);
  if (slip.reversed) return refuse({ code: "reversal.already", by: slip.reversed.by });
  const back = giveBack(undone.value, original, context);
  if (!back.ok) return back;

  const mark: Entry = {
    ...{ type: "posting.reversed", original, by: context.sequence, slip: slip.number },
    ...{ part, reason, words },
  };
  return accept({
    level: "A2",
    notBy: makersOf(found.value.batch),
    entries: [...back.value, mark],
    outcome: { facts: reversalFacts(input, slip, back.value, context), relations: [] },
    slip: "general",
  });
};

/** What is to be undone: a posting of the counter, and the transaction it was. */
interface Original {
  readonly batch: Batch;
  readonly code: TransactionCode;
}

/** The posting of today behind a journal number. An attempt that was refused posted nothing (C05). */
function originalOf(sequence: number, context: Context): Result<Original, ReversalRefusal> {
  const batch = context.posting(sequence);
  const code = TransactionCode.safeParse(batch?.code);
  if (!batch || !code.success || !wasPosted(batch)) return refuse({ code: "reversal.unknown" });
  if (code.data === "1106") return refuse({ code: "reversal.of-reversal" });

  const { businessDate: date } = batch;
  return date === context.today
    ? accept({ batch, code: code.data })
    : refuse({ code: "reversal.not-today", date });
}

/** The entries whose opposite is wanted, or why the way back is not by 1106. */
function undoneOf(
  { batch, code }: Original,
  part: ReversalPart,
): Result<readonly Entry[], ReversalRefusal> {
  if (part === "fee") {
    const fees = feesIn(batch);
    return fees.length > 0 ? accept(fees) : refuse({ code: "reversal.no-fee" });
  }
  const undoing = undoings[code];
  switch (undoing.by) {
    case "reversal": {
      const why = whyItStands(batch);
      return why ? refuse({ code: "reversal.stands", why }) : accept(batch.entries);
    }
    case "opposite":
      return refuse({ code: "reversal.has-own-opposite", opposite: undoing.opposite });
    case "nothing":
      return refuse({ code: "reversal.stands", why: undoing.why });
    default:
      return unreachable(undoing);
  }
}

/** The paper of the original as it is marked now. */
function slipOf({ batch }: Original, { books }: Context): Slip {
  const [number] = batch.entries.flatMap((entry) =>
    entry.type === "slip.issued" ? [entry.slip.number] : [],
  );
  const issued = known(number, "what moves money or pieces issues a slip");
  return known(books.find("slip", issued), "an issued slip is in the drawer");
}

/** Whoever made the original or gave the word for it: theirs does not count for undoing it. */
function makersOf({ teller, approvers }: Batch): readonly TellerId[] {
  return teller === "system" ? approvers : [teller, ...approvers];
}
