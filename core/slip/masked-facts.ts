import { maskAccountNumber } from "#core/account/account-number.ts";
import type { Fact } from "#core/slip/slip.ts";

const WHOLE_NUMBER = /^\d{12,21}$/;

/**
 * The lines as lists and the journal show them: the payee's account masked as well (K01). It stands
 * in full only where the customer must be able to check what she signs: in the preview and on paper.
 */
export function maskedFacts(facts: readonly Fact[]): readonly Fact[] {
  return facts.map((fact) =>
    fact.name === "payeeAccount" && fact.kind === "text" && WHOLE_NUMBER.test(fact.text)
      ? { ...fact, text: maskAccountNumber(fact.text) }
      : fact,
  );
}
