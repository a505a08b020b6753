import { z } from "zod";
import { LossCaseNumber } from "#core/loss/loss-case.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of evidence packs (9005): that one was allowed, and that it was made. */
export const EvidenceEntry = z.discriminatedUnion("type", [
  /** Two people agreed that a pack of the case may leave the branch, and for what. */
  z
    .object({
      type: z.literal("evidence.authorised"),
      lossCase: LossCaseNumber,
      reason: z.string().max(100),
    })
    .readonly(),
  /** The pack was written. Its hash is of the signed document, before it was encrypted. */
  z
    .object({
      type: z.literal("evidence.packed"),
      lossCase: LossCaseNumber,
      reason: z.string().max(100),
      /** The journal number of the posting that allowed it. */
      authorised: z.int().positive(),
      sha256: Sha256,
    })
    .readonly(),
]);
export type EvidenceEntry = z.infer<typeof EvidenceEntry>;

/** Why no evidence pack is written. */
export type EvidencePackRefusal =
  /** One is being made; the counter goes on meanwhile. */
  | { readonly code: "evidence-pack.busy" }
  /** No posting of today, by whoever sits here, allows it. */
  | { readonly code: "evidence-pack.not-authorised" }
  /** What was allowed was one pack, and it was made. */
  | { readonly code: "evidence-pack.made-already" };
