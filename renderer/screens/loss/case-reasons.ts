import type { CustomerView, LossCaseView } from "#core/contract/customer-view.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import type { Reason, WhyNot } from "#renderer/screens/suited.tsx";
import type { Words } from "#renderer/wording/words.ts";

/** Transactions that go on with a loss case. */
export type CaseCode = "4003" | "4005" | "4006" | "4007" | "4008" | "4009";

const openStatuses: readonly LossCaseView["status"][] = [
  "oral-active",
  "formal-waiting",
  "matured",
];

/** Cases that still bind their card. */
export function openCases({ lossCases }: CustomerView): readonly LossCaseView[] {
  return lossCases.filter(({ status }) => openStatuses.includes(status));
}

/** Why none of the customer's loss cases can go on with `code`, and what can be done with each. */
export function noCaseFor(code: CaseCode): WhyNot {
  return (customer, words, here) => {
    if (customer.lossCases.some((one) => possibleHere(one, here).includes(code))) return [];

    const open = openCases(customer);
    return open.length > 0
      ? open.map((lossCase) => reasonOf(code, lossCase, words, here))
      : [...lapsed(customer, words), nothingReported(words)];
  };
}

/** Away from the branch of the report only an oral one can be ended, by the card found (L04, T12). */
function possibleHere(lossCase: LossCaseView, here: string): readonly TransactionCode[] {
  const { branch, status, possible } = lossCase;
  if (branch === here) return possible;
  return status === "oral-active" ? possible.filter((code) => code === "4006") : [];
}

/** What customers come for most often comes first. */
const likeliest: readonly TransactionCode[] = ["4003", "4007", "4009", "8006", "4006", "4008"];

/**
 * The keys of everything that the rules allow on a case today, the likeliest first. Who agreed to a
 * new number hardly comes to have a card of the old one made.
 */
export function waysOf(lossCase: LossCaseView, here: string) {
  const { number, numbering } = lossCase;
  const possible = possibleHere(lossCase, here);
  const first = likeliest.filter((code) => !(code === "8006" && numbering === "new"));
  return [...first.filter((code) => possible.includes(code)), ...possible]
    .filter((code, at, all) => all.indexOf(code) === at)
    .map((code) => ({ code, subject: { lossCase: number } }));
}

function reasonOf(code: CaseCode, lossCase: LossCaseView, words: Words, here: string): Reason {
  const text = whyNotThis(code, lossCase, words, here);
  const ways = waysOf(lossCase, here);
  // Who only has to wait goes back to the page; nothing else is suggested.
  return { text, ways: lossCase.status === "oral-active" ? ways : [{ code: "9002" }, ...ways] };
}

function whyNotThis(code: CaseCode, lossCase: LossCaseView, words: Words, here: string): string {
  const { branch, number, kind, status, slipLost, oralLastDay = "", maturesOn = "" } = lossCase;
  if (branch !== here) return words("loss:why.other-branch", { number, branch });
  if (code === "4003") return words("loss:why.written", { number });
  if (code === "4006" && slipLost) return words("loss:why.slip-lost", { number });
  if (status === "oral-active") return words("loss:why.oral", { number, lastDay: oralLastDay });
  if (code === "4009" && kind !== "pin") return words("loss:why.card-lost", { number });
  if (code !== "4009" && kind === "pin") return words("loss:why.pin-only", { number });
  return words("loss:why.waiting", { number, maturesOn });
}

function lapsed({ lossCases }: CustomerView, words: Words): readonly Reason[] {
  return lossCases
    .filter(({ status }) => status === "lapsed")
    .slice(-1)
    .map(({ number, oralLastDay = "" }) => ({
      text: words("loss:why.lapsed", { number, lastDay: oralLastDay }),
      ways: [],
    }));
}

function nothingReported(words: Words): Reason {
  return {
    text: words("loss:why.none"),
    ways: [{ code: "4002" }, { code: "4001" }, { code: "4004" }],
  };
}
