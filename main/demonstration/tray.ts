import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type BinTable, findOwnBin } from "#core/card/bin.ts";
import { type Card, expiryOf } from "#core/card/card.ts";
import { isExpired } from "#core/card/expiry.ts";
import { maskPan } from "#core/card/pan.ts";
import type { StripeImage } from "#core/card/stripe-image.ts";
import type { TrayView } from "#core/contract/display-view.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { known } from "#core/kernel/assert.ts";
import type { TellerId } from "#core/teller/teller.ts";
import { nextSerial, type Serial, type Stock, stockId, withoutNext } from "#core/voucher/stock.ts";
import type { PhysicalCard } from "#main/card-reader/simulator/tray.ts";
import { foreignCards, operatorCards, spoiledCards } from "#main/demonstration/odd-cards.ts";
import type { ComposeStripe } from "#main/issuing/stripe.ts";

/** What a card of the tray is, in the words of the presenter; the window has them in its languages. */
export const trayLabels = [
  "in-use",
  "not-activated",
  "expired",
  "reported-lost",
  "made",
  "replaced",
  "cancelled",
  "retained",
  "erased",
  "void",
  "blank",
  "foreign",
  "unknown",
  "test",
  "management",
  "counterfeit",
  "put-together",
  "unreadable",
  "bad-month",
  "operator",
] as const;
type TrayLabel = (typeof trayLabels)[number];

/** A piece of plastic that the presenter can swipe: everything the window may know, and its stripe. */
export interface TrayCard extends PhysicalCard {
  readonly label: TrayLabel;
  readonly kind: TrayView["cards"][number]["kind"];
  /** Masked; absent on a blank piece. */
  readonly number?: string;
  readonly customer?: CustomerId;
}

/** What the tray is laid out from. */
export interface TrayParts {
  /** The stripe that the bank writes on a card of ours; on an old one the same as ever. */
  readonly compose: ComposeStripe;
  readonly bins: BinTable;
  readonly today: BusinessDate;
  /** Whose box the blank pieces come from; nobody's while nobody is signed on. */
  readonly teller?: TellerId | undefined;
}

/** Blank pieces that lie ready; only the first may be used (V02). */
const BLANKS_SHOWN = 3;

/**
 * All the plastic in the world of the demonstration: every card the bank ever gave out, each with
 * its own stripe, cards made and waiting, blank pieces, and cards that must be refused.
 */
export function trayOf(books: Books, parts: TrayParts): readonly TrayCard[] {
  const { compose, bins, today, teller } = parts;
  const cards = books.all("card").map((card): TrayCard => {
    const holder = known(books.find("customer", card.customer), "a card has a holder");
    return {
      ...cardOnTray(card, labelOf(card, today), compose(card, holder.latinName)),
      coercivity: findOwnBin(bins, card.pan)?.coercivity ?? "high",
    };
  });
  return [
    ...cards,
    ...blanks(books, teller),
    ...foreignCards(bins),
    ...spoiledCards(cards),
    ...operatorCards,
  ];
}

function cardOnTray(card: Card, label: TrayLabel, stripe: StripeImage) {
  return {
    id: card.id,
    label,
    kind: label === "made" ? "made" : "customer",
    number: maskPan(card.pan),
    customer: card.customer,
    tracks: label === "erased" ? {} : tracksOf(stripe),
    damaged: [],
  } as const;
}

/** What somebody who holds the card and knows its past would call it. */
function labelOf(card: Card, today: BusinessDate): TrayLabel {
  if (card.erased) return "erased";
  switch (card.life) {
    case "active":
    case "issued-inactive":
      if (card.loss !== "none") return "reported-lost";
      if (isExpired(expiryOf(card), today)) return "expired";
      return card.life === "active" ? "in-use" : "not-activated";
    default:
      return card.life;
  }
}

/** The texts of a stripe under the numbers of their tracks, as a reader knows them. */
function tracksOf({ track1, track2, track3 }: StripeImage): PhysicalCard["tracks"] {
  return {
    ...(track1 === undefined ? {} : { 1: track1 }),
    2: track2,
    ...(track3 === undefined ? {} : { 3: track3 }),
  };
}

function blanks(books: Books, teller: TellerId | undefined): readonly TrayCard[] {
  const stock = teller && books.find("stock", stockId("card", teller));
  return lowest(stock || undefined, BLANKS_SHOWN).map((serial) => ({
    id: `blank-${serial}`,
    label: "blank",
    kind: "blank",
    number: serial,
    tracks: {},
    damaged: [],
    coercivity: "low", // One box serves every product: a blank takes either setting of a writer.
  }));
}

function lowest(stock: Stock | undefined, count: number): readonly Serial[] {
  const next = nextSerial(stock, "card");
  if (!stock || !next.ok || count === 0) return [];
  return [next.value, ...lowest(withoutNext(stock), count - 1)];
}
