import { expect, test } from "vitest";
import { cacheFolder } from "../../../scripts/setup/places.mjs";

test("what was fetched is kept where the system keeps caches", () => {
  expect(cacheFolder({ XDG_CACHE_HOME: "/caches" }, "linux")).toBe("/caches/guitai");
  expect(cacheFolder({ LOCALAPPDATA: "/local" }, "win32")).toBe("/local/guitai/Cache");
});

test("what was fetched is kept where the user says, before anywhere else", () => {
  expect(cacheFolder({ XDG_CACHE_HOME: "/caches", GUITAI_CACHE: "/mine" }, "linux")).toBe("/mine");
});
