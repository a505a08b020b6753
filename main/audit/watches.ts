import type { DailyWatch } from "#core/contract/audit-view.ts";
import type { JournalFilter } from "#main/ledger/journal-page.ts";

/** What the daily list is made of, and how the journal is asked for it (R07, R08, R19, R23). */
export const watches: readonly ({ readonly watch: DailyWatch } & Pick<
  JournalFilter,
  "refusal" | "type" | "types"
>)[] = [
  { watch: "channel-opened", types: ["e-bank.opened", "e-bank.payee-agreed", "e-bank.switched"] },
  { watch: "revealed", type: "customer.revealed" },
  { watch: "typed-card", type: "customer.looked-up" },
  { watch: "reprinted", type: "slip.reprinted" },
  { watch: "reversed", type: "posting.reversed" },
  { watch: "declined", type: "authorisation.declined" },
  { watch: "refused-own", refusal: "teller.own-business" },
];
