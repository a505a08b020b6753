import { maskAccountNumber } from "#core/account/account-number.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";
import type { Fact } from "#core/slip/slip.ts";

const WHOLE_NUMBER = /^\d{12,21}$/;

/**
 * The lines as lists and the journal show them, with every number masked (K01, K09). In full stand
 * the account of a payee in the preview and on paper, where it must be checked before it is signed;
 * and on an organ's paper alone its officers' permits, the account and the holder's document; on the
 * report of a false document its number.
 */
export function maskedFacts(facts: readonly Fact[]): readonly Fact[] {
  return facts.map(masked);
}

function masked(fact: Fact): Fact {
  if (fact.kind === "officer") return { ...fact, permit: maskDocumentNumber(fact.permit) };
  if (fact.kind !== "text") return fact;
  const isAccount = fact.name === "account" || fact.name === "payeeAccount";
  if (isAccount && WHOLE_NUMBER.test(fact.text)) {
    return { ...fact, text: maskAccountNumber(fact.text) };
  }
  // What is masked already stays as it is.
  const isDocument = fact.name === "document" || fact.name === "falseDocument";
  return isDocument ? { ...fact, text: maskDocumentNumber(fact.text) } : fact;
}
