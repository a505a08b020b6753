import type { Hold } from "#core/account/hold.ts";

/**
 * The holds of a branch whose two histories were apart, joined (loss and freeze only ever add).
 *
 * A hold that either side still has is held, whatever the other side did to it: lifting needs both.
 * Of an amount the larger is held. The join is commutative, associative and idempotent, so in
 * whatever order branches meet again they agree, and never is less held than either side held.
 */
export function joinHolds(one: readonly Hold[], other: readonly Hold[]): readonly Hold[] {
  const joined = new Map<string, Hold>();
  for (const hold of [...one, ...other]) {
    const known = joined.get(hold.id);
    joined.set(hold.id, known ? stricter(known, hold) : hold);
  }
  return [...joined.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}

function stricter(one: Hold, other: Hold): Hold {
  if (one.status !== other.status) return one.status === "active" ? one : other;
  const [less, more] = (one.target ?? 0) <= (other.target ?? 0) ? [one, other] : [other, one];
  if (one.status === "active") return more;
  // Both lifted it: of two moments the later one, for until then one side held it.
  return (less.liftedAt ?? 0) > (more.liftedAt ?? 0) ? less : more;
}
