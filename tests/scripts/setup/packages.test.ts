import { expect, test } from "vitest";
import { missingPackages } from "../../../scripts/setup/packages.mjs";

const lock = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/zod": { version: "4.6.7" },
    "node_modules/vite": { version: "8.3.8" },
    "node_modules/fsevents": { version: "2.3.3", optional: true },
  },
};

test("a fresh clone lacks every package but those of other platforms", () => {
  expect(missingPackages(lock, { packages: {} })).toEqual([
    "node_modules/zod",
    "node_modules/vite",
  ]);
});

test("nothing is installed where everything is there", () => {
  const installed = {
    packages: {
      "node_modules/zod": { version: "4.6.7" },
      "node_modules/vite": { version: "8.3.8" },
    },
  };

  expect(missingPackages(lock, installed)).toEqual([]);
});

test("a package in another version than the lock file's counts as missing", () => {
  const installed = {
    packages: {
      "node_modules/zod": { version: "4.6.6" },
      "node_modules/vite": { version: "8.3.8" },
    },
  };

  expect(missingPackages(lock, installed)).toEqual(["node_modules/zod"]);
});
