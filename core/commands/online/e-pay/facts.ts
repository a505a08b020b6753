import type { Card } from "#core/card/card.ts";
import { maskPan } from "#core/card/pan.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** What the journal states of what a customer did with her enrolment: no telephone beside it (K06). */
export function factsOf({ pan }: Pick<Card, "pan">): readonly Fact[] {
  return [termFact("channel", "channel.e-pay"), textFact("card", maskPan(pan))];
}
