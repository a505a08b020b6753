import type { App } from "electron";

/** The longest that quitting waits for ports and journal. A port that hangs must not hold it. */
export const CLOSING_LIMIT_MS = 5000;

/**
 * Closes the workstation before the program ends, once, however the end was asked for. Electron
 * aborts with an error of Node's while a serial port is open, so quitting waits for `close`.
 */
export function closeBeforeQuit(app: Pick<App, "on" | "quit">, close: () => Promise<void>): void {
  let closing: "open" | "closing" | "closed" = "open";

  app.on("before-quit", (event) => {
    if (closing === "closed") return;
    event.preventDefault();
    if (closing === "closing") return;

    closing = "closing";
    void close().finally(() => {
      closing = "closed";
      app.quit();
    });
  });
}

/** Waits for `work`, but no longer than `limitMs`; a failure of it goes to `onFailure`. */
export async function atMost(
  limitMs: number,
  work: () => Promise<void> | void,
  onFailure: (failure: unknown) => void,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`still not done after ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([Promise.resolve().then(work), late]);
  } catch (failure) {
    onFailure(failure);
  } finally {
    clearTimeout(timer);
  }
}
