import { z } from "zod";
import { CustomerId, KeptCheck } from "#core/customer/customer.ts";
import { Forgery } from "#core/forgery/forgery.ts";

/** What 2002 writes down: a check by itself, or a document that was proved false. */
export const IdentityEntry = z.discriminatedUnion("type", [
  z
    .object({ type: z.literal("identity.checked"), customer: CustomerId, check: KeptCheck })
    .readonly(),
  z.object({ type: z.literal("identity.forged"), forgery: Forgery }).readonly(),
]);
export type IdentityEntry = z.infer<typeof IdentityEntry>;
