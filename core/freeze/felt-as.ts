import type { Hold } from "#core/account/hold.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";

/** The number of the hold by which an order is felt. */
export function holdIdOf(id: FreezeOrder["id"]): Hold["id"] {
  return `h-${id}`;
}

/** How an order that took effect is felt: as a hold of its own, active as long as the order is. */
export function feltAs(
  { id, account, scope, papers, rest }: FreezeOrder,
  { placedAt, liftedAt }: { readonly placedAt: Instant; readonly liftedAt: Instant | undefined },
): Hold {
  return {
    id: holdIdOf(id),
    account,
    kind: scope.type === "amount" ? "amount" : `${scope.block}-block`,
    source: { type: "judicial", order: id, organ: papers.organ.name },
    ...(scope.type === "amount" ? { target: rest } : {}),
    placedAt,
    ...(liftedAt === undefined ? { status: "active" } : { status: "lifted", liftedAt }),
  };
}
