import {
  customerRequestChannels,
  type RequestChannel,
  sheetRequestChannels,
  tellerRequestChannels,
} from "#core/contract/channels.ts";

/**
 * The windows there are: the teller's, the customer's display, and two unseen ones that print, slips
 * and the password cards of a demonstration.
 */
export type WindowKind = "teller" | "customer" | "slip" | "card-sheet";

/** The one scheme that windows may load. Nothing is loaded over a network. */
export const SCHEME = "app";

/** What a window shows and what it may ask. */
export interface Page {
  readonly kind: WindowKind;
  readonly host: string;
  readonly file: string;
  readonly origin: string;
  /** The whole address without what follows `#`. A window never leaves it. */
  readonly address: string;
  readonly channels: readonly RequestChannel[];
}

/** One page a window, each with its own part of the contract. */
export const pages: Readonly<Record<WindowKind, Page>> = {
  teller: page("teller", "teller", "index.html", tellerRequestChannels),
  customer: page("customer", "customer", "customer.html", customerRequestChannels),
  slip: page("slip", "teller", "slip.html", ["slip.view"]),
  "card-sheet": page("card-sheet", "card-sheet", "card.html", sheetRequestChannels),
};

function page(
  kind: WindowKind,
  host: string,
  file: string,
  channels: readonly RequestChannel[],
): Page {
  const origin = `${SCHEME}://${host}`;
  return { kind, host, file, origin, address: `${origin}/${file}`, channels };
}

/**
 * Whether an address, as Chromium writes it, is exactly this page. Whole addresses are compared and
 * not their parts: there is nothing to parse, so nothing to parse differently.
 */
export function isPage(address: string, { address: own }: Page): boolean {
  return withoutFragment(address) === own;
}

/** The address up to `#`. */
export function withoutFragment(address: string): string {
  return address.split("#", 1)[0] ?? "";
}
