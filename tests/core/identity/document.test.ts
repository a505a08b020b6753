import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import {
  admitDocument,
  CheckResult,
  type DocumentKind,
  IdentityDocument,
  isExpired,
  raisesDoubt,
} from "#core/identity/document.ts";
import { birthDateOnDocument, documentNumberFromText } from "#core/identity/document-number.ts";

const today = businessDate("2026-03-18");
const read = (kind: DocumentKind, text: string) => documentNumberFromText(kind, text, today);
const unshaped = (kind: DocumentKind) => ({
  ok: false,
  refusal: { code: "identity.document-number", kind },
});
const refused = (code: string) => ({ ok: false, refusal: { code } });

describe("the number of a document (3.8)", () => {
  test("3.8: on an identity card, lasting or temporary, is a citizen's", () => {
    expect(read("resident-id", "110101199001051239")).toMatchObject({ ok: true });
    expect(read("resident-id", "810000199001051232")).toEqual(refused("identity.region"));
    expect(read("resident-id", "110101199001051238")).toEqual(refused("identity.check"));
    expect(read("temporary-resident-id", "11010519491231002x")).toEqual({
      ok: true,
      value: "11010519491231002X",
    });
    expect(read("household-register", "110101201005201230")).toMatchObject({ ok: true });
    expect(read("household-register", "110101202603191233")).toEqual(
      refused("identity.birth-date"),
    );
  });

  test("3.8: on a residence permit begins with Hong Kong, Macau or Taiwan", () => {
    expect(read("hmt-residence-permit", "810000199001051232")).toMatchObject({ ok: true });
    expect(read("hmt-residence-permit", "830000199001051236")).toMatchObject({ ok: true });
    expect(read("hmt-residence-permit", "110101199001051239")).toEqual(refused("identity.region"));
    expect(read("hmt-residence-permit", "810000199001051233")).toEqual(refused("identity.check"));
  });

  test("3.8: of a foreign permanent resident begins with 9, or is of the older fifteen", () => {
    expect(read("foreign-permanent-resident", "911340199001051234")).toMatchObject({ ok: true });
    expect(read("foreign-permanent-resident", "USA110083062901")).toMatchObject({ ok: true });
    expect(read("foreign-permanent-resident", "911340199001051235")).toEqual(
      refused("identity.check"),
    );
    expect(read("foreign-permanent-resident", "911340202603191239")).toEqual(
      refused("identity.birth-date"),
    );
    expect(read("foreign-permanent-resident", "110101199001051239")).toEqual(
      refused("identity.region"),
    );
    expect(read("foreign-permanent-resident", "US1110083062901")).toMatchObject({ ok: false });
  });

  test("3.8: of a soldier names the corps, 字第, four to eight digits and 号", () => {
    expect(read("military", "军字第12345678号")).toMatchObject({ ok: true });
    expect(read("military", "武字第1234号")).toMatchObject({ ok: true });
    expect(read("military", "军字第123号")).toEqual(unshaped("military"));
    expect(read("military", "军字第123456789号")).toEqual(unshaped("military"));
    expect(read("military", "12345678")).toEqual(unshaped("military"));
  });

  test("3.8: on a permit for Hong Kong and Macau is H or M and eight or ten digits", () => {
    expect(read("hk-macau-permit", "h12345678")).toEqual({ ok: true, value: "H12345678" });
    expect(read("hk-macau-permit", "M1234567801")).toMatchObject({ ok: true });
    expect(read("hk-macau-permit", "H1234567")).toEqual(unshaped("hk-macau-permit"));
    expect(read("hk-macau-permit", "H123456789")).toEqual(unshaped("hk-macau-permit"));
    expect(read("hk-macau-permit", "T12345678")).toEqual(unshaped("hk-macau-permit"));
  });

  test("3.8: on a permit for Taiwan is eight digits", () => {
    expect(read("taiwan-permit", "12345678")).toMatchObject({ ok: true });
    expect(read("taiwan-permit", "1234567")).toEqual(unshaped("taiwan-permit"));
    expect(read("taiwan-permit", "123456789")).toEqual(unshaped("taiwan-permit"));
  });

  test("3.8: of a passport is five to nine letters and digits, a digit among them", () => {
    expect(read("passport", "E12345678")).toMatchObject({ ok: true });
    expect(read("passport", "A1234")).toMatchObject({ ok: true });
    expect(read("passport", "A123")).toEqual(unshaped("passport"));
    expect(read("passport", "E123456789")).toEqual(unshaped("passport"));
    expect(read("passport", "ABCDEFG")).toEqual(unshaped("passport"));
    expect(read("passport", "E1234-678")).toEqual(unshaped("passport"));
  });

  test("3.8: states a birth date only where it has one", () => {
    expect(birthDateOnDocument("resident-id", "110101199001051239")).toBe("1990-01-05");
    expect(birthDateOnDocument("foreign-permanent-resident", "911340199001051234")).toBe(
      "1990-01-05",
    );
    expect(birthDateOnDocument("passport", "E12345678")).toBeUndefined();
  });
});

describe("an identity document (3.8)", () => {
  const resident = {
    kind: "resident-id",
    number: "110101199001051239",
    issuer: "北京市公安局东城分局",
    validTo: "2026-03-18",
  };
  const child = {
    kind: "household-register",
    number: "110101201005201230",
    issuer: "北京市公安局东城分局",
    validTo: "long-term",
  };

  test("3.8: bears a number that its kind can bear", () => {
    expect(IdentityDocument.safeParse(resident).success).toBe(true);
    expect(IdentityDocument.safeParse({ ...resident, kind: "passport" }).success).toBe(false);
    expect(IdentityDocument.safeParse({ ...resident, number: "110101199001051238" }).success).toBe(
      false,
    );
  });

  test("3.8: is valid through its last day and expired on the next", () => {
    const document = IdentityDocument.parse(resident);

    expect(admitDocument(document, businessDate("2026-03-18"))).toEqual({
      ok: true,
      value: document,
    });
    expect(admitDocument(document, businessDate("2026-03-19"))).toEqual({
      ok: false,
      refusal: { code: "identity.expired", validTo: "2026-03-18" },
    });
  });

  test("3.8: never expires where it is valid for the long term", () => {
    expect(isExpired("long-term", businessDate("9999-12-31"))).toBe(false);
  });

  test("3.8: may be the household register only under sixteen", () => {
    const document = IdentityDocument.parse(child);

    expect(admitDocument(document, businessDate("2026-05-19"))).toMatchObject({ ok: true });
    expect(admitDocument(document, businessDate("2026-05-20"))).toEqual({
      ok: false,
      refusal: { code: "identity.of-age", kind: "household-register", age: 16 },
    });
  });
});

describe("the identity check 联网核查", () => {
  test("3.8: leaves no doubt only where number, name and photo agree", () => {
    expect(CheckResult.options.filter(raisesDoubt)).toEqual([
      "match-without-photo",
      "name-mismatch",
      "not-found",
      "document-invalid",
    ]);
    expect(raisesDoubt("match-with-photo")).toBe(false);
  });
});
