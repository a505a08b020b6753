import { defineConfig } from "vitest/config";

// Journeys drive the real Electron: one at a time, each with minutes instead of seconds.
export default defineConfig({
  test: {
    include: ["tests/journeys/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
