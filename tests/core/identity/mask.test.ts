import { describe, expect, test } from "vitest";
import { IdentityNumber } from "#core/identity/identity-number.ts";
import {
  maskDocumentNumber,
  maskIdentityNumber,
  maskName,
  maskPhone,
} from "#core/identity/mask.ts";
import { Phone } from "#core/identity/phone.ts";
import { fc } from "#tests/support/fast-check.ts";

describe("what a screen shows of a customer", () => {
  test("K09: is the first six and the last four of the identity number", () => {
    expect(maskIdentityNumber(IdentityNumber.parse("11010519491231002X"))).toBe(
      "110105********002X",
    );
  });

  test("K09: is less of a shorter number, four characters being hidden always", () => {
    expect(maskDocumentNumber("USA110083062901")).toBe("USA110*****2901");
    expect(maskDocumentNumber("M1234567801")).toBe("M12****7801");
    expect(maskDocumentNumber("H12345678")).toBe("H****5678");
    expect(maskDocumentNumber("12345678")).toBe("****5678");
    expect(maskDocumentNumber("A1234")).toBe("****4");
    expect(maskDocumentNumber("1234")).toBe("****");
    expect(maskDocumentNumber("")).toBe("");
  });

  test("K09: is 138****1234 of a phone", () => {
    expect(maskPhone(Phone.parse("13800001234"))).toBe("138****1234");
  });

  test("K09: is the last character of a name", () => {
    expect(maskName("张三")).toBe("*三");
    expect(maskName("王小明")).toBe("**明");
    expect(maskName("欧阳修")).toBe("**修");
    expect(maskName("司马相如")).toBe("***如");
    expect(maskName("阿卜杜拉·买买提")).toBe("****·**提");
    expect(maskName("WANG/XIAO")).toBe("****/***O");
    expect(maskName("张𠮷")).toBe("*𠮷");
    expect(maskName("张")).toBe("*");
    expect(maskName("")).toBe("");
  });

  // Goal: no mask is longer, shorter or more open than promised. Method: any number of any length.
  test("K09: keeps the length of a number and hides four characters of it or all", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{0,24}$/), (number) => {
        const masked = maskDocumentNumber(number);

        expect(masked).toHaveLength(number.length);
        expect(masked).toMatch(/^[A-Z0-9]{0,6}(?:\*{4,}[A-Z0-9]{0,4}|\*{0,4})$/);
      }),
    );
  });
});
