import { firstDayAfterTerm } from "#core/calendar/term.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { type Fee, takeFee } from "#core/commands/fee.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { openCase, type Report, reportableFile } from "#core/commands/open-loss-case.ts";
import { identifyReporter, reporterFacts } from "#core/commands/represent.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { fen } from "#core/money/fen.ts";
import { dateFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * 4002 书面挂失: the written report, by the holder or an agent with both documents (T02, T09).
 *
 * From D+8 on the holder collects a new card with the slip printed here (T05, T06, L01, L11).
 */
export const reportFormalLoss: Command<"4002"> = (input, context) => {
  if (input.medium === "bill") return refuse({ code: "loss.bill-out-of-scope" });
  return reportInWriting({ ...input, kind: "card" }, context);
};

/**
 * 4004 密码挂失, 双挂失: the PIN is forgotten, alone or with the card; never by an agent (T20).
 *
 * For a PIN alone nothing is charged (T21).
 */
export const reportPinLoss: Command<"4004"> = (input, context) => reportInWriting(input, context);

type Written = Omit<TransactionInput<"4002">, "medium" | "numbering"> &
  Pick<TransactionInput<"4004">, "numbering"> & { readonly kind: Report["kind"] };

function reportInWriting(input: Written, context: Context): Result<Decision, Refusal> {
  const file = reportableFile(input.card, input.kind, context);
  if (!file.ok) return file;
  const { customer } = file.value;
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const reporter = identifyReporter(customer, input.reporter, context);
  if (!reporter.ok) return reporter;
  // The fee leaves first: once the hold stands, nothing leaves the account.
  const fee =
    input.kind === "pin" ? accept(nothing) : takeFee("loss-report", input, file.value, context);
  if (!fee.ok) return fee;

  const maturesOn = waitingTerm(context);
  const opened = openCase(
    file.value,
    {
      kind: input.kind,
      reason: input.reason,
      channel: "counter",
      numbering: input.numbering,
      agent: reporter.value,
      term: { type: "formal", maturesOn },
    },
    context,
  );

  const facts = [
    ...opened.facts,
    ...identityFacts(customer, input.identity),
    textFact("address", customer.address),
    ...reporterFacts(input.reporter, context),
    ...fee.value.facts,
    ...(input.numbering ? [termFact("numbering", `numbering.${input.numbering}`)] : []),
    dateFact("formalOn", context.today),
    ...slipPromise(maturesOn, context),
  ];
  return accept({
    level: "A2",
    entries: [...fee.value.entries, ...opened.entries],
    outcome: { facts, relations: [] },
    slip: "loss-application",
  });
}

/** T21: a PIN alone costs nothing. */
const nothing: Fee = { entries: [], facts: [moneyFact("fee", fen(0))] };

/** The first day of collection for a report written today (T05, T06). */
export function waitingTerm({ today, holidays, parameters }: Context) {
  return firstDayAfterTerm({ start: today, days: parameters.lossFormalDays, holidays });
}

/** What the collection paper promises: when, where, and what follows if it is lost (3.12, T13). */
export function slipPromise(
  maturesOn: Parameters<typeof dateFact>[1],
  context: Context,
): readonly Fact[] {
  return [
    dateFact("maturesOn", maturesOn),
    textFact("pickUpBranch", `${context.branch.code} ${context.branch.name}`),
    termFact("note", "note.bring-slip"),
    termFact("note", "note.slip-loss"),
    termFact("note", "note.credits-go-on"),
  ];
}
