import type { NoticeChannel, RequestChannel } from "#core/contract/channels.ts";
import {
  type Answer,
  type Notice,
  notices,
  type Reply,
  requests,
  type Sent,
} from "#core/contract/contract.ts";
import { compose } from "#main/compose.ts";
import type { Composed } from "#main/config.ts";
import type { Machine } from "#main/machine.ts";

/** A workstation without its windows, asked as windows ask: through the contract, both ways. */
export interface SimulatedCounter {
  readonly ask: <C extends RequestChannel>(channel: C, input: Sent<C>) => Promise<Reply<C>>;
  /** The next notice of a channel, from now on. */
  readonly told: <C extends NoticeChannel>(channel: C) => Promise<Notice<C>>;
  /** What went wrong beside the requests. */
  readonly incidents: readonly unknown[];
  readonly close: () => Promise<void>;
}

/** Opens the demonstration of a folder on a machine. */
export async function openCounter(folder: string, machine: Machine): Promise<SimulatedCounter> {
  const incidents: unknown[] = [];
  const composed: Composed = await compose(
    {
      kind: "demonstration",
      folder,
      runtime: { electron: "45.0.0", outOfSupport: false },
      printSlip: async () => ({ ok: true, value: "done" }),
      printCard: async () => {},
      log: {
        note: () => {},
        incident(failure) {
          incidents.push(failure);
          return "20261122-0001";
        },
      },
    },
    machine,
  );
  const waiting: { channel: NoticeChannel; answer: (notice: never) => void }[] = [];
  composed.onNotice((channel, notice) => {
    const parsed = notices[channel].parse(notice);
    for (const one of waiting.filter((other) => other.channel === channel)) {
      waiting.splice(waiting.indexOf(one), 1);
      one.answer(parsed as never); // Parsed by its own channel's schema.
    }
  });
  return {
    async ask<C extends RequestChannel>(channel: C, input: Sent<C>): Promise<Reply<C>> {
      const { input: schema, answer } = requests[channel];
      const handler = composed.handlers[channel] as (parsed: unknown) => Promise<Reply<C>>;
      const reply = await handler(schema.parse(input));
      return reply.ok ? { ok: true, value: answer.parse(reply.value) as Answer<C> } : reply;
    },
    told: (channel) =>
      new Promise((answer) => {
        waiting.push({ channel, answer });
      }),
    incidents,
    close: async () => composed.close(),
  };
}
