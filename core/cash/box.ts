import { z } from "zod";
import type { Books } from "#core/books/books.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { CashCount } from "#core/money/denomination.ts";
import { Fen, type SignedFen, signedFen } from "#core/money/fen.ts";
import { TellerId } from "#core/teller/teller.ts";

/** Where cash of the branch lies: one box a teller (尾箱), and the vault (金库) (C01). */
export const BoxId = z.union([TellerId, z.literal("vault")]);
export type BoxId = z.infer<typeof BoxId>;

/** 碰库: what was counted in a box, and what the books expected to be there (C02). */
export const BoxCount = z
  .object({ date: BusinessDate, cash: CashCount, counted: Fen, expected: Fen })
  .readonly();
export type BoxCount = z.infer<typeof BoxCount>;

/**
 * A box and where it stands in the day (5.6). A teller's box goes from closed to open by a count of
 * two people, from open to `balanced` or `difference` by its holder's count, and from balanced to
 * closed, or open again. The vault has no holder: it is open whenever its last count was followed by
 * a movement.
 */
export const Box = z
  .object({
    id: BoxId,
    status: z.enum(["closed", "open", "balanced", "difference"]),
    /** The business date of the last step. */
    date: BusinessDate,
    /** The count that `balanced`, `difference` and `closed` rest on. */
    count: BoxCount.optional(),
  })
  .readonly();
export type Box = z.infer<typeof Box>;

/** Why cash is not moved, counted or booked. */
export type CashRefusal =
  | { readonly code: "box.not-open"; readonly box: BoxId }
  | { readonly code: "box.already-open" }
  /** A colleague's box is settled by a chief of the branch alone, and only in their absence (C03). */
  | { readonly code: "box.not-yours"; readonly box: BoxId }
  | { readonly code: "box.holder-here"; readonly box: BoxId }
  /** Opening a closed box takes a count by two people (C01). */
  | { readonly code: "box.count-needed" }
  /** The box was counted: nothing moves in it until it is opened again (5.6). */
  | { readonly code: "box.counted"; readonly box: BoxId }
  /** Counted and expected differ: counted again, or booked by 1104, before anything else (C02). */
  | { readonly code: "box.difference"; readonly box: BoxId }
  /** Only a box that was counted today is closed (C03). */
  | { readonly code: "box.not-counted" }
  /** 1104: there is no count whose difference is still to be booked. */
  | { readonly code: "cash.no-difference"; readonly box: BoxId }
  /** 1104 books the difference that was counted and no other (C02). */
  | { readonly code: "cash.not-as-counted"; readonly over: number; readonly short: number }
  | { readonly code: "cash.vault-short"; readonly held: number }
  | { readonly code: "cash.same-box" };

/** What the books say lies in a box, in fen: its account owes as much to everybody else. */
export function heldIn(books: Books, box: BoxId): SignedFen {
  return signedFen(0 - (books.find("branchBalance", `cash:${box}`)?.balance ?? 0));
}

/** Counted less expected, in fen: above zero is over (长款), below zero short (短款). */
export function differenceOf({ counted, expected }: BoxCount): SignedFen {
  return signedFen(counted - expected);
}

/** Whether boxes are kept in this branch: they came with its days, and older branches have none. */
export function keepsBoxes(books: Books): boolean {
  return books.find("branch", "branch")?.day !== undefined;
}

/** Why nothing may be moved in a box now; undefined where it may, or where no boxes are kept. */
export function whyNotMoved(books: Books, id: BoxId): CashRefusal | undefined {
  if (!keepsBoxes(books)) return undefined;
  const status = books.find("box", id)?.status;
  if (status === "open") return undefined;
  if (status === "difference") return { code: "box.difference", box: id };
  // The vault needs nobody to open it: what moves there only makes its count one of before.
  if (id === "vault") return undefined;
  return { code: status === "balanced" ? "box.counted" : "box.not-open", box: id };
}
