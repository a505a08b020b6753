import type { OpenItem } from "#core/day/open-item.ts";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import type { Subject } from "#renderer/store/place-slice.ts";

/** Where each open thing is settled (C03). */
const settledBy = {
  "teller-on": undefined,
  "box-open": "1101",
  "cash-uncounted": "1103",
  "cash-difference": "1104",
  "stock-uncounted": "8005",
  "stock-difference": "8004",
  "request-parked": "9004",
  "slip-unprinted": "9003",
} as const satisfies Readonly<Record<OpenItem["what"], ScreenCode | undefined>>;

/** The screen that settles an open thing, and what it is opened for; somebody else signs off alone. */
export function settleAt({
  what,
  which,
}: OpenItem): { readonly code: ScreenCode; readonly subject: Subject } | undefined {
  const code = settledBy[what];
  if (!code) return undefined;
  if (what === "slip-unprinted") return { code, subject: which ? { slip: which } : {} };
  const isStock = what === "stock-uncounted" || what === "stock-difference";
  return { code, subject: isStock && which ? { voucher: which } : {} };
}
