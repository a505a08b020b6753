import { z } from "zod";
import { RelationMove } from "#core/replacement/relation.ts";
import { Fact } from "#core/slip/slip.ts";

/**
 * What a transaction does, as the teller is shown it before confirming and as the receipt states it
 * afterwards: the same rule makes both, so that preview equals outcome.
 */
export const Outcome = z
  .object({ facts: z.array(Fact).readonly(), relations: z.array(RelationMove).readonly() })
  .readonly();
export type Outcome = z.infer<typeof Outcome>;
