import { type Code, roleRefusal } from "#core/commands/rights.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Teller } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";

/**
 * Whether whoever is at work may use a page: the one place where look-ups ask for a right, by the
 * same table as transactions (D02). A look of somebody without it is written down (C05).
 */
export function mayLook(desk: Desk, code: Code): Result<Teller, Refusal> {
  const teller = desk.atWork();
  if (!teller.ok) return teller;
  const refusal = lookRefusal(desk, teller.value, code);
  if (!refusal) return teller;
  desk.commit({
    teller: teller.value.id,
    code,
    entries: [{ type: "request.refused", refusal: refusal.code }],
  });
  return refuse(refusal);
}

/** Why this person may not use a page; undefined where they may. Nothing is written down. */
export function lookRefusal(
  desk: Desk,
  teller: Pick<Teller, "role">,
  code: Code,
): Refusal | undefined {
  const { parameters } = known(desk.branch(), "nobody is at work before the branch is");
  return roleRefusal(code, teller, parameters);
}

/** As `mayLook` for what hangs on several pages: one of them is enough. */
export function mayLookAtAny(
  desk: Desk,
  codes: readonly [Code, ...Code[]],
): Result<Teller, Refusal> {
  const teller = desk.atWork();
  if (!teller.ok) return teller;
  const has = codes.find((code) => !lookRefusal(desk, teller.value, code));
  return has ? accept(teller.value) : mayLook(desk, codes[0]);
}
