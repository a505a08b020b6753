import { expect, test } from "vitest";
import { cannotGoOn, wordsFor } from "../../../scripts/setup/telling.mjs";

test("a set-up that cannot go on says one sentence and the command that helps", () => {
  const stop = cannotGoOn("Xvfb is missing.", "sudo apt-get install -y xvfb");

  expect(wordsFor(stop)).toBe("Xvfb is missing.\n  sudo apt-get install -y xvfb");
});

test("any other failure is our bug and is shown with its trace", () => {
  expect(wordsFor(new TypeError("x is not a function"))).toMatch(
    /^TypeError: x is not a function\n\s+at /,
  );
});
