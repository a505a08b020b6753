import type { WebContents } from "electron";
import type { Log } from "#main/log/log.ts";
import { withoutFragment } from "./pages.ts";

/** What of a window's contents is guarded. */
export type Guarded = Pick<WebContents, "on" | "getURL" | "setWindowOpenHandler">;

/**
 * Keeps a window on its page: no navigation, no redirect, no frame, no further window, no guest and
 * no device. Attached to all contents as they are made, before they can load anything.
 */
export function guardContents(contents: Guarded, log: Log): void {
  const stop = (what: string, event: { preventDefault(): void }) => {
    event.preventDefault();
    log.note("window.stopped", { what });
  };

  contents.setWindowOpenHandler(() => {
    log.note("window.stopped", { what: "window.open" });
    return { action: "deny" };
  });
  contents.on("will-navigate", (event) => {
    if (!isReload(contents.getURL(), event.url)) stop("navigation", event);
  });
  contents.on("will-frame-navigate", (event) => {
    const stays = event.isMainFrame && isReload(contents.getURL(), event.url);
    if (!stays) stop("frame navigation", event);
  });
  contents.on("will-redirect", (event) => stop("redirect", event));
  contents.on("will-attach-webview", (event) => stop("webview", event));
  contents.on("select-bluetooth-device", (event, _devices, choose) => {
    stop("bluetooth", event);
    choose("");
  });
  // A page may not hold its window open: quitting closes the journal and has to happen.
  contents.on("will-prevent-unload", (event) => event.preventDefault());
}

/** Whether a navigation goes where the window is already. Before the first page it is nowhere. */
function isReload(shown: string, target: unknown): boolean {
  return typeof target === "string" && shown !== "" && withoutFragment(target) === shownPage(shown);
}

function shownPage(shown: string): string {
  return withoutFragment(shown);
}
