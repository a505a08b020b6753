import type { Hold } from "#core/account/hold.ts";
import type { Agent } from "#core/agency/agent.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type Card, expiryOf, isCurrent } from "#core/card/card.ts";
import { isExpired } from "#core/card/expiry.ts";
import { type CardFile, cardToday, fileFacts, fileOf } from "#core/commands/card-file.ts";
import type { Context } from "#core/commands/command.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Entry } from "#core/journal/entry.ts";
import { type Result, refuse } from "#core/kernel/result.ts";
import type { LossCase, LossKind, Numbering } from "#core/loss/loss-case.ts";
import { nextCaseNumber, reportable } from "#core/loss/report.ts";
import { instantFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** The file of a card whose loss of `kind` may be reported now. */
export function reportableFile(
  id: string,
  kind: LossKind,
  context: Context,
): Result<CardFile, Refusal> {
  const file = fileOf(id, context);
  if (!file.ok) return file;

  const { books, today } = context;
  const { card, account } = file.value;
  if (isCurrent(card) && isExpired(expiryOf(card), today)) return refuse({ code: "card.expired" });
  const cases = books
    .list("lossCase", "account", account.id)
    .filter((lossCase) => cardToday(lossCase, books).id === card.id);
  const may = reportable(card, cases, kind, today);
  return may.ok ? file : may;
}

/** What a report says of itself besides the card. */
export interface Report {
  readonly kind: LossKind;
  readonly reason: string;
  readonly channel: "counter" | "phone";
  readonly numbering?: Numbering | undefined;
  readonly agent?: Agent | undefined;
  readonly term:
    | { readonly type: "oral"; readonly lastDay: BusinessDate }
    | { readonly type: "formal"; readonly maturesOn: BusinessDate };
}

/** A new case: the entries that open it and the lines that describe it. */
export interface OpenedCase {
  readonly lossCase: LossCase;
  readonly entries: readonly Entry[];
  readonly facts: readonly Fact[];
}

/**
 * Opens the case and, in the same posting, places its hold: the card is dead from the acceptance
 * second on (L08, L09, T04).
 *
 * The hold takes the account where the card is its only medium, else this card alone (5.2). A
 * medium that is itself reported lost does not count: nobody may draw with it.
 */
export function openCase(file: CardFile, report: Report, context: Context): OpenedCase {
  const { card, account, customer } = file;
  const { books, now, today, branch } = context;
  const number = nextCaseNumber(branch.code, today, (taken) => !!books.find("lossCase", taken));
  const isOnlyMedium = !books
    .list("card", "account", account.id)
    .some((other) => other.id !== card.id && isCurrent(other) && other.loss === "none");
  const hold: Hold = {
    id: `h-${number}`,
    account: account.id,
    kind: isOnlyMedium ? "debit-block" : "stop-voucher",
    source: { type: "loss", lossCase: number },
    placedAt: now,
    status: "active",
  };
  const { term, numbering, agent } = report;
  const lossCase: LossCase = {
    number,
    branch: branch.code,
    card: card.id,
    account: account.id,
    customer: customer.id,
    kind: report.kind,
    status: term.type === "oral" ? "oral-active" : "formal-waiting",
    channel: report.channel,
    acceptedAt: now,
    hold: hold.id,
    reason: report.reason,
    balanceAtReport: account.balance,
    slipLost: false,
    ...(numbering ? { numbering } : {}),
    ...(agent ? { agent } : {}),
    ...(term.type === "oral"
      ? { oralLastDay: term.lastDay }
      : { formalOn: today, maturesOn: term.maturesOn, slip: context.slipNumber }),
  };

  return {
    lossCase,
    entries: [
      { type: "hold.placed", hold },
      { type: "loss.reported", lossCase },
      ...markLoss(card, report.kind, term.type),
    ],
    facts: [
      textFact("lossCase", number),
      instantFact("acceptedAt", now),
      ...fileFacts(file),
      termFact("kind", `kind.${report.kind}`),
      termFact("channel", `channel.${report.channel}`),
      textFact("reason", report.reason),
      moneyFact("balanceAtReport", account.balance),
      textFact("hold", hold.id),
      termFact("holdScope", isOnlyMedium ? "hold-scope.account" : "hold-scope.card"),
    ],
  };
}

/** What the report does to the card itself: card and PIN are lost apart or together (T10). */
export function markLoss(card: Card, kind: LossKind, loss: "oral" | "formal"): readonly Entry[] {
  return [
    ...(kind === "pin" ? [] : [{ type: "card.loss-marked", card: card.id, loss } as const]),
    ...(kind === "card" ? [] : [{ type: "card.pin-lost", card: card.id } as const]),
  ];
}
