import { expect, test } from "vitest";
import { requireNode } from "../../../scripts/setup/prepare.mjs";

test("Node 20.11 is enough, Node 20.10 is told where to get a newer one", () => {
  expect(() => requireNode("20.11.0")).not.toThrow();
  expect(() => requireNode("22.0.0")).not.toThrow();
  expect(() => requireNode("20.10.9")).toThrow("https://nodejs.org");
  expect(() => requireNode("18.20.0")).toThrow("https://nodejs.org");
});
