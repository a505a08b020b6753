import type {
  CustomerNoticeChannel,
  CustomerRequestChannel,
  NoticeChannel,
  RequestChannel,
  TellerNoticeChannel,
  TellerRequestChannel,
} from "#core/contract/channels.ts";
import type { Notice, Reply, Sent } from "#core/contract/contract.ts";

/** All that a window can reach of the program: ask, and be told. Each preload exposes its part. */
export interface Bridge<Asked extends RequestChannel, Told extends NoticeChannel> {
  readonly request: <C extends Asked>(channel: C, input: Sent<C>) => Promise<Reply<C>>;
  /** Listens until the function that comes back is called. */
  readonly onNotice: <C extends Told>(
    channel: C,
    listener: (notice: Notice<C>) => void,
  ) => () => void;
}

export type TellerBridge = Bridge<TellerRequestChannel, TellerNoticeChannel>;
export type CustomerBridge = Bridge<CustomerRequestChannel, CustomerNoticeChannel>;
