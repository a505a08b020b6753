import { type CustomerRequestChannel, customerRequestChannels } from "#core/contract/channels.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { serve } from "#main/ipc/serve.ts";
import type { Log } from "#main/log/log.ts";

/** What the customer's window sends, whatever it is. */
export type Send = (channel: CustomerRequestChannel, payload: unknown) => Promise<unknown>;

/** The customer's window's own gate over the real handlers; a second passes with every request. */
export function customerGate(handlers: Handlers, log: Log): Send {
  const listeners = new Map<string, (sender: string, ...payload: readonly unknown[]) => unknown>();
  let clock = 0;
  serve<string>({
    host: { handle: (channel, listener) => listeners.set(channel, listener) },
    channels: customerRequestChannels,
    handlers,
    isTrusted: () => true,
    log,
    now: () => {
      clock += 1000;
      return clock;
    },
  });
  return async (channel, payload) => listeners.get(channel)?.("window", payload);
}

/** A log that keeps the failures alone. */
export function keepingIncidents(failures: unknown[]): Log {
  return {
    note: () => {},
    incident(failure) {
      failures.push(failure);
      return "20260318-0001";
    },
  };
}
