import { describe, expect, test } from "vitest";
import { indexOf, search } from "#renderer/frame/palette-search.ts";

const index = indexOf(["3012", "4001", "4002", "4007", "5009", "5010"]);
const found = (text: string) => search(index, text).map(({ code }) => code);

describe("finding a transaction", () => {
  test("by the beginning of its code", () =>
    expect(found("400")).toEqual(["4001", "4002", "4007"]));
  test("by Chinese", () => expect(found("补卡")).toEqual(["4007"]));
  test("by pinyin initials", () => expect(found("smgs")).toEqual(["4002"]));
  test("by pinyin written out", () => expect(found("koutou")).toEqual(["4001"]));
  test("by English, whatever the case", () => expect(found("WITHDRAWAL")).toEqual(["3012"]));
  test("by Latin letters within a Chinese name, as they are written or small", () => {
    expect(found("U盾")).toEqual(["5009"]);
    expect(found("wap")).toEqual(["5010"]);
  });
  test("what begins with the words comes before what contains them", () =>
    expect(found("挂失")[0]).toBe("4007"));
  test("nothing, where nothing fits", () => expect(found("xyz")).toEqual([]));
});
