import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { type CashCount, piecesOf } from "#core/money/denomination.ts";
import { type Fen, type SignedFen, signedFen } from "#core/money/fen.ts";
import type { FactName, Term } from "#core/slip/fact-name.ts";
import type { Fact } from "#core/slip/slip.ts";

/** A line whose value is a text that needs no wording, such as a masked number or a name. */
export const textFact = (name: FactName, text: string): Fact => ({ name, kind: "text", text });

/** A line for a machine to read off the paper. */
export const qrFact = (name: FactName, text: string): Fact => ({ name, kind: "qr", text });

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

/** The lines of a count, a denomination each (C02). */
export const cashFacts = (count: CashCount): readonly Fact[] =>
  piecesOf(count).map(({ denomination, pieces }) => ({
    name: "denomination",
    kind: "cash",
    denomination,
    pieces,
  }));

/** A line whose value is a word from a closed list. */
export const termFact = (name: FactName, term: Term): Fact => ({ name, kind: "term", term });

/** A line whose value is how long something is to last. */
export const periodFact = (
  name: FactName,
  { unit, count }: { readonly unit: "months" | "days" | "hours"; readonly count: number },
): Fact => ({ name, kind: "period", unit, count });

/** A line whose value is another order of the state (F10). */
export const orderFact = (
  name: FactName,
  {
    organ,
    documentNumber,
    until,
  }: {
    readonly organ: string;
    readonly documentNumber: string;
    readonly until: Instant | undefined;
  },
): Fact => ({
  name,
  kind: "order",
  organ,
  documentNumber,
  ...(until === undefined ? {} : { until }),
});

/** A line whose value is an officer of an organ (F02, F16). */
export const officerFact = (
  name: FactName,
  { name: officer, permit }: { readonly name: string; readonly permit: string },
): Fact => ({ name, kind: "officer", officer, permit });

/** A long number in groups of four, as a person compares it with another. */
export function inGroups(digits: string): string {
  return digits.match(/.{1,4}/g)?.join(" ") ?? "";
}

/** A line whose value is what something was and what it is to be. */
export const changeFact = (
  name: FactName,
  { path, from, to }: { readonly path: string; readonly from: string; readonly to: string },
): Fact => ({ name, kind: "change", of: path, from, to });
