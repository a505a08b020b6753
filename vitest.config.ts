import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Generous, so that a busy machine fails nothing: no test says anything about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A core is kept free else, and on two cores that is every second one.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "core",
          include: ["tests/core/**/*.test.ts"],
          // Pure rules keep nothing between two files, so that each need not load them all anew.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "counter",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/core/**", "tests/journeys/**"],
        },
      },
    ],
  },
});
