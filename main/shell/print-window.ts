import { writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserWindow, WebContents } from "electron";
import { Fault } from "#core/kernel/fault.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { PrinterRefusal, PrintSlip, SlipPrint } from "#main/config.ts";
import { pages } from "./pages.ts";

/** The longest that a slip may take to be laid out. */
const LAYOUT_LIMIT_MS = 20_000;

const LAYOUT_LOOK_EVERY_MS = 50;

// A world of its own in the page: its scripts cannot see or change what is asked here.
const OWN_WORLD = 1001;

/**
 * Prints slips, one after the other, each in an unseen window of its own on the slip's page.
 *
 * The page says that it is laid out by `data-ready="yes"` on its root element, or by
 * `data-ready="refused"` where the workstation would not show it the slip. The size of the paper is
 * the page's own (`@page`).
 */
export function slipPrinter(makeWindow: () => BrowserWindow): PrintSlip {
  let last: Promise<unknown> = Promise.resolve();

  return (print) => {
    const printed = last.then(() => printOne(makeWindow, print));
    last = printed.catch(() => undefined); // Whoever asked hears of it; the next one goes on.
    return printed;
  };
}

async function printOne(
  makeWindow: () => BrowserWindow,
  print: SlipPrint,
): Promise<Result<"done", PrinterRefusal>> {
  const window = makeWindow();
  try {
    await layOut(window.webContents, print);
    return print.to === "pdf"
      ? await toFile(window.webContents, print.file)
      : await toPrinter(window.webContents);
  } finally {
    window.destroy();
  }
}

async function layOut(contents: WebContents, { slip, language }: SlipPrint): Promise<void> {
  const loading = contents.loadURL(`${pages.slip.address}#${slip}&lang=${language}`);
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
