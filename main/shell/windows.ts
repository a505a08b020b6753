import { join } from "node:path";
import { app, BrowserWindow, screen } from "electron";
import { DisplayView } from "#core/contract/display-view.ts";
import type { Language, WindowSize } from "#main/config.ts";
import { pages, type WindowKind } from "./pages.ts";
import type { Sessions } from "./sessions.ts";
import type { KnownWindows } from "./trust.ts";
import { playingSize, type WindowMaking, windowOptions } from "./window-options.ts";
import { isBrowserKey, type PressedKey, zoomAfter, zoomKeyOf } from "./zoom.ts";

/** What windows are opened with. */
export interface Opening {
  readonly built: string;
  readonly sessions: Sessions;
  readonly known: KnownWindows;
  readonly language: Language;
  /** Whether other programs are kept from taking pictures of the windows; false to show them round. */
  readonly guardedFromPictures: boolean;
}

/** The windows that people see. */
export interface Windows {
  readonly teller: BrowserWindow;
  readonly customer: BrowserWindow | undefined;
}

/** Makes a window that the gate knows for as long as it is open. It shows nothing yet. */
export function makeWindow(
  kind: WindowKind,
  { built, sessions, known }: Opening,
  place: Pick<WindowMaking, "size" | "at"> = {},
): BrowserWindow {
  const window = new BrowserWindow(
    windowOptions({
      kind,
      session: sessions[kind],
      preload: join(built, "preload", `${kind}.cjs`),
      packaged: app.isPackaged,
      ...place,
    }),
  );
  const { id } = window.webContents;
  known.add(window.webContents, kind);
  window.webContents.once("destroyed", () => known.remove(id));
  return window;
}

/**
 * Opens the teller's window, and the customer's display unless this counter has none. Where it plays
 * the customer's bank and phone besides, it is larger.
 */
export async function openWindows(
  opening: Opening,
  {
    size,
    customerDisplay,
    playsCustomer,
  }: {
    readonly size: WindowSize;
    readonly customerDisplay: boolean;
    readonly playsCustomer: boolean;
  },
): Promise<Windows> {
  const teller = makeWindow("teller", opening, { size });
  await show(teller, "teller", opening);

  const customer = customerDisplay
    ? makeWindow("customer", opening, {
        ...placeForCustomer(teller),
        ...(playsCustomer ? { size: playingSize } : {}),
      })
    : undefined;
  if (customer) {
    keepOpen(customer);
    await show(customer, "customer", opening);
    teller.focus();
  }

  return { teller, customer };
}

/**
 * Brings the customer's display to the front when it asks for a PIN: at a counter with one screen it
 * may stand behind the teller's window. The teller keeps the keyboard.
 */
export function showWhatIsAsked({ customer }: Windows, notice: unknown): void {
  const asks = DisplayView.safeParse(notice);
  if (!customer || customer.isDestroyed() || asks.data?.status !== "pin") return;
  if (customer.isMinimized()) customer.showInactive();
  customer.moveTop();
}

async function show(
  window: BrowserWindow,
  kind: WindowKind,
  { language, guardedFromPictures }: Opening,
): Promise<void> {
  window.setContentProtection(guardedFromPictures); // Linux has no such thing.
  window.webContents.on("before-input-event", (event, pressed) => {
    if (answerKey(window, pressed)) event.preventDefault();
  });
  await window.loadURL(`${pages[kind].address}#lang=${language}`);
  window.show();
}

/** Whether the shell took the key for itself. */
function answerKey(window: BrowserWindow, pressed: PressedKey): boolean {
  const contents = window.webContents;
  const zoom = zoomKeyOf(pressed);
  if (zoom) {
    contents.setZoomFactor(zoomAfter(contents.getZoomFactor(), zoom));
    return true;
  }
  if (!isBrowserKey(pressed)) return false;
  const asksForTools = pressed.key.toLowerCase() === "i" && pressed.type === "keyDown";
  if (asksForTools && !app.isPackaged) contents.toggleDevTools();
  return true;
}

/** The customer faces the second screen; with one screen the window stands off the teller's. */
function placeForCustomer(teller: BrowserWindow): Pick<WindowMaking, "at"> {
  const own = screen.getDisplayMatching(teller.getBounds());
  const other = screen.getAllDisplays().find((display) => display.id !== own.id);
  if (other) return { at: { x: other.workArea.x, y: other.workArea.y } };

  const { x, y } = teller.getBounds();
  return { at: { x: x + 48, y: y + 48 } };
}

/** The customer's display stays for as long as the workstation is open: a PIN may be asked there. */
function keepOpen(customer: BrowserWindow): void {
  let quitting = false;
  app.once("before-quit", () => {
    quitting = true;
  });
  customer.on("close", (event) => {
    if (quitting) return;
    event.preventDefault();
    customer.minimize();
  });
}
