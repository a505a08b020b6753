import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage } from "electron";
import {
  customerRequestChannels,
  sheetRequestChannels,
  tellerRequestChannels,
} from "#core/contract/channels.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { compose } from "./compose.ts";
import { type CommandLine, type Composed, readCommandLine } from "./config.ts";
import { createNotify } from "./ipc/notify.ts";
import { serve } from "./ipc/serve.ts";
import { createLog, type Log } from "./log/log.ts";
import { logFiles } from "./log/log-file.ts";
import { folderChooser } from "./shell/choose-folder.ts";
import { createEnding, type Ending, USAGE_EXIT_CODE } from "./shell/failing.ts";
import { FORBIDDEN_EXIT_CODE, forbiddenWords } from "./shell/forbidden.ts";
import { guardContents } from "./shell/guards.ts";
import { systemKeyStore } from "./shell/key-store.ts";
import { createKeyboardWedge } from "./shell/keyboard-wedge.ts";
import { menu } from "./shell/menu.ts";
import { cardPrinter, slipPrinter } from "./shell/print-window.ts";
import { profileFor } from "./shell/profile.ts";
import { schemes } from "./shell/protocol.ts";
import { atMost, CLOSING_LIMIT_MS, closeBeforeQuit } from "./shell/quit.ts";
import { runtimeOf } from "./shell/runtime.ts";
import { openSessions } from "./shell/sessions.ts";
import { knownWindows } from "./shell/trust.ts";
import { watchMachine, watchWindow } from "./shell/watch.ts";
import {
  makeWindow,
  type Opening,
  openWindows,
  showWhatIsAsked,
  type Windows,
} from "./shell/windows.ts";
import { startSnapshot } from "./snapshot/snapshot-thread.ts";

// The build puts this file into `out/main`, beside `out/preload` and `out/renderer`.
const built = resolve(import.meta.dirname, "..");
const monotonic = () => performance.now();

/** What the start has found out before Electron is ready. */
interface Start {
  readonly asked: CommandLine;
  readonly folder: string;
  readonly log: Log;
  readonly ending: Ending;
}

/** Why this start ends before it has begun; code 0 where another one is there already. */
interface NoStart {
  readonly code: "start.ended";
  readonly exitCode: number;
  readonly sentence: string;
}

function begin(): void {
  // As root Chromium starts only without its sandbox, and asking for both makes it restart for ever.
  // A packaged program refuses the switch below, so it always asks for the sandbox.
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  protocol.registerSchemesAsPrivileged(schemes);

  const prepared = prepareStart(process.argv.slice(1));
  if (!prepared.ok) {
    process.stderr.write(`${prepared.refusal.sentence}\n`);
    app.exit(prepared.refusal.exitCode);
    return;
  }
  const start = prepared.value;
  // What nobody caught ends the program: after it nothing in memory can be relied on.
  process.on("uncaughtException", start.ending.fail);
  process.on("unhandledRejection", start.ending.fail);

  app.on("web-contents-created", (_event, contents) => guardContents(contents, start.log));
  app
    .whenReady()
    .then(() => open(start))
    .catch(start.ending.fail);
}

function prepareStart(words: readonly string[]): Result<Start, NoStart> {
  const forbidden = forbiddenWords({
    words,
    environment: process.env,
    packaged: app.isPackaged,
    platform: process.platform,
  });
  if (forbidden.length > 0) {
    return noStart(FORBIDDEN_EXIT_CODE, `Not allowed here 此处不允许: ${forbidden.join(" ")}`);
  }
  const asked = readCommandLine(words);
  if (!asked.ok) {
    const { word, wanted } = asked.refusal;
    return noStart(USAGE_EXIT_CODE, `${word}: the workstation takes 请使用 ${wanted}`);
  }

  const base = app.getPath("userData");
  const folder = resolve(asked.value.folder ?? join(base, "demonstration"));
  const profile = profileFor(base, folder);
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath("userData", profile); // The lock is one per profile, so one per data folder.
  if (!app.requestSingleInstanceLock()) {
    return noStart(0, "Already open 柜台已经打开: its window comes to the front.");
  }
  const log = openLog(join(profile, "log"));
  const ending = createEnding({ log, dialogs: asked.value.dialogs });
  return accept({ asked: asked.value, folder, log, ending });
}

