import { fileFacts, fileOfCase } from "#core/commands/card-file.ts";
import type { Command } from "#core/commands/command.ts";
import { takeFee } from "#core/commands/fee.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { slipPromise, waitingTerm } from "#core/commands/report-formal-loss.ts";
import { identifyReporter, reporterFacts } from "#core/commands/represent.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { atReportBranch } from "#core/loss/collection.ts";
import { statusOn } from "#core/loss/loss-case.ts";
import { dateFact, instantFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";

/**
 * 4003 口头转书面: the oral report is put into writing before it lapses.
 *
 * The same hold goes on without a gap; the seven days count from the written day (5.2).
 */
export const upgradeLoss: Command<"4003"> = (input, context) => {
  const { books, today } = context;
  const here = atReportBranch(books.find("lossCase", input.lossCase), context.branch.code);
  if (!here.ok) return here;
  const lossCase = here.value;

  const status = statusOn(lossCase, today);
  if (status === "lapsed" && lossCase.oralLastDay) {
    return refuse({ code: "loss.lapsed", lastDay: lossCase.oralLastDay });
  }
  if (status !== "oral-active") return refuse({ code: "loss.not-oral", status });

  const file = fileOfCase(lossCase, context);
  const { customer } = file;
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const reporter = identifyReporter(customer, input.reporter, context);
  if (!reporter.ok) return reporter;
  const fee = takeFee("loss-report", input, file, context);
  if (!fee.ok) return fee;

  const maturesOn = waitingTerm(context);
  const facts = [
    textFact("lossCase", lossCase.number),
    instantFact("acceptedAt", lossCase.acceptedAt),
    textFact("hold", lossCase.hold),
    ...fileFacts(file),
    termFact("kind", `kind.${lossCase.kind}`),
    textFact("reason", lossCase.reason),
    moneyFact("balanceAtReport", lossCase.balanceAtReport),
    ...identityFacts(customer, input.identity),
    textFact("address", customer.address),
    ...reporterFacts(input.reporter, context),
    ...fee.value.facts,
    termFact("numbering", `numbering.${input.numbering}`),
    dateFact("formalOn", today),
    ...slipPromise(maturesOn, context),
    termFact("note", "note.hold-goes-on"),
  ];
  return accept({
    level: "A2",
    entries: [
      ...fee.value.entries,
      {
        type: "loss.upgraded",
        lossCase: lossCase.number,
        kind: lossCase.kind,
        formalOn: today,
        maturesOn,
        numbering: input.numbering,
        ...(reporter.value ? { agent: reporter.value } : {}),
        slip: context.slipNumber,
      },
      { type: "card.loss-marked", card: lossCase.card, loss: "formal" },
    ],
    outcome: { facts, relations: [] },
    slip: "loss-application",
  });
};
