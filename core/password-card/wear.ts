import { type Coordinate, cellCount, coordinatesOf } from "#core/password-card/grid.ts";
import { type PasswordCard, usesLeft } from "#core/password-card/password-card.ts";
import type { PasswordCardRules } from "#core/password-card/rules.ts";

type ReuseRule = Pick<PasswordCardRules, "cellReuse">;

/** The cells that may be asked for: all of them (P11), or those never answered (O02). */
export function askableCells(
  { grid, cellsSeen }: Pick<PasswordCard, "grid" | "cellsSeen">,
  { cellReuse }: ReuseRule,
): readonly Coordinate[] {
  const all = coordinatesOf(grid);
  if (cellReuse) return all;

  const seen = new Set(cellsSeen);
  return all.filter((coordinate) => !seen.has(coordinate));
}

/** How many of them there are, which every payment asks: it costs nothing where all of them may be. */
export function countAskable(
  card: Pick<PasswordCard, "grid" | "cellsSeen">,
  rules: ReuseRule,
): number {
  return rules.cellReuse ? cellCount(card.grid) : askableCells(card, rules).length;
}

/** How many more right answers the card can give: its uses, and its cells where each serves once. */
export function answersLeft(card: PasswordCard, rules: ReuseRule): number {
  if (rules.cellReuse) return usesLeft(card);

  const challenges = Math.floor(countAskable(card, rules) / card.grid.challengeSize);
  return Math.min(usesLeft(card), challenges);
}

/** Whether so little is left that the customer is reminded before the card ends (P14). */
export function isToRemind(
  card: PasswordCard,
  rules: Pick<PasswordCardRules, "cellReuse" | "remindAt">,
): boolean {
  return answersLeft(card, rules) <= rules.remindAt;
}
