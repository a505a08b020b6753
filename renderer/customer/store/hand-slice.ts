import type { CardInHand } from "#core/contract/bank-view.ts";
import type { Sent } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { PasswordCardId } from "#core/password-card/password-card.ts";
import type { CustomerSlice, CustomerState } from "#renderer/customer/store/customer-store.ts";

/** Cells that were scratched, by coordinate. No other cell is known to this window. */
export type Scratched = Readonly<Record<string, string>>;

/** How printing a card ended. */
export type Printed =
  | { readonly status: "printed"; readonly file: string }
  | { readonly status: "refused"; readonly refusal: Refusal };

/** The printed cards in customers' hands: their wrappers, their films, and what was under these. */
export interface HandSlice {
  /** Whose card the presenter took up; else the card of whoever is logged in. */
  readonly chosenCard: PasswordCardId | undefined;
  /** Cards whose wrapper was torn off here; one that has been used came without. */
  readonly unwrapped: Readonly<Record<string, true>>;
  readonly scratched: Readonly<Record<string, Scratched>>;
  readonly chooseCard: (card: PasswordCardId) => void;
  readonly unwrap: (card: PasswordCardId) => void;
  /** Scratches one cell; only then is it asked for. What was scratched stays so until the end. */
  readonly scratch: (card: PasswordCardId, coordinate: string) => Promise<void>;
  readonly print: (input: Sent<"card.print">) => Promise<Printed>;
}

export const handSlice: CustomerSlice<HandSlice> = (bridge) => (set, get) => ({
  chosenCard: undefined,
  unwrapped: {},
  scratched: {},

  chooseCard: (card) => set({ chosenCard: card }),
  unwrap: (card) => set({ unwrapped: { ...get().unwrapped, [card]: true } }),

  async scratch(card, coordinate) {
    if (get().scratched[card]?.[coordinate] !== undefined) return;
    const reply = await bridge.request("card.scratch", { card, coordinate });
    if (!reply.ok) return;
    const known = get().scratched[card] ?? {};
    const next: Scratched = { ...known, [coordinate]: reply.value.digits };
    set({ scratched: { ...get().scratched, [card]: next } });
  },

  async print(input) {
    const reply = await bridge.request("card.print", input);
    return reply.ok
      ? { status: "printed", file: reply.value.file }
      : { status: "refused", refusal: reply.refusal };
  },
});

/**
 * The card that lies there: the chosen one, else the one of whoever is logged in, else anybody's.
 * A void card comes last, because it answers nothing.
 */
export function cardLyingThere({ bank, chosenCard }: CustomerState): CardInHand | undefined {
  const cards = bank?.cards ?? [];
  const own = cards.filter(({ customer }) => customer === bank?.session?.customer);
  return (
    cards.find(({ id }) => id === chosenCard) ??
    own.find(({ isVoid }) => !isVoid) ??
    own[0] ??
    cards.find(({ isVoid }) => !isVoid) ??
    cards[0]
  );
}

/** The coordinates that are asked of a card at this moment. */
export function askedOf(card: CardInHand) {
  return ({ bank, payment }: CustomerState): readonly string[] =>
    payment.step === "challenged" && !card.isVoid && card.customer === bank?.session?.customer
      ? payment.challenge.coordinates
      : nothing;
}

const nothing: readonly string[] = [];
