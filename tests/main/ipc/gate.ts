import {
  customerRequestChannels,
  sheetRequestChannels,
  tellerRequestChannels,
} from "#core/contract/channels.ts";
import { accept } from "#core/kernel/result.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { type IpcHost, serve } from "#main/ipc/serve.ts";
import type { Log } from "#main/log/log.ts";

/** What a gate that was built for a test lets the test do and see. */
export interface Gate {
  /** Sends a message as `sender`; the payload is handed over as it is. */
  ask(channel: string, ...payload: readonly unknown[]): Promise<unknown>;
  readonly reached: readonly { readonly channel: string; readonly input: unknown }[];
  readonly noted: readonly string[];
  readonly incidents: readonly unknown[];
  /** Moves the gate's clock. */
  pass(milliseconds: number): void;
}

/**
 * A gate over a map in place of `ipcMain`. Every handler notes that it was reached and gives
 * `answer`, and `isTrusted` believes everybody unless told otherwise.
 */
export function openGate({
  answer = () => accept("done"),
  isTrusted = () => true,
}: {
  readonly answer?: (channel: string, input: unknown) => unknown;
  readonly isTrusted?: () => boolean;
} = {}): Gate {
  const listeners = new Map<string, (sender: string, ...payload: readonly unknown[]) => unknown>();
  const host: IpcHost<string> = {
    handle: (channel, listener) => {
      listeners.set(channel, listener);
    },
  };
  const reached: { channel: string; input: unknown }[] = [];
  const noted: string[] = [];
  const incidents: unknown[] = [];
  const log: Log = {
    note: (event) => {
      noted.push(event);
    },
    incident(failure) {
      incidents.push(failure);
      return `20261122-${String(incidents.length).padStart(4, "0")}`;
    },
  };
  let clock = 0;

  const channels = [...tellerRequestChannels, ...customerRequestChannels, ...sheetRequestChannels];
  // One function stands for all handlers here: what they answer is the test's business.
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      (input: unknown) => {
        reached.push({ channel, input });
        return answer(channel, input);
      },
    ]),
  ) as unknown as Handlers;
  serve({ host, channels, handlers, isTrusted, log, now: () => clock });

  return {
    ask: async (channel, ...payload) => listeners.get(channel)?.("window", ...payload),
    reached,
    noted,
    incidents,
    pass: (milliseconds) => {
      clock += milliseconds;
    },
  };
}
