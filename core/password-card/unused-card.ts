import type { PasswordCard } from "#core/password-card/password-card.ts";

/** A password card as it leaves the counter: nothing used, nothing locked, not yet active (5.3). */
export function unusedCard(
  printed: Pick<
    PasswordCard,
    "id" | "serial" | "version" | "grid" | "customer" | "issuedOn" | "expiresOn" | "uses"
  >,
): PasswordCard {
  return {
    ...printed,
    life: "issued-inactive",
    lock: "none",
    used: 0,
    wrongRun: 0,
    wrongToday: 0,
    answered: 0,
    cellsSeen: [],
    unanswered: 0,
  };
}
