import type { FreezeOrder, FreezePapers, Organ } from "#core/freeze/freeze-order.ts";

/**
 * Whether two texts of papers say the same: width, blanks and capitals are the typist's, so that
 * （2026）京01执1号 is (2026)京01执1号.
 */
export function saysSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "").toUpperCase();
}

/** Whether two papers name the same organ: an order is changed by that very organ alone (F07). */
export function isSameOrgan(one: Organ, other: Organ): boolean {
  return one.kind === other.kind && saysSame(one.name, other.name);
}

/** Every paper of an order so far: its own, and those that renewed, reduced or ended it. */
function papersOf({ papers, renewals, laterPapers = [] }: FreezeOrder): readonly FreezePapers[] {
  return [papers, ...renewals.map((renewal) => renewal.papers), ...laterPapers];
}

/** The order on which a paper of this organ and number was laid down already, if any (5.4). */
export function orderWithPaper(
  { organ, documentNumber }: FreezePapers,
  orders: readonly FreezeOrder[],
): FreezeOrder | undefined {
  return orders.find((order) =>
    papersOf(order).some(
      (paper) => isSameOrgan(paper.organ, organ) && saysSame(paper.documentNumber, documentNumber),
    ),
  );
}
