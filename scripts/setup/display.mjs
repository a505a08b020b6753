// @ts-check
import { spawn } from "node:child_process";
import { cannotGoOn } from "./telling.mjs";

const SCREEN = "1920x1080x24";
const START_LIMIT_MS = 15_000;

/** Whether windows can be shown to somebody. Only Linux can be without a display. */
export function hasDisplay(environment = process.env, platform = process.platform) {
  return platform !== "linux" || Boolean(environment.DISPLAY);
}

/**
 * Runs `work` with a display. Where there is none, a screen in memory (Xvfb) is there while `work`
 * runs, and DISPLAY names it to every program started meanwhile.
 * @template Outcome
 * @param {() => Promise<Outcome>} work
 * @returns {Promise<Outcome>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work();

  const screen = await startXvfb();
  process.env.DISPLAY = screen.display;
  try {
    return await work();
  } finally {
    delete process.env.DISPLAY;
    screen.stop();
  }
}

/**
 * Starts Xvfb. It picks a free display number itself and writes it to its third channel, so two
 * starts at the same moment cannot take the same one.
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
function startXvfb() {
  const xvfb = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  function stop() {
    process.removeListener("exit", stop);
    xvfb.kill();
  }
  process.once("exit", stop);

  return new Promise((resolve, reject) => {
    /** @param {string} reason */
    function fail(reason) {
      clearTimeout(timer);
      stop();
      reject(
        cannotGoOn(
          `Xvfb, the screen in memory, did not start (${reason}). Is it installed?`,
          "sudo apt-get install -y xvfb",
        ),
      );
    }
    const timer = setTimeout(() => fail("no answer in 15 s"), START_LIMIT_MS);
    xvfb.once("error", (failure) => fail(failure.message));
    xvfb.once("exit", (code) => fail(`exit code ${code}`));

    let text = "";
    xvfb.stdio[3]?.on("data", (chunk) => {
      text += String(chunk);
      if (!text.includes("\n")) return;
      clearTimeout(timer);
      resolve({ display: `:${text.trim()}`, stop });
    });
  });
}
