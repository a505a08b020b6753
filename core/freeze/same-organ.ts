import type { FreezeOrder, FreezePapers, Officer, Organ } from "#core/freeze/freeze-order.ts";

/**
 * Whether two texts of papers say the same: width, blanks, capitals and the shape of brackets are the
 * typist's, so that （2026）京01执1号 is 〔2026〕京01执1号. What shows nothing says nothing.
 */
export function saysSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** A text of a paper as it is compared. */
/** A text of papers without what is the typist's; also how orders are searched for by a text. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[[{〔【〖]/gu, "(")
    .replace(/[\]}〕】〗]/gu, ")")
    .toUpperCase();
}

/** Whether two papers name the same organ: an order is changed by that very organ alone (F07). */
export function isSameOrgan(one: Organ, other: Organ): boolean {
  return one.kind === other.kind && saysSame(one.name, other.name);
}

/** What a paper is laid down for: a new order, a renewal, or to reduce or end an order. */
export type PaperUse = "order" | "renewal" | "reduction";

/** What a paper is laid down for, and on which accounts of one holder. */
export interface PaperOn {
  readonly use: PaperUse;
  readonly accounts: readonly FreezeOrder["account"][];
  /** Absent where there is no such account. */
  readonly customer: FreezeOrder["customer"] | undefined;
}

/** Every paper of an order so far, with what it did to the order. */
function usesOf({
  papers,
  renewals,
  laterPapers = [],
}: FreezeOrder): readonly (readonly [PaperUse, FreezePapers])[] {
  return [
    ["order", papers],
    ...renewals.map((renewal) => ["renewal", renewal.papers] as const),
    ...laterPapers.map((later) => ["reduction", later] as const),
  ];
}

/** Every paper of an order so far: its own, and those that renewed, reduced or ended it. */
export function papersOf(order: FreezeOrder): readonly FreezePapers[] {
  return usesOf(order).map(([, papers]) => papers);
}

/**
 * The order that a paper was used on already, so that it cannot be used again (5.4): its number
 * serves its organ once.
 *
 * One paper may name several accounts of a holder. Handed over once by the same two officers, it is
 * the very same paper and serves, for the same purpose, once on each of them.
 */
export function orderWithPaper(
  paper: FreezePapers,
  { use, accounts, customer }: PaperOn,
  orders: readonly FreezeOrder[],
): FreezeOrder | undefined {
  return orders.find((order) =>
    usesOf(order).some(([usedFor, used]) => {
      if (!hasSameNumber(used, paper)) return false;
      const isElsewhere = order.customer === customer && !accounts.includes(order.account);
      return !(isElsewhere && usedFor === use && isSamePaper(used, paper));
    }),
  );
}

function hasSameNumber(one: FreezePapers, other: FreezePapers): boolean {
  return isSameOrgan(one.organ, other.organ) && saysSame(one.documentNumber, other.documentNumber);
}

function isSamePaper(one: FreezePapers, other: FreezePapers): boolean {
  return (
    one.deliveredAt === other.deliveredAt &&
    (one.delivery ?? "counter") === (other.delivery ?? "counter") &&
    one.officers.every((officer, index) => isSameOfficer(officer, other.officers[index]))
  );
}

/** Whether two papers name one and the same officer. */
export function isSameOfficer(one: Officer, other: Officer | undefined): boolean {
  return (
    other !== undefined && saysSame(one.name, other.name) && saysSame(one.permit, other.permit)
  );
}
