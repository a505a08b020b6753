import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CheckResult, DocumentKind, IdentityDocument, ValidTo } from "#core/identity/document.ts";
import { DocumentNumber } from "#core/identity/document-number.ts";
import { Phone } from "#core/identity/phone.ts";
import { Resolution } from "#core/identity/resolution.ts";

/** A customer is known inside the workstation by an opaque reference. */
export const CustomerId = z
  .string()
  .regex(/^c-\d+$/)
  .brand<"CustomerId">();
export type CustomerId = z.infer<typeof CustomerId>;

/** 联网核查 as it is kept with a customer (2002): the answer, when, who asked, what was made of it. */
export const KeptCheck = z
  .object({
    result: CheckResult,
    checkedAt: Instant,
    /** The number of whoever asked; a teller may be a customer too, so people lie above this. */
    teller: z.string().regex(/^\d{4}$/),
    resolution: Resolution.optional(),
  })
  .readonly();
export type KeptCheck = z.infer<typeof KeptCheck>;

/** 客户: a natural person the branch serves. */
export const Customer = z
  .object({
    id: CustomerId,
    name: z.string().min(1).max(60),
    /** SURNAME/GIVEN as it is embossed and written on Track 1. */
    latinName: z.string().min(2).max(26),
    documentKind: DocumentKind,
    documentNumber: DocumentNumber,
    documentIssuer: z.string().min(1).max(60),
    documentValidTo: ValidTo,
    birthDate: BusinessDate,
    /** 预留手机号: where the bank reaches the customer, registered face to face (E01, Y07). */
    phone: Phone.optional(),
    /** When `phone` took another one's place; of a first one nothing (O09). */
    phoneSince: Instant.optional(),
    address: z.string().min(1).max(120),
    /** The last check that was made by itself (2002). */
    lastCheck: KeptCheck.optional(),
  })
  .readonly();
export type Customer = z.infer<typeof Customer>;

/** Why a telephone is not reserved for a customer (2004). */
export type CustomerRefusal =
  | { readonly code: "customer.phone-malformed" }
  /** It is the reserved one already. */
  | { readonly code: "customer.phone-unchanged" };

/** The document by which the bank knows the customer (3.8). */
export function documentOf(customer: Customer): IdentityDocument {
  return IdentityDocument.parse({
    kind: customer.documentKind,
    number: customer.documentNumber,
    issuer: customer.documentIssuer,
    validTo: customer.documentValidTo,
  });
}
