import type { Serial, StockHolder, VoucherKind } from "#core/voucher/stock.ts";

/** Why blank pieces cannot be used, moved or counted as asked. */
export type VoucherRefusal =
  | { readonly code: "voucher.box-empty"; readonly kind: VoucherKind }
  | { readonly code: "voucher.not-written" }
  /** Another piece than the one the box must give next (V02). */
  | { readonly code: "voucher.not-next"; readonly next: Serial }
  | { readonly code: "voucher.vault-short"; readonly left: number }
  | { readonly code: "voucher.box-short"; readonly left: number }
  /** Pieces that are not where they are to be taken from. */
  | { readonly code: "voucher.not-held"; readonly first: Serial; readonly last: Serial }
  /** One request names a piece twice. */
  | { readonly code: "voucher.named-twice"; readonly serial: Serial }
  /** Pieces that are in a hand already cannot arrive (V05). */
  | {
      readonly code: "voucher.already-here";
      readonly first: Serial;
      readonly last: Serial;
      readonly holder: StockHolder;
    }
  /** Password cards come by the stock file of their batch (8008); only what was shipped comes back. */
  | { readonly code: "voucher.comes-by-batch"; readonly first: Serial; readonly last: Serial }
  /** Whoever is to take pieces over has no box here, or is whoever hands them over (V07). */
  | { readonly code: "voucher.no-receiver"; readonly teller: string }
  /** The box of another teller, which only a supervisor answers for. */
  | { readonly code: "voucher.not-yours"; readonly holder: StockHolder }
  /** Not both counts of today show these pieces to lie in the other hand. */
  | { readonly code: "voucher.not-misplaced"; readonly first: Serial; readonly last: Serial }
  /** Found pieces that the books have neither as lost nor as nobody's. */
  | { readonly code: "voucher.not-lost"; readonly first: Serial; readonly last: Serial }
  /** So torn up that no slip could list them. */
  | { readonly code: "voucher.too-scattered"; readonly most: number }
  | { readonly code: "voucher.not-unclaimed"; readonly order: string };
