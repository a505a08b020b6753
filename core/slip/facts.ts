import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { type Fen, type SignedFen, signedFen } from "#core/money/fen.ts";
import type { FactName, Term } from "#core/slip/fact-name.ts";
import type { Fact } from "#core/slip/slip.ts";

/** A line whose value is a text that needs no wording, such as a masked number or a name. */
export const textFact = (name: FactName, text: string): Fact => ({ name, kind: "text", text });

/** A line whose value is a day. */
export const dateFact = (name: FactName, date: BusinessDate): Fact => ({
  name,
  kind: "date",
  date,
});

/** A line whose value is a moment, to the second. */
export const instantFact = (name: FactName, instant: Instant): Fact => ({
  name,
  kind: "instant",
  instant,
});

/** A line whose value is an amount in fen. */
export const moneyFact = (name: FactName, amount: Fen | SignedFen): Fact => ({
  name,
  kind: "money",
  amount: signedFen(amount),
});

/** A line whose value is a word from a closed list. */
export const termFact = (name: FactName, term: Term): Fact => ({ name, kind: "term", term });
