import type { Fact } from "#core/slip/slip.ts";

/** A line for one side alone: what the desk must see before it posts, or what the paper must prove. */
interface OneSided {
  readonly only: "desk" | "paper";
  readonly fact: Fact;
}

/** A line of a receipt: said at the desk and on the paper alike unless it says otherwise. */
export type Line = Fact | OneSided;

/** What the desk must see, and nobody takes away. */
export const atDesk = (fact: Fact): Line => ({ only: "desk", fact });

/** What the paper bears in full, and no screen shows. */
export const onPaper = (fact: Fact): Line => ({ only: "paper", fact });

/** The lines as one side says them. */
export function linesFor(side: OneSided["only"], lines: readonly Line[]): readonly Fact[] {
  return lines.flatMap((line) => {
    if (!("only" in line)) return [line];
    return line.only === side ? [line.fact] : [];
  });
}
