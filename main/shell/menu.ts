import { Menu } from "electron";

/**
 * No menu: everything is on the screens, and the usual one would reload windows and open tools. A
 * Mac needs one all the same, to quit and to copy and paste.
 */
export function menu(): Menu | null {
  if (process.platform !== "darwin") return null;
  return Menu.buildFromTemplate([
    { role: "appMenu", submenu: [{ role: "about" }, { type: "separator" }, { role: "quit" }] },
    {
      label: "Edit",
      submenu: [
        { role: "undo" },
        { role: "redo" },
        { type: "separator" },
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "selectAll" },
      ],
    },
  ]);
}
