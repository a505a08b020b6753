import { addDays, addMonths, type BusinessDate } from "#core/calendar/business-date.ts";
import { Customer, type CustomerId } from "#core/customer/customer.ts";
import type { DocumentKind, ValidTo } from "#core/identity/document.ts";
import { DocumentNumber } from "#core/identity/document-number.ts";
import { identityNumberCheck } from "#core/identity/identity-number.ts";
import { LatinName, PersonName } from "#core/identity/name.ts";
import { Phone } from "#core/identity/phone.ts";
import { demonstrationData, type Guest } from "#main/demonstration/data.ts";
import type { Draw } from "#main/demonstration/draw.ts";

const { names, places } = demonstrationData;

/** Days of a year on the average, for ages. */
const YEAR_DAYS = 365.25;

/** From this age on an identity card never ends; before it, it is given for ten or twenty years. */
const LONG_TERM_AGE = 46;

/** Draws an ordinary customer of `today`: a name not yet in `taken`, an adult, an identity card. */
export function drawPerson(
  draw: Draw,
  { id, today, taken }: { id: CustomerId; today: BusinessDate; taken: ReadonlySet<string> },
): Customer {
  const { name, latin } = drawName(draw, taken);
  const age = draw.between(30, 79);
  return personOf(draw, { name, latin, kind: "resident-id", age }, { id, today });
}

/** One of the particular people of `guests.json`, with what the file leaves open drawn. */
export function personOf(
  draw: Draw,
  guest: Guest,
  { id, today }: { id: CustomerId; today: BusinessDate },
): Customer {
  const birthDate = addDays(today, -Math.floor((guest.age + 0.5) * YEAR_DAYS) + draw.below(150));
  return Customer.parse({
    id,
    name: guest.name,
    latinName: guest.latin,
    documentKind: guest.kind,
    documentNumber: guest.number ?? eighteenDigits(draw, guest.kind, birthDate),
    documentIssuer: guest.issuer ?? places.issuer,
    documentValidTo: validTo(draw, guest, today),
    birthDate,
    // A child has no telephone of its own, so that a customer without one is at hand too (E01).
    phone: guest.age < 12 ? undefined : drawPhone(draw, id),
    address: `${places.city}${draw.pick(places.streets)}${draw.between(1, 199)}号${draw.between(1, 30)}室`,
  });
}

function drawName(draw: Draw, taken: ReadonlySet<string>) {
  for (;;) {
    const family = draw.pick(names.families);
    const given = draw.pick(names.givens);
    const name = PersonName.parse(family.name + given.name);
    if (!taken.has(name)) return { name, latin: LatinName.parse(`${family.latin}/${given.latin}`) };
  }
}

/** A citizen's number by GB 11643, of a county that does not exist (K09 shows six of it). */
function eighteenDigits(draw: Draw, kind: DocumentKind, birthDate: BusinessDate): DocumentNumber {
  const region = kind === "hmt-residence-permit" ? places.permitRegion : draw.pick(places.regions);
  const digits = `${region}${birthDate.replaceAll("-", "")}${draw.digits(3)}`;
  return DocumentNumber.parse(`${digits}${identityNumberCheck(digits)}`);
}

function validTo(draw: Draw, guest: Guest, today: BusinessDate): ValidTo {
  if (guest.documentExpiredDaysAgo) return addDays(today, -guest.documentExpiredDaysAgo);
  if (guest.kind === "household-register" || guest.age >= LONG_TERM_AGE) return "long-term";

  return addDays(addMonths(today, draw.between(6, 100)), draw.below(28));
}

/** The number of the customer is in the phone, so that no two have the same. */
function drawPhone(draw: Draw, id: CustomerId): Phone {
  const own = id.slice("c-".length).padStart(2, "0");
  return Phone.parse(`${places.phonePrefix}${draw.digits(2)}${own}`);
}
