import { fileFacts, fileOfCase } from "#core/commands/card-file.ts";
import type { Command } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { slipPromise, waitingTerm } from "#core/commands/report-formal-loss.ts";
import { identifyReporter, reporterFacts } from "#core/commands/represent.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { atReportBranch, formallyOpen } from "#core/loss/collection.ts";
import { signedFen } from "#core/money/fen.ts";
import { instantFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";

/**
 * 4005 挂失申请书挂失: the slip itself is lost (T13).
 *
 * At the branch of the report, and never by an agent where a PIN is lost too (T20). The amount must
 * agree with the register; a whole new term begins, never ending earlier than the old one, and from
 * now on the report cannot be withdrawn.
 */
export const reportSlipLost: Command<"4005"> = (input, context) => {
  const { books, branch, today } = context;
  const here = atReportBranch(books.find("lossCase", input.lossCase), branch.code);
  if (!here.ok) return here;
  const lossCase = here.value;
  const open = formallyOpen(lossCase, today);
  if (!open.ok) return open;

  if (lossCase.kind !== "card" && input.reporter.by !== "holder") {
    return refuse({ code: "agency.holder-only", rule: "T20" });
  }

  const file = fileOfCase(lossCase, context);
  const { customer } = file;
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const reporter = identifyReporter(customer, input.reporter, context);
  if (!reporter.ok) return reporter;
  if (signedFen(input.amount) !== lossCase.balanceAtReport) {
    return refuse({ code: "loss.register-mismatch", field: "amount" });
  }

  const oldTerm = lossCase.maturesOn;
  const newTerm = waitingTerm(context);
  const maturesOn = oldTerm && oldTerm > newTerm ? oldTerm : newTerm;
  const facts = [
    textFact("lossCase", lossCase.number),
    instantFact("acceptedAt", lossCase.acceptedAt),
    textFact("hold", lossCase.hold),
    ...fileFacts(file),
    termFact("kind", `kind.${lossCase.kind}`),
    moneyFact("balanceAtReport", lossCase.balanceAtReport),
    ...identityFacts(customer, input.identity),
    ...reporterFacts(input.reporter, context),
    ...(lossCase.slip ? [textFact("oldSlip", lossCase.slip)] : []),
    textFact("newSlip", context.slipNumber),
    ...(lossCase.numbering ? [termFact("numbering", `numbering.${lossCase.numbering}`)] : []),
    ...slipPromise(maturesOn, context),
    termFact("note", "note.slip-cannot-withdraw"),
  ];
  return accept({
    level: "A2",
    entries: [
      ...(lossCase.slip ? [{ type: "slip.voided", slip: lossCase.slip } as const] : []),
      { type: "loss.slip-lost", lossCase: lossCase.number, maturesOn, slip: context.slipNumber },
    ],
    outcome: { facts, relations: [] },
    slip: "loss-application",
  });
};
