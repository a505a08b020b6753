import type { Command, Context, Decision } from "#core/commands/command.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import { mayAssist } from "#core/teller/teller.ts";

/** 9003 回单补打: a valid paper once more, counted and marked as a copy (3.12, T13). */
export const reprintSlip: Command<"9003"> = (input, context) =>
  reprint(input.slip, input.reason, context);

/** 4011 挂失申请书补打: as 9003, for loss applications alone. */
export const reprintApplication: Command<"4011"> = (input, context) => {
  const slip = context.books.find("slip", input.slip);
  if (slip?.kind !== "loss-application") return refuse({ code: "slip.unknown" });
  return reprint(input.slip, input.reason, context);
};

function reprint(
  number: string,
  reason: string,
  { books, teller }: Context,
): Result<Decision, Refusal> {
  const slip = books.find("slip", number);
  // An organ's receipt is not there for somebody without the duty (no tipping off).
  const isHidden = slip?.kind === "freeze-receipt" && !mayAssist(teller);
  if (!slip || isHidden) return refuse({ code: "slip.unknown" });
  if (slip.status === "void") return refuse({ code: "slip.void" });

  return accept({
    level: "A2",
    entries: [{ type: "slip.reprinted", slip: number, reason }],
    outcome: {
      facts: [
        textFact("slip", number),
        textFact("reprints", String(slip.reprints + 1)),
        textFact("reason", reason),
        termFact("note", "note.reprint"),
      ],
      relations: [],
    },
  });
}
