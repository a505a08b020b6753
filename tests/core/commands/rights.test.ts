import { describe, expect, test } from "vitest";
import { defaultParameters } from "#core/branch/parameters.ts";
import { type Code, defaultRights, mayEverBeGiven, roleRefusal } from "#core/commands/rights.ts";
import { lookCodes } from "#core/contract/look-codes.ts";
import { TransactionCode } from "#core/contract/transactions.ts";
import { Role } from "#core/teller/teller.ts";

const codes: readonly Code[] = [...TransactionCode.options, ...lookCodes];
const refusal = (code: Code, role: Role, rights?: Partial<Record<Code, readonly Role[]>>) =>
  roleRefusal(code, { role }, { ...defaultParameters, ...(rights ? { rights } : {}) });
const ofRole = (role: Role) => codes.filter((code) => defaultRights[code].includes(role));

describe("the table of rights", () => {
  test.each(codes)("D02: %s has its line, and everybody in it could be given it", (code) => {
    expect(defaultRights[code].length).toBeGreaterThan(0);
    expect(defaultRights[code].filter((role) => !mayEverBeGiven(code, role))).toEqual([]);
  });

  test("D02: supervisors and the branch head key no business of customers", () => {
    const customers = TransactionCode.options.filter((code) => /^[3-7]/.test(code));

    for (const code of customers) {
      expect(refusal(code, "supervisor")).toMatchObject({ code: "teller.role", may: ["teller"] });
      expect(refusal(code, "branch-head")).toMatchObject({ code: "teller.role", may: ["teller"] });
      expect(refusal(code, "teller")).toBeUndefined();
    }
    expect(customers.length).toBeGreaterThan(30);
  });

  test("D02: they open the branch, count the vault and let evidence out", () => {
    for (const code of ["1004", "1103", "8005", "9005"] as const) {
      expect(refusal(code, "supervisor")).toBeUndefined();
      expect(refusal(code, "branch-head")).toBeUndefined();
    }
  });

  // Whether the audit may review what it sees on the page of 9012 is that transaction's own rule.
  test("U08: of all transactions the audit opens 9005 and 9012, and it looks at everything", () => {
    const transactions: readonly string[] = TransactionCode.options;

    expect(ofRole("auditor").filter((code) => transactions.includes(code))).toEqual([
      ...["9005", "9012"],
    ]);
    expect(ofRole("auditor")).toEqual(
      expect.arrayContaining(["2001", "4010", "6011", "9001", "9002"]),
    );
  });

  test("D06: the administrator keeps people and parameters, and sees no customer", () => {
    const transactions: readonly string[] = TransactionCode.options;

    expect(ofRole("administrator").filter((code) => transactions.includes(code))).toEqual([
      "9006",
      "9008",
    ]);
    for (const code of ["2001", "4010", "5004", "6011", "9001", "9002"] as const) {
      expect(refusal(code, "administrator")).toMatchObject({ role: "administrator" });
    }
  });

  test("D06: a teller sets no limits and no rights", () => {
    expect(refusal("9006", "teller")?.may).toEqual(["branch-head", "administrator"]);
    expect(refusal("9008", "teller")?.may).toEqual(["branch-head", "administrator"]);
  });

  test("9006: a line of the branch comes before the table", () => {
    expect(refusal("4001", "supervisor", { "4001": ["teller", "supervisor"] })).toBeUndefined();
    expect(refusal("4001", "teller", { "4001": ["supervisor"] })).toEqual({
      code: "teller.role",
      role: "teller",
      may: ["supervisor"],
    });
  });

  test("D06: no table gives the audit or the administrator anything to post for a customer", () => {
    const given = TransactionCode.options.filter(
      (code) => mayEverBeGiven(code, "auditor") || mayEverBeGiven(code, "administrator"),
    );

    expect(given).toEqual(["9005", "9006", "9008", "9012"]);
    expect(Role.options.filter((role) => mayEverBeGiven("9006", role))).toEqual([
      "supervisor",
      "branch-head",
      "administrator",
    ]);
  });
});
