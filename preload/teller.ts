import { contextBridge, ipcRenderer } from "electron";
import { tellerNoticeChannels, tellerRequestChannels } from "#core/contract/channels.ts";
import { bridgeOver } from "./bridge.ts";

// The teller's window reaches the program through this and nothing else.
contextBridge.exposeInMainWorld(
  "guitai",
  bridgeOver(ipcRenderer, tellerRequestChannels, tellerNoticeChannels),
);
