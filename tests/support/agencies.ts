import { identityNumberCheck } from "#core/identity/identity-number.ts";
import type { RawInput } from "#tests/support/counter.ts";
import type { LossDesk } from "#tests/support/loss-desk.ts";
import { agent } from "#tests/support/loss-requests.ts";

type Raw<A> = Extract<RawInput<"2005">, { readonly action: A }>;
type OnBehalf = Extract<
  NonNullable<RawInput<"4007">["identity"]["onBehalf"]>,
  { readonly basis: "guardian" | "home-visit" }
>;

/** A resident's number with this birthday, YYYYMMDD. */
export function numberOf(birthday: string): string {
  const digits = `110101${birthday}001`;
  return digits + identityNumberCheck(digits);
}

/** A customer who is a child until 2028, with a number that says so. */
export const child = {
  customer: {
    documentKind: "household-register",
    documentNumber: numberOf("20120615"),
    birthDate: "2012-06-15",
  },
} as const;

/** Whoever stands for the holder, with an own document. */
export const guardian: OnBehalf = { basis: "guardian", agent, papers: "出生医学证明" };
export const visited: OnBehalf = { basis: "home-visit", agent, papers: "上门核实记录" };

/** Requests of 2005 at a desk, complete and right unless told otherwise. */
export function agenciesAt(desk: LossDesk) {
  const { reason: _reason, ...person } = agent;
  return {
    register: (over: Partial<Raw<"register">> = {}) =>
      ({
        code: "2005",
        input: {
          action: "register",
          customer: "c-1",
          identity: desk.identity("c-1"),
          basis: "power-of-attorney",
          agent: person,
          papers: "公证委托书",
          scope: ["4002", "4003"],
          validTo: "2026-12-31",
          signed: true,
          ...over,
        },
      }) as const,
    end: (agency: string, over: Partial<Raw<"end">> = {}) =>
      ({
        code: "2005",
        input: {
          action: "end",
          agency,
          identity: desk.identity("c-1"),
          reason: "不再委托",
          signed: true,
          ...over,
        },
      }) as const,
    registered: (agency: string) =>
      ({ agency, check: "match-with-photo", reason: "本人出差" }) as const,
  };
}
