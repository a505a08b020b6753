import { describe, expect, test } from "vitest";
import { readSheetAddress } from "#renderer/card-sheet/address.ts";

describe("what a window is asked to print", () => {
  test("is a card, a layout and a language", () => {
    expect(readSheetAddress("#p-12&layout=card&lang=zh-CN")).toEqual({
      card: "p-12",
      layout: "card",
      language: "zh-CN",
    });
    expect(readSheetAddress("#p-1&layout=large-print&lang=en")).toEqual({
      card: "p-1",
      layout: "large-print",
      language: "en",
    });
  });

  test.each([
    "",
    "#",
    "#p-&layout=card&lang=en",
    "#p-1",
    "#p-1&layout=card",
    "#p-1&layout=poster&lang=en",
    "#p-1&layout=card&lang=fr",
    "#k-1&layout=card&lang=en",
    "#p-1&layout=card&lang=en&more",
    "#p-1234567890123&layout=card&lang=en",
  ])("is nothing in %j", (hash) => {
    expect(readSheetAddress(hash)).toBeUndefined();
  });
});
