import { termEnd } from "#core/calendar/term.ts";
import type { Command } from "#core/commands/command.ts";
import { callAbout } from "#core/commands/hotline.ts";
import { matchDocument } from "#core/commands/identify.ts";
import { openCase, reportableFile } from "#core/commands/open-loss-case.ts";
import { maskTypedPhone } from "#core/commands/represent.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { dateFact, termFact, textFact } from "#core/slip/facts.ts";

/**
 * 4001 口头挂失: the loss is said, not written; the money is safe from this second for 5 days.
 *
 * Anybody may say it, at the counter or by phone, if the identity items agree (T03, 3.7). It lapses
 * by itself unless a written report follows before the last day is over (T06, T08).
 */
export const reportOralLoss: Command<"4001"> = (input, context) => {
  if (input.medium === "bill") return refuse({ code: "loss.bill-out-of-scope" });
  if (!context.parameters.oralChannels.includes(input.channel)) {
    return refuse({ code: "loss.channel" });
  }

  const file = reportableFile(input.card, "card", context);
  if (!file.ok) return file;
  const matched = matchDocument(file.value.customer, input.document, context);
  if (!matched.ok) return matched;

  const { today, holidays, parameters } = context;
  const lastDay = termEnd({ start: today, days: parameters.lossOralDays, holidays });
  const opened = openCase(
    file.value,
    {
      kind: "card",
      reason: input.reason,
      channel: input.channel,
      term: { type: "oral", lastDay },
    },
    context,
  );

  const { name } = file.value.customer;
  // Who is on the telephone said so already, when the call was taken.
  const call = input.channel === "phone" ? callAbout(file.value.customer.id, context) : undefined;
  const caller = call ? { name: call.callerName, phone: call.callerPhone } : input.caller;
  const isHolder = !caller || (call !== undefined && caller.name === name);
  const facts = [
    ...opened.facts,
    textFact("customer", name),
    termFact("reporter", isHolder ? "reporter.holder" : "reporter.agent"),
    ...(caller
      ? [textFact("caller", caller.name), textFact("callerPhone", maskTypedPhone(caller.phone))]
      : []),
    dateFact("oralLastDay", lastDay),
    termFact("note", "note.oral-lapses"),
    termFact("note", "note.credits-go-on"),
  ];
  return accept({
    level: "A0",
    entries: opened.entries,
    outcome: { facts, relations: [] },
    slip: "general",
  });
};
