import type { BrowserWindowConstructorOptions, Session, WebPreferences } from "electron";
import type { WindowSize } from "#main/config.ts";
import type { WindowKind } from "./pages.ts";

/** The settings that every window shares, each written out whatever Electron's own choice is. */
const hardened = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  enableWebSQL: false,
  webgl: false,
  autoplayPolicy: "user-gesture-required",
  safeDialogs: true,
  disableBlinkFeatures: "Auxclick",
} as const satisfies WebPreferences;

/** Width and height of the customer's display, and the least it has room for. */
const customerSize: WindowSize = { width: 800, height: 600 };

/** The customer's window of a demonstration, which plays the bank, the phone and the card besides. */
export const playingSize: WindowSize = { width: 1080, height: 760 };

/** The teller's window is not made smaller than this, so that no form loses its end. */
const tellerSmallest: WindowSize = { width: 1280, height: 800 };

const A4_SIZE: WindowSize = { width: 794, height: 1123 };

/** What one window is made of. */
export interface WindowMaking {
  readonly kind: WindowKind;
  readonly session: Session;
  /** The preload script's absolute path. */
  readonly preload: string;
  readonly packaged: boolean;
  readonly size?: WindowSize;
  readonly at?: { readonly x: number; readonly y: number };
}

/** How Electron is to make the window. It is shown only once it has something to show. */
export function windowOptions(making: WindowMaking): BrowserWindowConstructorOptions {
  const size = making.size ?? usualSize(making.kind);
  return {
    ...size,
    ...smallest(making.kind, size),
    ...(making.at ?? {}),
    show: false,
    useContentSize: true,
    autoHideMenuBar: true,
    backgroundColor: "#ffffff",
    title: "Guitai 柜台",
    webPreferences: {
      ...hardened,
      preload: making.preload,
      session: making.session,
      devTools: !making.packaged,
      // An unseen window lays pages out as fast as a seen one.
      backgroundThrottling: !isUnseen(making.kind),
    },
  };
}

function usualSize(kind: WindowKind): WindowSize {
  switch (kind) {
    case "teller":
      return tellerSmallest;
    case "customer":
      return customerSize;
    case "slip":
    case "card-sheet":
      return A4_SIZE;
  }
}

function isUnseen(kind: WindowKind): boolean {
  return kind === "slip" || kind === "card-sheet";
}

/** How small somebody may make a window that people see. */
function smallest(
  kind: WindowKind,
  size: WindowSize,
): Pick<BrowserWindowConstructorOptions, "minWidth" | "minHeight"> {
  if (isUnseen(kind)) return {};
  const least = kind === "teller" ? tellerSmallest : customerSize;
  return {
    minWidth: Math.min(size.width, least.width),
    minHeight: Math.min(size.height, least.height),
  };
}
