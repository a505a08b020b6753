import type { Books } from "#core/books/books.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { Context, Decision, Refused } from "#core/commands/command.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Deed, type DeedKind, deedOf } from "#core/risk/deed.ts";
import { type RiskFlag, RiskFlagId } from "#core/risk/risk-flag.ts";
import { type Spoken, spokenOver } from "#core/risk/rules.ts";
import type { Signals } from "#core/risk/signals.ts";
import { termFact } from "#core/slip/facts.ts";
import type { TellerId } from "#core/teller/teller.ts";

/** What the eye is told besides a deed; contexts of counter and customer both have it. */
export interface RiskRoom {
  readonly books: Books;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly parameters: Parameters;
  readonly signals: Signals;
  /** The number that the next batch of the journal gets: where a warning will stand. */
  readonly sequence: number;
}

/** Something that is about to be written down, before the books are asked about it. */
interface Doing {
  readonly kind: DeedKind;
  readonly code: string;
  readonly teller: TellerId | "system";
  readonly entries: readonly Entry[];
}

/**
 * The eye over every transaction (1.6): tells, asks for more than one person, or refuses, as the branch
 * has its rules. Its warnings are entries of the decision, so that they stand in the very batch of what
 * they warn of, and a preview shows what will be done. No paper bears the line: it is no word to the
 * customer.
 */
export function underRisk(
  decision: Decision,
  { code }: TransactionRequest,
  context: Context,
): Result<Decision, Refusal> | Refused {
  const { teller } = context;
  const doing = { kind: "posted", code, teller: teller.id, entries: decision.entries } as const;
  const { deed, spoken } = eyeOn(doing, context);
  if (spoken.length === 0) return accept(decision);

  const [refusing] = spoken.filter(({ setting }) => setting.outcome === "refuse");
  if (refusing) {
    const flags = flagsOf(spoken, deed, "stopped", context);
    return { ...refuse({ code: "risk.refused", rule: refusing.rule }), entries: flags };
  }
  const { outcome, paper = outcome.facts, level, entries } = decision;
  const warnings = spoken.map(({ rule }) => termFact("risk", `risk.${rule}`));
  return accept({
    ...decision,
    level: spoken.reduce(raised, level),
    entries: [...entries, ...flagsOf(spoken, deed, "went-on", context)],
    outcome: { ...outcome, facts: [...outcome.facts, ...warnings] },
    paper,
  });
}

/**
 * The warnings over an attempt that was refused anyway: three wrong PINs of three customers are nobody's
 * posting (R23). They stand in the batch that counts the attempt.
 */
export function warningsOfRefusal(
  counted: readonly Entry[],
  { code, teller }: Pick<Doing, "code" | "teller">,
  room: RiskRoom,
): readonly Entry[] {
  // What the rules of the eye itself refused has its warnings with it.
  if (counted.some(({ type }) => type === "risk.flagged")) return [];
  const { deed, spoken } = eyeOn({ kind: "refused", code, teller, entries: counted }, room);
  return flagsOf(spoken, deed, "stopped", room);
}

/** Whether a number may be shown in full (R23): the warnings to write down with it, or the refusal. */
export function unmaskingUnderRisk(
  shown: Extract<Entry, { type: "customer.revealed" }>,
  { code, teller }: Pick<Doing, "code" | "teller">,
  room: RiskRoom,
): Result<readonly Entry[], Refusal> | Refused {
  const { deed, spoken } = eyeOn({ kind: "looked", code, teller, entries: [shown] }, room);
  const [refusing] = spoken.filter(({ setting }) => setting.outcome === "refuse");
  if (!refusing) return accept(flagsOf(spoken, deed, "went-on", room));
  const flags = flagsOf(spoken, deed, "stopped", room);
  return { ...refuse({ code: "risk.refused", rule: refusing.rule }), entries: flags };
}

/** What the branch's rules say of something that is about to be written down. */
export function eyeOn(
  doing: Doing,
  { books, now, today, parameters, signals }: RiskRoom,
): { readonly deed: Deed; readonly spoken: readonly Spoken[] } {
  const deed = deedOf({ ...doing, at: now, today, books });
  return { deed, spoken: spokenOver(deed, signals, parameters.risk) };
}

/** A warning for each rule that spoke up. */
export function flagsOf(
  spoken: readonly Spoken[],
  { code, teller }: Pick<Deed, "code" | "teller">,
  decision: RiskFlag["decision"],
  { books, now, today, sequence }: Omit<RiskRoom, "signals" | "parameters">,
  more: Pick<RiskFlag, "binding" | "wallet"> = {},
  /** So many warnings stand before these in the same batch. */
  before = 0,
): readonly Extract<Entry, { type: "risk.flagged" }>[] {
  if (spoken.length === 0) return [];
  const next = books.count("riskFlag") + before + 1;
  return spoken.map(({ rule, setting: { outcome, level }, customer, facts }, index) => ({
    type: "risk.flagged",
    flagged: {
      id: RiskFlagId.parse(`rf-${next + index}`),
      ...{ rule, outcome, code, teller, at: now, on: today, sequence, facts, decision, ...more },
      ...(outcome === "level" ? { level } : {}),
      ...(customer ? { customer } : {}),
    },
  }));
}

function raised(standing: Decision["level"], { setting }: Spoken): Decision["level"] {
  const { outcome, level } = setting;
  return outcome === "level" && level > standing ? level : standing;
}
