import { type App, powerMonitor, type WebContents } from "electron";
import type { Log } from "#main/log/log.ts";
import { reloadLimit } from "./relaunch.ts";

/**
 * Watches over the windows' processes. A teller's window that died is loaded again with the session
 * locked, because nobody knows who sits there now; one that keeps dying goes to `onGivenUp`.
 */
export function watchWindow(
  contents: WebContents,
  {
    log,
    now,
    beforeReload,
    onGivenUp,
  }: {
    readonly log: Log;
    readonly now: () => number;
    readonly beforeReload: () => void;
    readonly onGivenUp: (reason: string) => void;
  },
): void {
  const mayReload = reloadLimit(now);
  contents.on("render-process-gone", (_event, { reason, exitCode }) => {
    log.note("window.gone", { reason, exitCode });
    if (reason === "clean-exit") return;
    beforeReload();
    if (mayReload()) {
      contents.reload();
    } else {
      onGivenUp(reason);
    }
  });
  contents.on("unresponsive", () => log.note("window.unresponsive"));
  contents.on("responsive", () => log.note("window.responsive"));
  contents.on("preload-error", (_event, _path, failure) => log.incident(failure));
}

/** Tells of the program's other processes, and locks the session when the machine is left alone. */
export function watchMachine(app: App, log: Log, lock: () => void): void {
  app.on("child-process-gone", (_event, { type, reason }) => {
    log.note("process.gone", { type, reason });
  });
  powerMonitor.on("lock-screen", lock);
  powerMonitor.on("suspend", lock);
}
