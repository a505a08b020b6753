import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { vi } from "vitest";
import type { NoticeChannel, RequestChannel } from "#core/contract/channels.ts";
import {
  type Answer,
  type Notice,
  notices,
  type Reply,
  requests,
  type Sent,
} from "#core/contract/contract.ts";
import type { Grid } from "#core/password-card/grid.ts";
import { compose } from "#main/compose.ts";
import type { Composed, PrintCard, PrintSlip, SlipPrint } from "#main/config.ts";
import { type Machine, realMachine } from "#main/machine.ts";
import type { KeyStore } from "#main/vault/key-store.ts";
import { TRIAL_COST, TRIAL_PASSPHRASE } from "#tests/support/books.ts";

// Opening one takes a second, and on a machine that does other things besides ten.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

/** What the reader of a demonstration may wait for. */
type Expected = "swipe" | "write-swipe" | "erase-swipe";

/** A whole workstation without its windows: the real journal, ledger, rules and reader. */
export interface TestedWorkstation {
  readonly folder: string;
  readonly printed: readonly SlipPrint[];
  readonly handlers: Composed["handlers"];
  /** Every notice so far, and every line of the log, as they would leave the program. */
  readonly notices: readonly { readonly channel: NoticeChannel; readonly notice: unknown }[];
  readonly noted: readonly string[];
  /** Asks as a window would, through the contract's schemas both ways. */
  readonly ask: <C extends RequestChannel>(channel: C, input: Sent<C>) => Promise<Reply<C>>;
  /** Asks, and fails the test with the refusal if the answer is no. */
  readonly get: <C extends RequestChannel>(channel: C, input: Sent<C>) => Promise<Answer<C>>;
  /** The next notice of a channel, from now on. */
  readonly told: <C extends NoticeChannel>(channel: C) => Promise<Notice<C>>;
  /** Lays a card of the tray through the reader as soon as the reader waits for one. */
  readonly swipe: (card: string, expects?: Expected, badly?: boolean) => Promise<void>;
  /** Waits until the reader waits for a card. */
  readonly waitFor: (expects: Expected) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How a tested workstation differs from the usual: a new demonstration on this machine. */
export interface TestedOptions {
  readonly machine?: Machine;
  readonly printSlip?: PrintSlip;
  readonly printCard?: PrintCard;
  /** The port that a start option names. */
  readonly readerPath?: string;
  /** The layout of password cards that a new demonstration begins with. */
  readonly passwordCardGrid?: Grid;
  /** Takes what goes wrong beside the requests; without it such a failure is thrown. */
  readonly onIncident?: (failure: unknown) => void;
  /** The machine's key store; without it there is none. */
  readonly keyStore?: KeyStore;
  /** The system's dialog for a folder; without it there is none. */
  readonly chooseFolder?: () => Promise<string | undefined>;
  /** A live branch is left as it starts: nobody has entered its passphrase yet. */
  readonly isLeftLocked?: boolean;
}

/** A place for a data folder that does not exist yet. */
export function emptyPlace(): string {
  return join(mkdtempSync(join(tmpdir(), "guitai-")), "data");
}

let founded: Promise<string> | undefined;

/** A copy of a demonstration in which nothing was done yet; founding one takes a second. */
export async function foundedFolder(): Promise<string> {
  founded ??= openWorkstation().then(async (counter) => {
    await counter.close();
    return counter.folder;
  });
  const folder = emptyPlace();
  cpSync(await founded, folder, { recursive: true });
  return folder;
}

/** Opens a workstation over a new or a given data folder. */
export async function openWorkstation(
  folder = emptyPlace(),
  kind: "live" | "demonstration" = "demonstration",
  options: TestedOptions = {},
): Promise<TestedWorkstation> {
  const { machine = realMachine, printSlip, printCard = async () => {}, onIncident } = options;
  const { passwordCardGrid, readerPath, keyStore, chooseFolder, isLeftLocked = false } = options;
  const printed: SlipPrint[] = [];
  const told: { channel: NoticeChannel; notice: unknown }[] = [];
  const noted: string[] = [];
  const composed: Composed = await compose(
    {
      kind,
      folder,
      ...(passwordCardGrid ? { passwordCardGrid } : {}),
      ...(readerPath ? { readerPath } : {}),
      ...(keyStore ? { keyStore } : {}),
      ...(chooseFolder ? { chooseFolder } : {}),
      passphraseCost: TRIAL_COST,
      runtime: { electron: "45.0.0", outOfSupport: false },
      printSlip: async (print) => {
        printed.push(print);
        return printSlip ? printSlip(print) : { ok: true, value: "done" };
      },
      printCard,
      log: {
        note: (event, facts) => {
          noted.push(JSON.stringify({ event, ...facts }));
        },
        incident(failure) {
          if (!onIncident) throw failure;
          onIncident(failure);
          return "20261122-0001";
        },
      },
    },
    machine,
  );
  const waiting: { channel: NoticeChannel; answer: (notice: never) => void }[] = [];
  composed.onNotice((channel, notice) => {
    const parsed = notices[channel].parse(notice);
    told.push({ channel, notice: parsed });
    for (const one of waiting.filter((other) => other.channel === channel)) {
      waiting.splice(waiting.indexOf(one), 1);
      one.answer(parsed as never); // Parsed by its own channel's schema.
    }
  });

  async function ask<C extends RequestChannel>(channel: C, input: Sent<C>): Promise<Reply<C>> {
    const { input: schema, answer } = requests[channel];
    const handler = composed.handlers[channel] as (parsed: unknown) => Promise<Reply<C>>;
    const reply = await handler(schema.parse(input));
    return reply.ok ? { ok: true, value: answer.parse(reply.value) as Answer<C> } : reply;
  }

  async function get<C extends RequestChannel>(channel: C, input: Sent<C>): Promise<Answer<C>> {
    const reply = await ask(channel, input);
    if (!reply.ok) throw new Error(`${channel} refused: ${JSON.stringify(reply.refusal)}`);
    return reply.value;
  }

  if (!isLeftLocked) {
    const { status } = await get("vault.view", undefined);
    const passphrase = TRIAL_PASSPHRASE;
    if (status === "locked") await get("vault.open", { passphrase });
    else if (status !== "open") await get("vault.found", { passphrase });
  }

  async function waitFor(expects: Expected): Promise<void> {
    for (let tries = 0; tries < 2000; tries += 1) {
      const tray = await get("demonstration.tray", undefined);
      if (tray.expects === expects) return;
      await pause(5);
    }
    throw new Error(`the reader never waited for a ${expects}`);
  }

  return {
    folder,
    printed,
    handlers: composed.handlers,
    notices: told,
    noted,
    ask,
    get,
    told: (channel) =>
      new Promise((answer) => {
        waiting.push({ channel, answer });
      }),
    async swipe(card, expects = "swipe", badly = false) {
      await waitFor(expects);
      await get("demonstration.swipe", { card, badly });
    },
    waitFor,
    close: async () => composed.close(),
  };
}
