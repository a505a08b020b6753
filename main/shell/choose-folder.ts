import type { BrowserWindow, Dialog } from "electron";

/** Asks for a folder by the system's own dialog, over the window; undefined where it was called off. */
export function folderChooser(
  dialog: Pick<Dialog, "showOpenDialog">,
  over: () => BrowserWindow | undefined,
): () => Promise<string | undefined> {
  return async () => {
    const options = { properties: ["openDirectory" as const, "createDirectory" as const] };
    const window = over();
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    return canceled ? undefined : filePaths[0];
  };
}
