import { describe, expect, test } from "vitest";
import { failedTests, lastLine, stageTable, tallyStage } from "../../../scripts/checks/tally.mjs";

const passed = { status: "passed", fullName: "holds" };
const loaded = { name: "a.test.ts", status: "passed", assertionResults: [passed] };
const unloaded = { name: "b.test.ts", status: "failed", assertionResults: [] };

describe("counting a stage of npm test", () => {
  test("a check without tests that succeeds counts nothing", () => {
    expect(tallyStage({ code: 0 })).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  test("a check without tests that fails counts as one failure", () => {
    expect(tallyStage({ code: 1 })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("tests are counted as vitest counts them", () => {
    const report = {
      numPassedTests: 40,
      numFailedTests: 2,
      numPendingTests: 1,
      testResults: [loaded],
    };

    expect(tallyStage({ code: 1, report })).toEqual({ passed: 40, failed: 2, skipped: 1 });
  });

  test("a test file that could not be loaded is one failure", () => {
    const report = {
      numPassedTests: 40,
      numFailedTests: 0,
      numPendingTests: 0,
      testResults: [loaded, unloaded],
    };

    expect(tallyStage({ code: 1, report })).toEqual({ passed: 40, failed: 1, skipped: 0 });
  });

  test("a run that ends badly with every test passed is one failure", () => {
    const report = {
      numPassedTests: 40,
      numFailedTests: 0,
      numPendingTests: 0,
      testResults: [loaded],
    };

    expect(tallyStage({ code: 1, report })).toEqual({ passed: 40, failed: 1, skipped: 0 });
  });
});

describe("telling the outcome", () => {
  test("names every test that failed and why, and every file that could not be loaded", () => {
    const broken = {
      name: "c.test.ts",
      status: "failed",
      assertionResults: [
        passed,
        {
          status: "failed",
          fullName: "L11: breaks",
          failureMessages: [`Error: no key\n${"  at a line\n".repeat(40)}`],
        },
      ],
    };
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      numPendingTests: 0,
      testResults: [loaded, unloaded, broken],
    };

    const failed = failedTests(report);

    expect(failed.slice(0, 3)).toEqual(["b.test.ts", "c.test.ts: L11: breaks", "  Error: no key"]);
    expect(failed).toHaveLength(14);
    const tally = { passed: 2, failed: 2, skipped: 0 };
    expect(stageTable([{ name: "Unit tests", seconds: 5, tally, failed }]).slice(1, 4)).toEqual([
      "            b.test.ts",
      "            c.test.ts: L11: breaks",
      "              Error: no key",
    ]);
  });

  test("the last line sums up the stages", () => {
    const tallies = [
      { passed: 0, failed: 1, skipped: 0 },
      { passed: 812, failed: 0, skipped: 3 },
      { passed: 23, failed: 2, skipped: 0 },
    ];

    expect(lastLine(tallies)).toBe("835 passed, 3 failed");
  });

  test("the last line of a set-up that broke is a failure", () => {
    expect(lastLine([{ passed: 0, failed: 1, skipped: 0 }])).toBe("0 passed, 1 failed");
  });

  test("the table marks the stage that failed and says what was skipped", () => {
    const [types, tests] = stageTable([
      { name: "Types (tsc)", seconds: 3, tally: { passed: 0, failed: 1, skipped: 0 } },
      { name: "Unit tests", seconds: 12, tally: { passed: 9, failed: 0, skipped: 2 } },
    ]);

    expect(types).toMatch(/^ {2}FAILED {2}Types \(tsc\) .* 3 s/);
    expect(tests).toMatch(/^ {2}ok {6}Unit tests .* 12 s {2}9 passed, 0 failed, 2 skipped$/);
  });
});
