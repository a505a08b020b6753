import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/journeys/**"],
    // Generous, so that a busy machine fails nothing: no test says anything about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
