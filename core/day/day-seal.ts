import { z } from "zod";
import { BranchCode } from "#core/branch/branch.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import type { Tally } from "#core/day/day-report.ts";
import { Fen, SignedFen } from "#core/money/fen.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What was done in a run of the journal's frames: counts, and sums in whole fen. */
export const DayFigures = z
  .object({
    /** Slips that were issued. */
    slips: z.int().nonnegative(),
    /** 借方合计 = 贷方合计: the sum of all amounts that were credited somewhere. */
    turnover: Fen,
    /** What the branch owes all its customers together, after the last frame. */
    deposits: SignedFen,
  })
  .readonly();
export type DayFigures = z.infer<typeof DayFigures>;

/**
 * 日终封账: what a day end vouches for, so that the books can be compared with a paper outside this
 * machine. Whoever holds it can tell whether any frame up to `last` was changed, taken away or put
 * back to an older state, without the program and without the key of the contents.
 */
export const DaySeal = z
  .object({
    version: z.literal(1),
    /** Whose journal: the install id of its vault, 16 bytes as hexadecimal digits. */
    install: z.string().regex(/^[0-9a-f]{32}$/),
    branch: BranchCode,
    date: BusinessDate,
    sealedAt: Instant,
    /** The frames it speaks of: from the one after the seal before to the last acknowledged one. */
    first: z.int().positive(),
    last: z.int().nonnegative(),
    /** Chain hash at `last`: it depends on every byte of every frame before. */
    hash: sha256,
    figures: DayFigures,
    /** SHA-256 of the code of the seal before; absent on the first. */
    previous: sha256.optional(),
    /** The public key (Ed25519) of the install, as hexadecimal digits. */
    signer: sha256,
  })
  .readonly()
  .refine(({ first, last }) => first <= last + 1, "a seal begins where the one before ended");
export type DaySeal = z.infer<typeof DaySeal>;

/** The signed form of a seal, a compact JWS (RFC 7515, EdDSA): what the QR code and the file hold. */
export const SealCode = z
  .string()
  .regex(/^[\w-]+\.[\w-]+\.[\w-]{86}$/)
  .max(1000);

/** The last seal, as the branch remembers it: there is one a day, and each names the one before. */
export const LastSeal = z
  .object({ date: BusinessDate, last: z.int().nonnegative(), code: SealCode })
  .readonly();
export type LastSeal = z.infer<typeof LastSeal>;

/** What sealing is told of the journal, and who signs: the vault, and always the same for the same. */
export interface Sealing {
  readonly install: string;
  readonly signer: string;
  /** The last acknowledged frame. */
  readonly head: { readonly sequence: number; readonly hash: string };
  /** SHA-256 of the code of the seal before. */
  readonly previous: string | undefined;
  readonly figuresSince: (first: number) => DayFigures;
  /** What was posted on a business date, by transaction code. */
  readonly talliesOf: (date: BusinessDate) => readonly Tally[];
  readonly sign: (seal: DaySeal) => string;
}
