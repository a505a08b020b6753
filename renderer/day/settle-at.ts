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

/** Who looks at the list. */
interface Looker {
  readonly teller: string;
  readonly role: string;
}

/**
 * The screen that settles an open thing, and what it is opened for; undefined where somebody else
 * must do it at their own sign-on.
 */
export function settleAt(
  item: OpenItem,
  looker: Looker,
): { readonly code: ScreenCode; readonly subject: Subject } | undefined {
  const code = settledBy[item.what];
  return code && maySettle(item, looker) ? { code, subject: subjectOf(item) } : undefined;
}

/** What lies in a box is its holder's to settle, and in their absence a chief's (C03, D02). */
function maySettle({ what, whose }: OpenItem, { teller, role }: Looker): boolean {
  if (what === "request-parked" || what === "slip-unprinted") return true;
  return whose === teller || whose === "vault" || role !== "teller";
}

function subjectOf({ what, whose, which }: OpenItem): Subject {
  switch (what) {
    case "slip-unprinted":
      // Its first print is free and needs no reprinting (9003): the drawer opens at this slip.
      return which ? { find: which } : {};
    case "stock-uncounted":
    case "stock-difference":
      return { hand: whose, ...(which ? { voucher: which } : {}) };
    case "box-open":
    case "cash-uncounted":
    case "cash-difference":
      return { hand: whose };
    default:
      return {};
  }
}
