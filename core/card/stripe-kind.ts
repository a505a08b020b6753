import type { OwnBin } from "#core/card/bin.ts";

/**
 * 磁条规格: how hard a product's stripe is to magnetise, and how dense each track of it is, in bits
 * per inch. A writer is set to both before it touches a card.
 */
export interface StripeKind {
  readonly coercivity: "high" | "low";
  readonly bitsPerInch: Readonly<Record<1 | 2 | 3, 75 | 210>>;
}

/** The densities of a bank card's tracks (JR/T 0009, ISO/IEC 7811-2): no product has others. */
const bitsPerInch = { 1: 210, 2: 75, 3: 210 } as const;

/**
 * The stripe of a product. Its range in the BIN table says how hard it is; a number of no range of
 * ours is taken for a hard stripe, as bank cards are: what erases that erases a soft one too.
 */
export function stripeKindOf(bin: Pick<OwnBin, "coercivity"> | undefined): StripeKind {
  return { coercivity: bin?.coercivity ?? "high", bitsPerInch };
}
