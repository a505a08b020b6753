import { describe, expect, test } from "vitest";
import { readAddress } from "#renderer/slips/address.ts";

describe("the address of a page to print", () => {
  test("names a slip and a language", () => {
    expect(readAddress("#900120260318000012&lang=zh-CN")).toEqual({
      slip: "900120260318000012",
      language: "zh-CN",
    });
    expect(readAddress("#900120260318000012&lang=en")).toEqual({
      slip: "900120260318000012",
      language: "en",
    });
  });

  test("has a number of 14 to 20 digits", () => {
    expect(readAddress(`#${"1".repeat(13)}&lang=en`)).toBeUndefined();
    expect(readAddress(`#${"1".repeat(14)}&lang=en`)).toBeDefined();
    expect(readAddress(`#${"1".repeat(20)}&lang=en`)).toBeDefined();
    expect(readAddress(`#${"1".repeat(21)}&lang=en`)).toBeUndefined();
  });

  test("is nothing else", () => {
    expect(readAddress("")).toBeUndefined();
    expect(readAddress("#900120260318000012")).toBeUndefined();
    expect(readAddress("#900120260318000012&lang=fr")).toBeUndefined();
    expect(readAddress("#<b>900120260318000012</b>&lang=en")).toBeUndefined();
  });
});
