import { expect, test } from "vitest";
import { hasDisplay, withDisplay } from "../../../scripts/setup/display.mjs";
import { runProgram } from "../../../scripts/setup/program.mjs";

test("only Linux can be without a display", () => {
  expect(hasDisplay({}, "linux")).toBe(false);
  expect(hasDisplay({ DISPLAY: "" }, "linux")).toBe(false);
  expect(hasDisplay({ DISPLAY: ":0" }, "linux")).toBe(true);
  expect(hasDisplay({}, "darwin")).toBe(true);
  expect(hasDisplay({}, "win32")).toBe(true);
});

test("a display is there while the work runs, and names itself to what the work starts", async () => {
  const before = process.env.DISPLAY;
  const seen = await withDisplay(() =>
    runProgram({ program: process.execPath, args: ["-p", "process.env.DISPLAY"] }),
  );

  expect(seen.output).toMatch(/^\S*:\d+/);
  expect(process.env.DISPLAY).toBe(before);
});

test("a screen in memory ends with the work, also when the work fails", async () => {
  const before = process.env.DISPLAY;

  await expect(withDisplay(() => Promise.reject(new Error("torn cable")))).rejects.toThrow(
    "torn cable",
  );

  expect(process.env.DISPLAY).toBe(before);
});
