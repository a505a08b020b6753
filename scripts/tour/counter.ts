import { join } from "node:path";
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
  /** Waits until the simulated reader waits for a card to do this to. */
  readonly readerWaits: (expected: Expected) => Promise<void>;
  /** Swipes a card of the tray as soon as the reader waits for one. */
  readonly swipe: (card: string, how?: Swiping) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The application, whose windows wait for the driver. */
const DRIVEN = join(import.meta.dirname, "driven");

/** What the reader may wait for. */
type Expected = "swipe" | "write-swipe" | "erase-swipe";

/** What the reader must wait for before a card is swiped, and whether the swipe goes wrong. */
interface Swiping {
  readonly expects?: Expected;
  readonly badly?: boolean;
}

/** Opens the workstation over a data folder, with both of its windows. */
export async function openCounter(words: readonly string[]): Promise<Counter> {
  const electron = await findElectron();
  const program = await _electron.launch({
    executablePath: electron.executable,
    args: [...electron.args, DRIVEN, "--no-dialogs", ...words],
  });
  const teller = await windowOf(program, "app://teller/index.html");
  const customer = await windowOf(program, "app://customer/");
  // A demonstration's customer has keys to choose a place by, once they stand there.
  if (words.includes("--demonstration")) await customer.getByRole("navigation").waitFor();
  await teller.bringToFront();

  async function ask<C extends TellerRequestChannel>(
    channel: C,
    input: Sent<C>,
  ): Promise<Answer<C>> {
    // The page hands on what the contract has; the types are lost on the way through its world.
    const reply = (await teller.evaluate(
      ([named, sent]) => Reflect.get(window, "guitai").request(named, sent),
      [channel, input] as const,
    )) as Reply<C>;
    if (!reply.ok) throw new Error(`${channel} refused: ${JSON.stringify(reply.refusal)}`);
    return reply.value;
  }

  const readerWaits = (expected: Expected) => teller.evaluate(readerWaitsFor, expected);

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
    readerWaits,
    async swipe(card, { expects = "swipe", badly = false } = {}) {
      await readerWaits(expects);
      await ask("demonstration.swipe", { card, badly });
    },
    close: () => program.close(),
  };
}

/**
 * Runs inside the page: resolves once the reader waits for such a swipe. No function in it has a name,
 * for tsx would call a helper that the page does not have.
 */
async function readerWaitsFor(expected: Expected): Promise<void> {
  const stops: (() => void)[] = [];
  const guitai: TellerBridge = Reflect.get(window, "guitai");
  await new Promise<void>((resolve) => {
    const stop = guitai.onNotice("tray.changed", ({ expects }) => {
      if (expects === expected) resolve();
    });
    stops.push(stop);
    void guitai.request("demonstration.tray", undefined).then((reply) => {
      if (reply.ok && reply.value.expects === expected) resolve();
    });
  });
  for (const stop of stops) stop();
}

/** The window of an address, as soon as it stands there. */
function windowOf(program: ElectronApplication, address: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    const isIt = ({ href }: URL) => href.startsWith(address);
    function watch(page: Page): void {
      const found = page.waitForURL(isIt, { waitUntil: "domcontentloaded" });
      // Any other window never gets that address; waiting for it ends by itself.
      found.then(() => resolve(page)).catch(() => undefined);
    }
    program.windows().forEach(watch);
    program.on("window", watch);
    program.once("close", () => reject(new Error(`ended before ${address} opened`)));
  });
}
