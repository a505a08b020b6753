import type { Entry } from "#core/journal/entry.ts";
import { FIRST_DATE, FIRST_INSTANT, identityNumber, phoneNumber } from "./invented.ts";
import { on, type Play } from "./scene.ts";

type Played = Extract<Entry["type"], `agency.${string}` | `identity.${string}`>;

/** How agencies, checks and forgeries can come about. */
export const playsOfIdentity: { readonly [T in Played]: Play<T> } = {
  "agency.registered": ({ any, fresh, amount }) =>
    on(any("customer"), ({ id }) => ({
      type: "agency.registered",
      agency: {
        id: `d-${fresh}`,
        customer: id,
        basis: amount % 2 === 0 ? "guardian" : "power-of-attorney",
        agent: {
          name: "代理人",
          documentKind: "resident-id",
          documentNumber: identityNumber(fresh),
          phone: phoneNumber(fresh),
          relation: "父亲",
        },
        papers: "出生医学证明",
        scope: ["4002", "4003"],
        registeredOn: FIRST_DATE,
        validTo: "2027-03-17",
        status: "active",
      },
    })),
  "agency.ended": ({ any }) =>
    on(any("agency"), ({ id }) => ({
      type: "agency.ended",
      agency: id,
      endedOn: FIRST_DATE,
      reason: "本人要求",
    })),
  "identity.checked": ({ any, amount }) =>
    on(any("customer"), ({ id }) => ({
      type: "identity.checked",
      customer: id,
      check: {
        result: amount % 2 === 0 ? "match-with-photo" : "match-without-photo",
        checkedAt: FIRST_INSTANT,
        teller: "0001",
        ...(amount % 2 === 0 ? {} : { resolution: { by: "known-in-person" } }),
      },
    })),
  "identity.forged": ({ any, fresh }) => {
    const named = any("customer");
    return {
      type: "identity.forged",
      forgery: {
        id: `w-${fresh}`,
        documentKind: "resident-id",
        documentNumber: named?.documentNumber ?? identityNumber(fresh),
        nameOnDocument: named?.name ?? "无名",
        ...(named ? { customer: named.id } : {}),
        check: "not-found",
        sign: "print-wrong",
        words: "纸张过厚，印章模糊",
        business: "挂失补卡",
        retained: false,
        seenAt: FIRST_INSTANT,
        teller: "0001",
      },
    };
  },
};
