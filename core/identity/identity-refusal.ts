import type { DocumentKind } from "#core/identity/document.ts";

/** Why an identity number or document is not taken. No fact repeats the number or a birthday. */
export type IdentityRefusal =
  | { readonly code: "identity.length"; readonly length: number }
  | { readonly code: "identity.characters" }
  | { readonly code: "identity.region" }
  | { readonly code: "identity.birth-date" }
  | { readonly code: "identity.check" }
  | { readonly code: "identity.document-number"; readonly kind: DocumentKind }
  | { readonly code: "identity.expired"; readonly validTo: string }
  | { readonly code: "identity.of-age"; readonly kind: DocumentKind; readonly age: number };
