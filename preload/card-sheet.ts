import { contextBridge, ipcRenderer } from "electron";
import { sheetRequestChannels } from "#core/contract/channels.ts";
import { bridgeOver } from "./bridge.ts";

// The page that prints a password card may look that card up and hears nothing.
contextBridge.exposeInMainWorld("guitai", bridgeOver(ipcRenderer, sheetRequestChannels, []));
