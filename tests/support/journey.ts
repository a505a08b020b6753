import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach } from "vitest";
import { findElectron } from "../../scripts/setup/electron-runtime.mjs";
import { type Counter, openCounter } from "../../scripts/tour/counter.ts";

/** Longer than anything in a journey takes on a slow machine; nothing is proved by it. */
const PATIENCE_MS = 20_000;

/** The passphrase of every live branch in the journeys. */
export const BRANCH_PASSPHRASE = "Zwei Umschläge, 2026";

/** Where pictures of failed journeys are left. */
const PICTURES = join("node_modules", ".cache", "guitai-journeys");

/** A place in the file system that belongs to one journey alone, and goes away with it. */
export interface JourneyPlace {
  /** A data folder of this name. */
  readonly folder: (name: string) => string;
  /** Opens the workstation with both windows; it is closed with the journey at the latest. */
  readonly start: (...words: readonly string[]) => Promise<Counter>;
  /** Starts the program and waits until it has ended by itself. */
  readonly startToEnd: (...words: readonly string[]) => Promise<Ended>;
  /** From here on the program starts as on a machine that has never seen it: with no profile. */
  readonly changeMachine: () => void;
}

/** How a start ended. */
export interface Ended {
  readonly code: number | null;
  /** What it wrote to its error stream. */
  readonly told: string;
}

/**
 * Makes the place for the journeys of one test file. Chromium's profiles go there too, so that
 * neither journeys nor the user's own workstation get in each other's way.
 */
export function journeyPlace(name: string): JourneyPlace {
  const place = mkdtempSync(join(tmpdir(), `guitai-${name}-`));
  process.env.XDG_CONFIG_HOME = join(place, "profiles");
  const open = new Set<Counter>();

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    for (const counter of open) await takePictures(counter, `${name} ${task.name}`);
  });
  afterAll(async () => {
    for (const counter of open) await counter.close();
    rmSync(place, { recursive: true, force: true });
  });

  return {
    folder: (folder) => join(place, folder),
    async start(...words) {
      const counter = await openCounter(words);
      open.add(counter);
      counter.program.on("close", () => open.delete(counter));
      for (const page of [counter.teller, counter.customer]) page.setDefaultTimeout(PATIENCE_MS);
      return counter;
    },
    async startToEnd(...words) {
      const { executable, args, appFolder } = await findElectron();
      return endOf(
        spawnSync(executable, [...args, appFolder, "--no-dialogs", ...words], {
          encoding: "utf8",
          timeout: 60_000,
        }),
      );
    },
    changeMachine() {
      process.env.XDG_CONFIG_HOME = join(mkdtempSync(join(place, "machine-")), "profiles");
    },
  };
}

/** 1004 网点开机: sets the passphrase of a live branch the first time, and opens it from then on. */
export async function openBranch({ teller, press, type }: Counter): Promise<void> {
  const first = teller.getByRole("heading", { name: "设置网点开机口令" });
  await first.or(teller.getByRole("heading", { name: "网点开机" })).waitFor();
  const isFirst = await first.isVisible();
  await type(BRANCH_PASSPHRASE);
  if (isFirst) {
    await press("Tab");
    await type(BRANCH_PASSPHRASE);
  }
  await press("Enter");
  await teller.getByRole("heading", { name: /^(设立网点|柜员签到)$/ }).waitFor();
}

/** The separate verifier over a data folder, with its keys. */
export function verify(folder: string): Ended {
  const words = [join("scripts", "verify.mjs"), folder, "--key"];
  const env = { ...process.env, GUITAI_PASSPHRASE: BRANCH_PASSPHRASE };
  return endOf(spawnSync(process.execPath, words, { encoding: "utf8", env }));
}

/** Waits until the window says something, anywhere in it. */
export async function says(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}

/** Waits until the window says something aloud, so that a screen reader says it too. */
export async function alerts(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole("alert").filter({ hasText: text }).first().waitFor();
}

function endOf({ status, stderr, stdout }: SpawnSyncReturns<string>): Ended {
  return { code: status, told: stderr + stdout };
}

async function takePictures({ teller, customer }: Counter, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const file = join(PICTURES, name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80));
  for (const [page, whose] of [
    [teller, "teller"],
    [customer, "customer"],
  ] as const) {
    if (!page.isClosed()) await page.screenshot({ path: `${file}-${whose}.png` });
  }
}
