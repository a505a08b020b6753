import { defineConfig } from "vitest/config";

/** What keeps the books: every branch of it is tested, or named in docs/data-safety.md. */
const BOOKS = ["journal", "vault", "ledger", "snapshot", "seals", "backup"];

/** Tests of the whole workstation that open and close books and seal days. */
const THROUGH_THE_COUNTER = ["opening", "open-books", "workstation/day-seal"];

/** Runs the tests of what keeps the books, and lists by file which branches none of them took. */
export default defineConfig({
  test: {
    include: [
      ...BOOKS.map((folder) => `tests/{core,main}/${folder}/**/*.test.ts`),
      ...THROUGH_THE_COUNTER.map((name) => `tests/main/${name}.test.ts`),
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      enabled: true,
      provider: "v8",
      include: BOOKS.map((folder) => `{core,main}/${folder}/**/*.ts`),
      reporter: ["text"],
      reportOnFailure: true,
    },
  },
});
