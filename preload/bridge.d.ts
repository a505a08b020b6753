import type { IpcRenderer } from "electron";
import type { NoticeChannel, RequestChannel } from "#core/contract/channels.ts";
/** What of Electron carries a window's requests out and its notices in. */
export type Wire = Pick<IpcRenderer, "invoke" | "on" | "removeListener">;
/** A window's bridge before its page gives it types: two functions and nothing else. */
export interface PlainBridge {
  readonly request: (channel: string, input?: unknown) => Promise<unknown>;
  readonly onNotice: (channel: string, listener: (notice: unknown) => void) => () => void;
}
/**
 * Makes the bridge of one window over the channels that are its own. Electron's event object holds
 * the way to everything else, so it never goes on to the page.
 */
export declare function bridgeOver(
  wire: Wire,
  asked: readonly RequestChannel[],
  told: readonly NoticeChannel[],
): PlainBridge;
