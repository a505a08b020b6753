import { app, dialog } from "electron";
import type { Log } from "#main/log/log.ts";
import { startupWords } from "./startup-words.ts";

/** Exit codes, as sysexits.h has them. */
export const USAGE_EXIT_CODE = 64;
const FAULT_EXIT_CODE = 70;

/** How the program ends when it cannot go on. */
export interface Ending {
  /** What has to be closed before any end, once it is open. */
  closeFirst(close: () => Promise<void>): void;
  /** Ends the program on a failure. What fails after that is only logged. */
  fail(failure: unknown): void;
}

/**
 * Ends the program on a failure that it cannot go on after. It is written to the log and to the
 * error stream first, so that nobody has to press a button for it to be known; then it is shown,
 * where `dialogs` may be.
 */
export function createEnding({
  log,
  dialogs,
}: {
  readonly log: Log;
  readonly dialogs: boolean;
}): Ending {
  let close = () => Promise.resolve();
  let failed = false;

  return {
    closeFirst: (toClose) => {
      close = toClose;
    },
    fail(failure) {
      const { title, text } = startupWords(failure, log.incident(failure));
      if (failed) return;
      failed = true;

      process.stderr.write(`${title}\n${text}\n`);
      if (dialogs && app.isReady()) dialog.showErrorBox(title, text);
      void close().finally(() => app.exit(FAULT_EXIT_CODE));
    },
  };
}
