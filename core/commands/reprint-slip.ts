import type { Command, Context, Decision } from "#core/commands/command.ts";
import { takeFeeInCash } from "#core/commands/fee.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import { mayAssist } from "#core/teller/teller.ts";

/** 9003 回单补打: a valid paper once more, counted and marked as a copy (3.12, T13). */
export const reprintSlip: Command<"9003"> = (input, context) => reprint(input, context);

/** 4011 挂失申请书补打: as 9003, for loss applications alone. */
export const reprintApplication: Command<"4011"> = (input, context) => {
  const slip = context.books.find("slip", input.slip);
  if (slip?.kind !== "loss-application") return refuse({ code: "slip.unknown" });
  return reprint(input, context);
};

function reprint(input: TransactionInput<"9003">, context: Context): Result<Decision, Refusal> {
  const { books, teller } = context;
  const { slip: number, reason } = input;
  const slip = books.find("slip", number);
  // An organ's receipt is not there for somebody without the duty (no tipping off).
  const isHidden = slip?.kind === "freeze-receipt" && !mayAssist(teller);
  if (!slip || isHidden) return refuse({ code: "slip.unknown" });
  if (slip.status === "void") return refuse({ code: "slip.void" });

  const fee = takeFeeInCash("slip-reprint", input, context);
  if (!fee.ok) return fee;

  return accept({
    level: "A2",
    entries: [{ type: "slip.reprinted", slip: number, reason }, ...fee.value.entries],
    outcome: {
      facts: [
        textFact("slip", number),
        textFact("reprints", String(slip.reprints + 1)),
        textFact("reason", reason),
        ...fee.value.facts,
        termFact("note", "note.reprint"),
      ],
      relations: [],
    },
    ...(fee.value.entries.length > 0 ? { slip: "general" as const } : {}),
  });
}
