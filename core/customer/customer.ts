import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { DocumentKind, IdentityDocument, ValidTo } from "#core/identity/document.ts";
import { DocumentNumber } from "#core/identity/document-number.ts";
import { Phone } from "#core/identity/phone.ts";

/** A customer is known inside the workstation by an opaque reference. */
export const CustomerId = z
  .string()
  .regex(/^c-\d+$/)
  .brand<"CustomerId">();
export type CustomerId = z.infer<typeof CustomerId>;

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
    address: z.string().min(1).max(120),
  })
  .readonly();
export type Customer = z.infer<typeof Customer>;

/** The document by which the bank knows the customer (3.8). */
export function documentOf(customer: Customer): IdentityDocument {
  return IdentityDocument.parse({
    kind: customer.documentKind,
    number: customer.documentNumber,
    issuer: customer.documentIssuer,
    validTo: customer.documentValidTo,
  });
}
