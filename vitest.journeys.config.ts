import { defineConfig } from "vitest/config";

// Journeys drive the real Electron: two at a time, for each waits more than it works, and each with
// minutes instead of seconds.
export default defineConfig({
  test: {
    include: ["tests/journeys/**/*.test.ts"],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
