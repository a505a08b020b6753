// @ts-check

const BAR_WIDTH = 30;
const STEPS_TOLD_WITHOUT_TERMINAL = 4;

/**
 * A bar for `done` of `total`, for example `[###############---------------]  50 %`.
 * @param {number} done
 * @param {number} total
 */
export function drawBar(done, total) {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const filled = Math.floor(share * BAR_WIDTH);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${"#".repeat(filled)}${"-".repeat(BAR_WIDTH - filled)}] ${percent} %`;
}

/**
 * Shows how far a long step is. A terminal gets one line that is redrawn; a log file gets a line
 * per quarter, so that it stays readable.
 * @param {{ label: string, total: number, stream?: NodeJS.WriteStream }} step
 */
export function showProgress({ label, total, stream = process.stdout }) {
  let quartersTold = -1;

  /** @param {number} done */
  function advance(done) {
    if (stream.isTTY) {
      stream.write(`\r  ${label} ${drawBar(done, total)}`);
      return;
    }
    const quarters = Math.floor((Math.min(done, total) / total) * STEPS_TOLD_WITHOUT_TERMINAL);
    if (quarters <= quartersTold) return;
    quartersTold = quarters;
    stream.write(`  ${label} ${drawBar(done, total)}\n`);
  }

  function finish() {
    advance(total);
    if (stream.isTTY) stream.write("\n");
  }

  /** Leaves the bar where it stands: the step failed. */
  function abandon() {
    if (stream.isTTY) stream.write("\n");
  }

  advance(0);
  return { advance, finish, abandon };
}

/**
 * Runs `work` and asks `measure` twice a second how far it is.
 * @template Outcome
 * @param {{ label: string, total: number, measure: () => number, work: () => Promise<Outcome> }} step
 * @returns {Promise<Outcome>}
 */
export async function watchProgress({ label, total, measure, work }) {
  const progress = showProgress({ label, total });
  const timer = setInterval(() => progress.advance(measure()), 500);
  try {
    const outcome = await work();
    progress.finish();
    return outcome;
  } catch (failure) {
    progress.abandon();
    throw failure;
  } finally {
    clearInterval(timer);
  }
}
