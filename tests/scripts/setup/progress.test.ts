import { describe, expect, test } from "vitest";
import { drawBar } from "../../../scripts/setup/progress.mjs";

describe("the bar of a long step", () => {
  test("is empty at the start and full at the end", () => {
    expect(drawBar(0, 110)).toBe("[------------------------------]   0 %");
    expect(drawBar(110, 110)).toBe("[##############################] 100 %");
  });

  test("shows half", () => {
    expect(drawBar(55, 110)).toBe("[###############---------------]  50 %");
  });

  test("does not say 100 % before the end", () => {
    expect(drawBar(1999, 2000)).toBe("[#############################-]  99 %");
  });

  test("stays within its ends when more came than was announced", () => {
    expect(drawBar(130, 110)).toBe("[##############################] 100 %");
    expect(drawBar(5, 0)).toBe("[------------------------------]   0 %");
  });
});
