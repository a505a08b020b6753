// @ts-check

/**
 * What vitest writes about a run, as far as it is counted here.
 * @typedef {{
 *   readonly numPassedTests: number,
 *   readonly numFailedTests: number,
 *   readonly numPendingTests: number,
 *   readonly testResults: readonly {
 *     readonly name: string,
 *     readonly status: string,
 *     readonly assertionResults: readonly {
 *       readonly status: string,
 *       readonly fullName: string,
 *       readonly failureMessages?: readonly string[],
 *     }[],
 *   }[],
 * }} VitestReport
 *
 * How many tests of a stage passed, failed and were skipped.
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Tally
 */

/**
 * Counts one stage. Only tests count as passed; a stage that failed counts as one failure at
 * least, so that a crash can never look like success. A test file that could not even be loaded
 * is one failure.
 * @param {{ code: number, report?: VitestReport | undefined }} ended
 * @returns {Tally}
 */
export function tallyStage({ code, report }) {
  const unloaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + unloaded.length;
  return {
    passed: report?.numPassedTests ?? 0,
    failed: code === 0 ? failed : Math.max(1, failed),
    skipped: report?.numPendingTests ?? 0,
  };
}

/** The most lines of a failure that are said again; the whole of it stands further up. */
const LINES_OF_REASON = 12;

/**
 * Which tests failed, by file and name, and why: said again at the very end, for a long run scrolls
 * away.
 * @param {VitestReport | undefined} report
 */
export function failedTests(report) {
  return (report?.testResults ?? [])
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      return failed.length > 0 ? failed.flatMap((test) => failedTest(name, test)) : [name];
    });
}

/**
 * @param {string} file
 * @param {VitestReport["testResults"][number]["assertionResults"][number]} test
 */
function failedTest(file, { fullName, failureMessages = [] }) {
  const reasons = failureMessages.flatMap((text) => text.split("\n").slice(0, LINES_OF_REASON));
  return [`${file}: ${fullName}`, ...reasons.map((line) => `  ${line}`)];
}

/**
 * The last line of `npm test`.
 * @param {readonly Tally[]} tallies
 */
export function lastLine(tallies) {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  return `${passed} passed, ${failed} failed`;
}

/**
 * The stages as a table, one line each, and under a stage what failed in it, and why.
 * @param {readonly { name: string, seconds: number, tally: Tally, failed?: readonly string[] }[]} stages
 */
export function stageTable(stages) {
  return stages.flatMap(({ name, seconds, tally, failed = [] }) => {
    const outcome = tally.failed === 0 ? "ok    " : "FAILED";
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
    const tests =
      tally.passed + tally.failed > 0 ? `${tally.passed} passed, ${tally.failed} failed` : "";
    return [
      `  ${outcome}  ${name.padEnd(36)} ${`${seconds} s`.padStart(6)}  ${tests}${skipped}`,
      ...failed.map((test) => `            ${test}`),
    ];
  });
}
