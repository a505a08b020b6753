import type { Command } from "#core/commands/command.ts";
import { namesCase, strandsOf } from "#core/evidence-pack/case-strands.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 9005 审计取证: two people allow that the evidence of one loss case leaves the branch as a signed and
 * encrypted file, and for what. The file itself is written after this posting, so that it holds it.
 */
export const packEvidence: Command<"9005"> = (input, { books, concerning }) => {
  const lossCase = books.find("lossCase", input.lossCase);
  if (!lossCase) return refuse({ code: "loss.unknown" });

  const { number } = lossCase;
  const naming = concerning(lossCase.customer).filter((batch) => namesCase(batch, number));
  const { postings, grants, slips } = strandsOf(number, naming);
  return accept({
    level: "A2",
    entries: [{ type: "evidence.authorised", lossCase: number, reason: input.reason }],
    outcome: {
      facts: [
        textFact("lossCase", number),
        textFact("reason", input.reason),
        textFact("casePostings", String(postings.size)),
        textFact("caseSlips", String(slips.size)),
        textFact("caseApprovals", String(grants.size)),
        termFact("note", "note.pack-follows"),
      ],
      relations: [],
    },
  });
};
