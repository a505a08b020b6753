import type { FactName } from "#core/slip/fact-name.ts";
import type { Fact } from "#core/slip/slip.ts";

/** What the desk must see before it posts, and no organ takes away: how other organs' orders fare. */
const forTheDesk: readonly FactName[] = ["losesControl", "losesAmount"];

/** The lines of an outcome that its slip bears: all but those that are the desk's own. */
export function onPaper(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ name }) => !forTheDesk.includes(name));
}
