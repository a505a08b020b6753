import { createAnnouncer } from "../announcer.ts";

/** A track by its number, as printed in the standards. */
export type StripeTrack = 1 | 2 | 3;

/** All tracks of a stripe. */
export const stripeTracks = [1, 2, 3] as const satisfies readonly StripeTrack[];

/** A card of plastic. Its tracks are whole texts with sentinels; a blank one has none. */
export interface PhysicalCard {
  readonly id: string;
  /** What a person would call it: "new card, blank". */
  readonly label: string;
  readonly tracks: Readonly<Partial<Record<StripeTrack, string>>>;
  /** Tracks that are magnetised and make no sense: scratched, or half written. */
  readonly damaged: readonly StripeTrack[];
  /** A high-coercivity stripe does not take what a reader writes at low coercivity. */
  readonly coercivity: "high" | "low";
}

/** The cards that lie beside a simulated reader, in memory only. */
export interface Tray {
  cards(): readonly PhysicalCard[];
  card(id: string): PhysicalCard | undefined;
  /** Lays a card down, in place of one with the same id. */
  put(card: PhysicalCard): void;
  takeAway(id: string): void;
  onChange(listener: () => void): () => void;
}

/** A tray with these cards on it. */
export function createTray(cards: readonly PhysicalCard[] = []): Tray {
  const lying = new Map(cards.map((card) => [card.id, card]));
  const changes = createAnnouncer<void>();

  return {
    cards: () => [...lying.values()],
    card: (id) => lying.get(id),
    put(card) {
      lying.set(card.id, card);
      changes.announce();
    },
    takeAway(id) {
      lying.delete(id);
      changes.announce();
    },
    onChange: changes.listen,
  };
}

/** A new card as it comes from the maker: high coercivity, and nothing on it. */
export function blankCard(id: string, label: string): PhysicalCard {
  return { id, label, tracks: {}, damaged: [], coercivity: "high" };
}
