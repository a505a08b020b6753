import type { CustomerView, LossCaseView } from "#core/contract/views.ts";
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
  return (customer, words) => {
    if (customer.lossCases.some(({ possible }) => possible.includes(code))) return [];

    const open = openCases(customer);
    return open.length > 0
      ? open.map((lossCase) => reasonOf(code, lossCase, words))
      : [...lapsed(customer, words), nothingReported(words)];
  };
}

/** The keys of everything that the rules allow on a case today. */
export function waysOf({ number, possible }: LossCaseView) {
  return possible.map((code) => ({ code, subject: { lossCase: number } }));
}

function reasonOf(code: CaseCode, lossCase: LossCaseView, words: Words): Reason {
  return { text: whyNotThis(code, lossCase, words), ways: waysOf(lossCase) };
}

function whyNotThis(code: CaseCode, lossCase: LossCaseView, words: Words): string {
  const { number, kind, status, slipLost, oralLastDay = "", maturesOn = "" } = lossCase;
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
