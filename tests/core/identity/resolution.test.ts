import { describe, expect, test } from "vitest";
import { doubtRefusal, Resolution, resolutionWays } from "#core/identity/resolution.ts";

describe("settling a doubt", () => {
  test("3.8: a match with photo asks nothing, even where something was said of it", () => {
    expect(doubtRefusal({ check: "match-with-photo" })).toBeUndefined();
    const check = "match-with-photo";
    expect(doubtRefusal({ check, resolution: { by: "customer-leaves" } })).toBeUndefined();
  });

  test.each(["other-document", "issuer-confirmed"])(
    "3.8: %s is worth nothing without words",
    (by) => {
      expect(Resolution.safeParse({ by }).success).toBe(false);
      expect(Resolution.safeParse({ by, words: " " }).success).toBe(false);
      expect(Resolution.safeParse({ by, words: "护照" }).success).toBe(true);
    },
  );

  test.each(["called-back", "known-in-person", "customer-leaves"])(
    "3.8: %s speaks for itself, and may be explained",
    (by) => {
      expect(Resolution.safeParse({ by }).success).toBe(true);
      expect(Resolution.safeParse({ by, words: "当面认识多年" }).success).toBe(true);
    },
  );

  test("3.8: every way but leaving settles it, and leaving never does", () => {
    const settles = resolutionWays.filter((by) => {
      const resolution = Resolution.parse({ by, words: "已核实" });
      return doubtRefusal({ check: "not-found", resolution }) === undefined;
    });

    expect(settles).toEqual([
      "other-document",
      "called-back",
      "known-in-person",
      "issuer-confirmed",
    ]);
  });

  test("K01: a long number in the words is masked", () => {
    const { words } = Resolution.parse({ by: "other-document", words: "旧证110101199003070019" });

    expect(words).toBe("旧证110101********0019");
  });
});
