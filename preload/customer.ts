import { contextBridge, ipcRenderer } from "electron";
import { customerNoticeChannels, customerRequestChannels } from "#core/contract/channels.ts";
import { bridgeOver } from "./bridge.ts";

// The customer's display reaches the program through this and nothing else.
contextBridge.exposeInMainWorld(
  "guitai",
  bridgeOver(ipcRenderer, customerRequestChannels, customerNoticeChannels),
);
