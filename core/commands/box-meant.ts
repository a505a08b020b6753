import type { BoxId, CashRefusal } from "#core/cash/box.ts";
import type { Context } from "#core/commands/command.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { TellerId } from "#core/teller/teller.ts";

/** Whose box a count is about: one's own, the vault, or that of somebody who is not here. */
export type BoxPlace = "own" | "vault" | TellerId;

/** The box that is meant, and whether it is somebody else's. */
export interface BoxMeant {
  readonly box: BoxId;
  readonly isOthers: boolean;
}

/**
 * The box of a place. A box whose holder has gone is settled for them by a chief of the branch, so that
 * nobody's absence keeps the day from ending (C03); while they are signed on, by nobody else (C01).
 *
 * Refuses a colleague's box to a teller, and any box whose holder is here.
 */
export function boxMeant(
  place: BoxPlace,
  { books, teller }: Context,
): Result<BoxMeant, CashRefusal> {
  if (place === "vault") return accept({ box: "vault", isOthers: false });
  if (place === "own" || place === teller.id) return accept({ box: teller.id, isOthers: false });
  if (teller.role !== "supervisor" && teller.role !== "branch-head") {
    return refuse({ code: "box.not-yours", box: place });
  }
  const isHere = books.find("teller", place)?.attendance !== "off";
  return isHere
    ? refuse({ code: "box.holder-here", box: place })
    : accept({ box: place, isOthers: true });
}
