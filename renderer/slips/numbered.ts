import type { Fact } from "#core/slip/slip.ts";

/** A line of a paper with a key of its own: a name may come twice, and the order never changes. */
export interface NumberedFact {
  readonly key: string;
  readonly fact: Fact;
}

/** The lines with their place as their key. */
export function numbered(facts: readonly Fact[]): readonly NumberedFact[] {
  return facts.map((fact, index) => ({ key: `${index}:${fact.name}`, fact }));
}
