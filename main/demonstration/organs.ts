import { addDays } from "#core/calendar/business-date.ts";
import { addMinutes, dateOf, type Instant } from "#core/calendar/instant.ts";
import { type FreezeKindName, FreezePaper } from "#core/freeze/freeze-kind.ts";
import { FreezePapers } from "#core/freeze/freeze-order.ts";
import { demonstrationData } from "#main/demonstration/data.ts";

const { places } = demonstrationData;

/** The organs of the demonstration, and how their papers are numbered. */
export const organs = {
  court: { kind: "court", name: places.court, word: "执" },
  police: { kind: "police", name: places.police, word: "冻" },
  regulator: { kind: "csrc", name: places.regulator, word: "证" },
  market: { kind: "administrative", name: places.market, word: "市监" },
  fraudCentre: { kind: "emergency-stop", name: places.fraudCentre, word: "止" },
} as const satisfies Readonly<
  Record<string, { readonly kind: FreezeKindName; readonly name: string; readonly word: string }>
>;
export type OrganOfTheDemonstration = keyof typeof organs;

/** How long before the posting the officers handed their paper over, in minutes. */
const HANDED_OVER_MINUTES = 6;

/** Papers in order, as two invented officers lay them down shortly before `at`. */
export function papersOf(
  organ: OrganOfTheDemonstration,
  number: number,
  at: Instant,
): FreezePapers {
  const { kind, name, word } = organs[organ];
  const permitValidTo = addDays(dateOf(at), 700);
  return FreezePapers.parse({
    organ: { kind, name },
    documentNumber: `（演）${word}字第${String(number).padStart(7, "0")}号`,
    shown: FreezePaper.options,
    officers: [
      { name: `${word}甲（演示）`, permit: `演${word}0001`, permitValidTo },
      { name: `${word}乙（演示）`, permit: `演${word}0002`, permitValidTo },
    ],
    deliveredAt: addMinutes(at, -HANDED_OVER_MINUTES),
  });
}
