import type { Instant } from "#core/calendar/instant.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { endFacts } from "#core/commands/freeze-facts.ts";
import { activeOrderOfOrgan, type OrderFile } from "#core/commands/freeze-papers.ts";
import { measureTaken } from "#core/commands/freeze-receipt.ts";
import type { FreezeKind, FreezeTerm } from "#core/freeze/freeze-kind.ts";
import type { FreezeOrder, FreezePapers, FreezeRefusal } from "#core/freeze/freeze-order.ts";
import { endOfTerm, overlong, renewedEnd } from "#core/freeze/term.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { instantFact } from "#core/slip/facts.ts";

/** 6002 续冻: the same order with a later end, asked for before the old one; its rank stays (F11, F12). */
export const renewFreeze: Command<"6002"> = (input, context) => {
  const file = activeOrderOfOrgan(input, "renewal", context);
  if (!file.ok) return file;
  if (file.value.order.papers.organ.kind === "emergency-stop") {
    return refuse({ code: "freeze.use-instead", transaction: "6007" });
  }
  return renewed(file.value, input, context);
};

/** What a renewal asks for: its paper, and how much longer. */
interface Asked {
  readonly papers: FreezePapers;
  readonly term: FreezeTerm;
  readonly isExtended: boolean;
}

/** The renewal of an order in force, if its kind allows one more (table 3.4). */
export function renewed(
  file: OrderFile,
  { papers, term, isExtended }: Asked,
  context: Context,
): Result<Decision, FreezeRefusal> {
  const { order, kind } = file;
  const end = laterEnd(order, kind, { term, isExtended }, context.now);
  if (!end.ok) return end;

  const { from, endsAt } = end.value;
  const renewal = { papers, term, isExtended, from, endsAt };
  const measure = { type: "freeze.renewed", order: order.id, renewal } as const;
  const lines = [instantFact("renewedFrom", from), ...endFacts({ endsAt })];
  return accept(measureTaken(file, { level: "A2", papers, measure, lines }, context));
}

/** The end it has and the end it gets, within how often, how long and how long in all (3.4). */
function laterEnd(
  { endsAt: from, renewals, effectiveAt }: FreezeOrder,
  { renewal }: FreezeKind,
  { term, isExtended }: Omit<Asked, "papers">,
  now: Instant,
): Result<{ readonly from: Instant; readonly endsAt: Instant }, FreezeRefusal> {
  if (!renewal || from === undefined) return refuse({ code: "freeze.not-renewable" });
  const { atMost, total } = renewal;
  if (atMost !== undefined && renewals.length >= atMost) {
    return refuse({ code: "freeze.renewals-used", atMost });
  }
  if (renewals.some((earlier) => earlier.from > now)) {
    return refuse({ code: "freeze.renewal-pending" });
  }
  const longest = (isExtended ? renewal.extended : undefined) ?? renewal.longest;
  const refused = overlong(term, longest);
  if (refused) return refuse(refused);

  const endsAt = known(renewedEnd(from, term), "a renewal has a term");
  const start = known(effectiveAt, "an order in force took effect");
  const latest = total && endOfTerm(start, total);
  if (total && total.unit !== "open" && latest !== undefined && endsAt > latest) {
    return refuse({ code: "freeze.total-too-long", unit: total.unit, count: total.count });
  }
  return accept({ from, endsAt });
}
