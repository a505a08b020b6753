import type { TellerBridge } from "#core/contract/bridge.ts";
import type {
  NoticeChannel,
  TellerNoticeChannel,
  TellerRequestChannel,
} from "#core/contract/channels.ts";
import type { Notice, Reply, Sent } from "#core/contract/contract.ts";

/** How a fake main process answers: a reply, or a function of what was sent. */
export type Answers = {
  readonly [C in TellerRequestChannel]?:
    | Reply<C>
    | ((input: Sent<C>) => Reply<C> | Promise<Reply<C>>);
};

/** A request that the window made. */
interface Asked {
  readonly channel: TellerRequestChannel;
  readonly input: unknown;
}

/** A bridge to nobody: it answers what it was told to, remembers all, and can tell notices. */
export interface FakeBridge extends TellerBridge {
  readonly asked: Asked[];
  readonly tell: <C extends TellerNoticeChannel>(channel: C, notice: Notice<C>) => void;
}

export function fakeBridge(answers: Answers = {}): FakeBridge {
  const asked: Asked[] = [];
  const listeners = new Map<NoticeChannel, Set<(notice: never) => void>>();

  return {
    asked,
    async request(channel, input) {
      asked.push({ channel, input });
      const answer = answers[channel];
      if (answer === undefined) return { ok: false, refusal: { code: "request.unknown" } };
      return typeof answer === "function" ? answer(input) : answer;
    },
    onNotice(channel, listener) {
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listener as (notice: never) => void));
      return () => all.delete(listener as (notice: never) => void);
    },
    tell(channel, notice) {
      for (const listener of listeners.get(channel) ?? []) listener(notice as never);
    },
  };
}

/** A reply that says yes. */
export function yes<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}
