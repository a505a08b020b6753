import { _electron, type ElectronApplication, type Page } from "playwright-core";
import type { TellerBridge } from "#core/contract/bridge.ts";
import type { TellerRequestChannel } from "#core/contract/channels.ts";
import type { Answer, Reply, Sent } from "#core/contract/contract.ts";
import { findElectron } from "../setup/electron-runtime.mjs";

/** A workstation in the real Electron, operated by its keys like a teller would. */
export interface Counter {
  readonly program: ElectronApplication;
  readonly teller: Page;
  readonly customer: Page;
  /** Presses keys one after the other, as Playwright names them. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Types text where the focus is. */
  readonly type: (text: string) => Promise<void>;
  /** Opens a transaction by its code. */
  readonly open: (code: string) => Promise<void>;
  /** Asks over the bridge of the teller's own window; for the presenter's part of a story. */
  readonly ask: <C extends TellerRequestChannel>(channel: C, input: Sent<C>) => Promise<Answer<C>>;
  /** Swipes a card of the tray as soon as the reader waits for one. */
  readonly swipe: (card: string, expects?: "swipe" | "write-swipe") => Promise<void>;
  readonly close: () => Promise<void>;
}

declare global {
  interface Window {
    readonly guitai: TellerBridge;
  }
}

/** Opens the workstation over a data folder, with both of its windows. */
export async function openCounter(words: readonly string[]): Promise<Counter> {
  const electron = await findElectron();
  const program = await _electron.launch({
    executablePath: electron.executable,
    args: [...electron.args, electron.appFolder, "--no-dialogs", ...words],
  });
  const teller = await windowOf(program, "app://teller/index.html");
  const customer = await windowOf(program, "app://customer/");
  await teller.bringToFront();

  async function ask<C extends TellerRequestChannel>(
    channel: C,
    input: Sent<C>,
  ): Promise<Answer<C>> {
    // The page hands on what the contract has; the types are lost on the way through its world.
    const reply = (await teller.evaluate(
      ([named, sent]) => window.guitai.request(named as "order.list", sent as undefined),
      [channel, input] as const,
    )) as Reply<C>;
    if (!reply.ok) throw new Error(`${channel} refused: ${JSON.stringify(reply.refusal)}`);
    return reply.value;
  }

  return {
    program,
    teller,
    customer,
    async press(...keys) {
      for (const key of keys) await teller.keyboard.press(key);
    },
    type: (text) => teller.keyboard.type(text),
    async open(code) {
      await teller.keyboard.press("F2");
      await teller.keyboard.type(code);
      await teller.keyboard.press("Enter");
    },
    ask,
    async swipe(card, expects = "swipe") {
      for (let tries = 0; tries < 400; tries += 1) {
        if ((await ask("demonstration.tray", undefined)).expects === expects) break;
        await teller.waitForTimeout(25);
      }
      await ask("demonstration.swipe", { card, badly: false });
    },
    close: () => program.close(),
  };
}

async function windowOf(program: ElectronApplication, address: string): Promise<Page> {
  for (let tries = 0; tries < 400; tries += 1) {
    const page = program.windows().find((window) => window.url().startsWith(address));
    if (page) {
      await page.waitForLoadState("domcontentloaded");
      return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no window of ${address} opened`);
}
