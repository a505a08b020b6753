import type { WebContents, WebFrameMain } from "electron";
import type { NoticeChannel, RequestChannel } from "#core/contract/channels.ts";
import { isPage, pages, type WindowKind } from "./pages.ts";

/** What of an IPC event says who asks. */
export interface Sender {
  readonly sender: Pick<WebContents, "id" | "mainFrame">;
  readonly senderFrame: SenderFrame | null;
}
type SenderFrame = Pick<WebFrameMain, "url" | "origin" | "parent" | "processId" | "routingId">;

/** What of a window's contents is kept, to know it again and to tell it things. */
type KnownContents = Pick<WebContents, "id" | "send" | "isDestroyed">;

/** The windows that this program has opened. */
export interface KnownWindows {
  add(contents: KnownContents, kind: WindowKind): void;
  remove(id: number): void;
  /** Whether a window of ours asks, from its own page and main frame, for a channel of its own. */
  isTrusted(event: Sender, channel: RequestChannel): boolean;
  /** Sends to every window of that kind; nobody may be there. */
  deliver(told: WindowKind, channel: NoticeChannel, notice: unknown): void;
}

/** Nobody is known until the shell has opened a window and said which. */
export function knownWindows(): KnownWindows {
  const windows = new Map<
    number,
    { readonly contents: KnownContents; readonly kind: WindowKind }
  >();

  return {
    add: (contents, kind) => {
      windows.set(contents.id, { contents, kind });
    },
    remove: (id) => {
      windows.delete(id);
    },
    isTrusted(event, channel) {
      try {
        const window = windows.get(event.sender.id);
        return window !== undefined && speaksFor(window.kind, event, channel);
      } catch {
        return false; // The frame or its window went away meanwhile: Electron throws at every look.
      }
    },
    deliver(told, channel, notice) {
      for (const { contents, kind } of windows.values()) {
        if (kind === told && !contents.isDestroyed()) contents.send(channel, notice);
      }
    },
  };
}

function speaksFor(kind: WindowKind, event: Sender, channel: RequestChannel): boolean {
  const page = pages[kind];
  const frame = event.senderFrame;
  // Null once the frame has navigated away or was destroyed.
  if (frame === null || frame === undefined) return false;

  const main = event.sender.mainFrame;
  const isMainFrame =
    frame.parent === null &&
    frame.processId === main.processId &&
    frame.routingId === main.routingId;
  return (
    isMainFrame &&
    isPage(frame.url, page) &&
    frame.origin === page.origin &&
    page.channels.includes(channel)
  );
}