function noStart(exitCode: number, sentence: string): Result<never, NoStart> {
  return refuse({ code: "start.ended", exitCode, sentence });
}

async function open({ asked, folder, log, ending }: Start): Promise<void> {
  Menu.setApplicationMenu(menu());
  const known = knownWindows();
  const opening: Opening = {
    built,
    sessions: await openSessions({ built, developing: !app.isPackaged }),
    known,
    language: asked.language,
    guardedFromPictures: asked.kind === "live",
  };
  const notify = createNotify({ deliver: known.deliver, log });
  const wedge = createKeyboardWedge({ onEaten: () => notify("card.swiped", eatenSwipe()) });
  const program = await compose({
    kind: asked.kind,
    folder,
    keyboard: wedge.openTransport,
    ...(asked.readerPath === undefined ? {} : { readerPath: asked.readerPath }),
    ...(asked.passwordCardGrid ? { passwordCardGrid: asked.passwordCardGrid } : {}),
    keyStore: systemKeyStore(safeStorage, {
      platform: process.platform,
      onFailure: (failure) => log.incident(failure, { asked: "key-store" }),
    }),
    onOpeningFailed: ending.fail,
    startSnapshot,
    runtime: runtimeOf(process.versions.electron),
    printSlip: slipPrinter(() => makeWindow("slip", opening)),
    printCard: cardPrinter(() => makeWindow("card-sheet", opening)),
    ...(asked.dialogs ? { chooseFolder: folderChooser(dialog, openWindow) } : {}),
    log,
  });
  const close = () =>
    atMost(
      CLOSING_LIMIT_MS,
      () => program.close(),
      (failure) => log.incident(failure),
    );
  ending.closeFirst(close);
  closeBeforeQuit(app, close);

  const { handlers } = program;
  const gate = { host: ipcMain, handlers, isTrusted: known.isTrusted, log, now: monotonic };
  serve({ ...gate, channels: tellerRequestChannels });
  serve({ ...gate, channels: customerRequestChannels });
  serve({ ...gate, channels: sheetRequestChannels });

  program.onNotice(notify);

  const windows = await openWindows(opening, {
    size: asked.windowSize,
    customerDisplay: asked.customerDisplay,
    playsCustomer: asked.kind === "demonstration",
  });
  wedge.watch(windows.teller.webContents, { takesPins: false });
  if (windows.customer) wedge.watch(windows.customer.webContents, { takesPins: true });
  watch(program, windows, { log, ending });
  program.onNotice((channel, notice) => {
    if (channel === "display.changed") showWhatIsAsked(windows, notice);
  });
}

const openWindow = () => BrowserWindow.getFocusedWindow() ?? undefined;

/** A card of which an input method made something else; nobody has read it. */
function eatenSwipe() {
  const refusal = { code: "reader.eaten-by-input-method" };
  return { status: "unreadable", refusal, at: Date.now() };
}

function watch(
  { handlers }: Composed,
  windows: Windows,
  { log, ending }: Pick<Start, "log" | "ending">,
): void {
  const lock = () => {
    Promise.resolve(handlers["session.lock"]({ idle: false })).catch((failure: unknown) => {
      log.incident(failure);
    });
  };
  watchMachine(app, log, lock);
  for (const window of [windows.teller, windows.customer]) {
    if (!window) continue;
    watchWindow(window.webContents, {
      log,
      now: monotonic,
      beforeReload: window === windows.teller ? lock : () => {},
      onGivenUp: (reason) => ending.fail(new Fault("internal", { window: reason })),
    });
  }

  windows.teller.on("closed", () => app.quit());
  app.on("second-instance", () => {
    if (windows.teller.isMinimized()) windows.teller.restore();
    windows.teller.show();
    windows.teller.focus();
  });
}

function openLog(folder: string): Log {
  const onFailure = (failure: unknown, line: string) => {
    process.stderr.write(`The log cannot be written (${String(failure)}): ${line}\n`);
  };
  return createLog({ book: logFiles({ folder, onFailure }), now: () => new Date() });
}

begin();
