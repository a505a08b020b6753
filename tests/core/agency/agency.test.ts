import { describe, expect, test } from "vitest";
import { Agency, latestEnd, serves, wardRefusal, youthRefusal } from "#core/agency/agency.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { identityNumberCheck } from "#core/identity/identity-number.ts";

const agency = Agency.parse({
  id: "d-1",
  customer: "c-1",
  basis: "power-of-attorney",
  agent: {
    name: "代理人",
    documentKind: "passport",
    documentNumber: "E12345678",
    phone: "13900001111",
    relation: "配偶",
  },
  papers: "公证委托书",
  scope: ["4002", "4003"],
  registeredOn: "2026-03-18",
  validTo: "2027-03-17",
  status: "active",
});
const on = (date: string, code = "4002") => ({ code, today: businessDate(date) });

/** A resident's number with this birthday, YYYYMMDD. */
function numberOf(birthday: string): string {
  const digits = `110101${birthday}001`;
  return digits + identityNumberCheck(digits);
}

describe("an agency of the register", () => {
  test("2005: serves through its last day and not after", () => {
    expect(serves(agency, on("2027-03-17"))).toEqual({ ok: true, value: agency });
    expect(serves(agency, on("2027-03-18"))).toEqual({
      ok: false,
      refusal: { code: "agency.expired", validTo: "2027-03-17" },
    });
  });

  test("2005: does not serve from the day on which it was ended", () => {
    const ended = Agency.parse({ ...agency, status: "ended", endedOn: "2026-05-01" });

    expect(serves(ended, on("2026-05-01"))).toEqual({
      ok: false,
      refusal: { code: "agency.ended", endedOn: "2026-05-01" },
    });
  });

  test("2005: serves its own transactions alone", () => {
    expect(serves(agency, on("2026-04-01", "4003")).ok).toBe(true);
    expect(serves(agency, on("2026-04-01", "4005"))).toEqual({
      ok: false,
      refusal: { code: "agency.not-for-this", transaction: "4005" },
    });
    expect(serves(undefined, on("2026-04-01"))).toEqual({
      ok: false,
      refusal: { code: "agency.unknown" },
    });
  });

  test("2005: a power lasts five years at most, a guardian's word to the eve of the 18th birthday", () => {
    const birthDate = businessDate("2010-06-15");
    const today = businessDate("2026-03-18");

    expect(latestEnd("power-of-attorney", { birthDate, today })).toBe("2031-03-18");
    expect(latestEnd("guardian", { birthDate, today })).toBe("2028-06-14");
  });
});

describe("who may stand for whom", () => {
  test("3.7: a guardian stands for a minor to the eve of the 18th birthday and not on it", () => {
    const birthDate = businessDate("2008-03-19");

    expect(wardRefusal({ birthDate }, businessDate("2026-03-18"))).toBeUndefined();
    expect(wardRefusal({ birthDate }, businessDate("2026-03-19"))).toEqual({
      code: "agency.holder-of-age",
      age: 18,
    });
  });

  test("3.7: nobody stands for another before the own 18th birthday", () => {
    const agent = { documentKind: "resident-id", documentNumber: numberOf("20080319") } as const;

    expect(youthRefusal(agent, businessDate("2026-03-18"))).toEqual({
      code: "agency.agent-under-age",
      age: 17,
    });
    expect(youthRefusal(agent, businessDate("2026-03-19"))).toBeUndefined();
  });

  test("3.7: a number without a birth date leaves it to the teller who sees the document", () => {
    const agent = { documentKind: "passport", documentNumber: "E12345678" } as const;

    expect(youthRefusal(agent, businessDate("2026-03-18"))).toBeUndefined();
  });
});
