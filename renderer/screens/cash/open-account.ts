import type { AccountView } from "#core/contract/customer-view.ts";
import type { WhyNot } from "#renderer/screens/suited.tsx";

/** Accounts through which cash may go. */
export function isOpenAccount({ life }: AccountView): boolean {
  return life === "open";
}

/** What to do with a customer who has none. */
export const noAccount: WhyNot = ({ accounts }, words) =>
  accounts.some(isOpenAccount)
    ? []
    : [{ text: words("cash:account.none"), ways: [{ code: "9002" }, { code: "2001" }] }];
