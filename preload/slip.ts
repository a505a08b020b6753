import { contextBridge, ipcRenderer } from "electron";
import { bridgeOver } from "./bridge.ts";

// The page that is printed may look its own slip up and hears nothing.
contextBridge.exposeInMainWorld("guitai", bridgeOver(ipcRenderer, ["slip.view"], []));
