import { z } from "zod";
import { DocumentKind } from "#core/identity/document.ts";
import { DocumentNumber } from "#core/identity/document-number.ts";
import { IdentityNumber, identityNumberCheck } from "#core/identity/identity-number.ts";
import { LatinName, PersonName } from "#core/identity/name.ts";
import { RelationKind } from "#core/replacement/relation.ts";
import guests from "#resources/demonstration/guests.json" with { type: "json" };
import names from "#resources/demonstration/names.json" with { type: "json" };
import places from "#resources/demonstration/places.json" with { type: "json" };

const NamePart = z
  .object({ name: z.string().regex(/^\p{Script=Han}{1,2}$/u), latin: z.string().regex(/^[A-Z]+$/) })
  .readonly();

const Names = z
  .object({
    families: z.array(NamePart).min(10).readonly(),
    givens: z.array(NamePart).min(10).readonly(),
  })
  .readonly();

/** A particular invented person. Where no number is given one is made from region and birth date. */
const Guest = z
  .object({
    name: PersonName,
    latin: LatinName,
    kind: DocumentKind,
    number: DocumentNumber.optional(),
    issuer: z.string().min(1).max(60).optional(),
    age: z.int().min(1).max(99),
    documentExpiredDaysAgo: z.int().positive().optional(),
  })
  .readonly();
export type Guest = z.infer<typeof Guest>;

const Places = z
  .object({
    /** Not given out by any operator, so that no demonstration ever rings somebody. */
    phonePrefix: z.string().regex(/^1[3-9]\d{5}$/),
    /** Six digits that no county bears. */
    regions: z
      .array(
        z
          .string()
          .regex(/^\d{2}9999$/)
          .refine(isRegion),
      )
      .min(1)
      .readonly(),
    permitRegion: z.string().regex(/^8[123]0000$/),
    issuer: z.string().min(1).max(60),
    city: z.string().min(1).max(40),
    streets: z.array(z.string().min(1).max(20)).min(1).readonly(),
    employers: z.array(z.string().min(1).max(20)).min(1).readonly(),
    court: z.string().min(1).max(40),
    police: z.string().min(1).max(40),
    regulator: z.string().min(1).max(40),
    market: z.string().min(1).max(40),
    fraudCentre: z.string().min(1).max(40),
    relations: z.record(RelationKind, z.array(z.string().min(1).max(60)).min(1).readonly()),
  })
  .readonly();

/** The invented people and places of the demonstration; a damaged file stops the program here. */
export const demonstrationData = {
  names: Names.parse(names),
  guests: z.array(Guest).readonly().parse(guests.guests),
  places: Places.parse(places),
};

function isRegion(region: string): boolean {
  const digits = `${region}19900101001`;
  return IdentityNumber.safeParse(`${digits}${identityNumberCheck(digits)}`).success;
}
