import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { FreezePaper } from "#core/freeze/freeze-kind.ts";
import type {
  FreezeOrder,
  FreezePapers,
  FreezeRefusal,
  Officer,
} from "#core/freeze/freeze-order.ts";
import { isSameOfficer, isSameOrgan, papersOf } from "#core/freeze/same-organ.ts";

const permits: readonly FreezePaper[] = ["work-permit", "execution-permit"];

/** Whether papers came by 网络查控, which equals paper over the counter (F14). */
export function isByNetwork({ delivery }: Pick<FreezePapers, "delivery">): boolean {
  return delivery === "network";
}

/**
 * What of the papers that a kind needs is to be shown: all of them over the counter; by network not
 * the permits, because its officers are registered in advance (F14).
 */
export function papersToShow(
  needed: readonly FreezePaper[],
  by: Pick<FreezePapers, "delivery">,
): readonly FreezePaper[] {
  return isByNetwork(by) ? needed.filter((paper) => !permits.includes(paper)) : needed;
}

/**
 * Why papers that came by network are not taken: an officer who is not registered for the organ.
 *
 * Registered is who has brought papers of this very organ over the counter before, with that name and
 * that permit, as long as the permit laid down then is valid. What an organ only asked about (6012)
 * registers nobody: it leaves no order behind.
 */
export function unregistered(
  { organ, officers }: FreezePapers,
  orders: readonly FreezeOrder[],
  today: BusinessDate,
): FreezeRefusal | undefined {
  const known = orders
    .flatMap(papersOf)
    .filter((papers) => !isByNetwork(papers) && isSameOrgan(papers.organ, organ))
    .flatMap((papers): readonly Officer[] => papers.officers)
    .filter(({ permitValidTo }) => permitValidTo >= today);
  const stranger = officers.find((officer) => !known.some((one) => isSameOfficer(one, officer)));
  return stranger && { code: "freeze.officer-not-registered", officer: stranger.name };
}
