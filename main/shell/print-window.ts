import { writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserWindow, WebContents } from "electron";
import { Fault } from "#core/kernel/fault.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { PrintCard, PrinterRefusal, PrintSlip, SlipPrint } from "#main/config.ts";
import { pages } from "./pages.ts";

/** The longest that a page may take to be laid out. */
const LAYOUT_LIMIT_MS = 20_000;

const LAYOUT_LOOK_EVERY_MS = 50;

// A world of its own in the page: its scripts cannot see or change what is asked here.
const OWN_WORLD = 1001;

/** A page that is printed: where it stands, and what it comes out on. */
interface PagePrint {
  readonly address: string;
  readonly output: { readonly to: "pdf"; readonly file: string } | { readonly to: "printer" };
}

/**
 * Prints slips, one after the other, each in an unseen window of its own on the slip's page.
 *
 * The page says that it is laid out by `data-ready="yes"` on its root element, or by
 * `data-ready="refused"` where the workstation would not show it the slip. The size of the paper is
 * the page's own (`@page`).
 */
export function slipPrinter(makeWindow: () => BrowserWindow): PrintSlip {
  const inTurn = oneAfterTheOther();
  return (print: SlipPrint) => {
    const address = `${pages.slip.address}#${print.slip}&lang=${print.language}`;
    return inTurn(() => printPage(makeWindow, { address, output: print }));
  };
}

/** Prints password cards of a demonstration into files, in the same manner as slips. */
export function cardPrinter(makeWindow: () => BrowserWindow): PrintCard {
  const inTurn = oneAfterTheOther();
  return async ({ card, layout, language, file }) => {
    const address = `${pages["card-sheet"].address}#${card}&layout=${layout}&lang=${language}`;
    await inTurn(() => printPage(makeWindow, { address, output: { to: "pdf", file } }));
  };
}

/** Lets one print begin when the one before it has ended, however that ended. */
function oneAfterTheOther(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined); // Whoever asked hears of it; the next one goes on.
    return done;
  };
}

async function printPage(
  makeWindow: () => BrowserWindow,
  { address, output }: PagePrint,
): Promise<Result<"done", PrinterRefusal>> {
  const window = makeWindow();
  try {
    await layOut(window.webContents, address);
    return output.to === "pdf"
      ? await toFile(window.webContents, output.file)
      : await toPrinter(window.webContents);
  } finally {
    window.destroy();
  }
}

async function layOut(contents: WebContents, address: string): Promise<void> {
  const loading = contents.loadURL(address);
  await loading.catch((cause: unknown) => {
    throw new Fault("printer.failed", { at: "page" }, { cause });
  });

  // A page whose process died answers never, so the limit stands beside the looking.
  const over = new AbortController();
  const limit = pause(LAYOUT_LIMIT_MS, "late", { signal: over.signal }).catch(() => "late");
  try {
    const ready = await Promise.race([laidOut(contents, over.signal), limit]);
    if (ready !== "yes") throw new Fault("printer.failed", { at: ready });
  } finally {
    over.abort();
  }
}

async function laidOut(contents: WebContents, over: AbortSignal): Promise<string> {
  while (!over.aborted) {
    const ready: unknown = await contents.executeJavaScriptInIsolatedWorld(OWN_WORLD, [
      { code: "document.documentElement.dataset.ready" },
    ]);
    if (ready === "yes" || ready === "refused") return ready;
    await pause(LAYOUT_LOOK_EVERY_MS);
  }
  return "late";
}

async function toFile(contents: WebContents, file: string): Promise<Result<"done", never>> {
  try {
    const pdf = await contents.printToPDF({ preferCSSPageSize: true, printBackground: true });
    await writeFile(file, pdf, { mode: 0o600 });
    return accept("done");
  } catch (cause) {
    throw new Fault("printer.failed", { at: "file" }, { cause });
  }
}

function toPrinter(contents: WebContents): Promise<Result<"done", PrinterRefusal>> {
  return new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true }, (printed, reason) => {
      if (printed) {
        resolve(accept("done"));
      } else if (/cancel/i.test(reason)) {
        resolve(refuse({ code: "printer.cancelled" }));
      } else if (/printer|settings/i.test(reason)) {
        resolve(refuse({ code: "printer.none" }));
      } else {
        reject(new Fault("printer.failed", { at: "printer", reason }));
      }
    });
  });
}
