import {
  type CustomerNoticeChannel,
  customerNoticeChannels,
  type NoticeChannel,
} from "#core/contract/channels.ts";
import { notices } from "#core/contract/contract.ts";
import { Fault } from "#core/kernel/fault.ts";
import type { Log } from "#main/log/log.ts";
import { issuesOf } from "./issues.ts";

/** Which window is told. */
type Told = "teller" | "customer";

/** Carries a notice to every open window of that kind; nobody may be there. */
export type Deliver = (told: Told, channel: NoticeChannel, notice: unknown) => void;

/**
 * Tells the windows something unasked. Each notice goes only to the window whose channel it is, as
 * the contract has it: names that the contract does not know are left out, and a notice that does
 * not fit is an incident and is not sent.
 */
export function createNotify({
  deliver,
  log,
}: {
  readonly deliver: Deliver;
  readonly log: Log;
}): (channel: NoticeChannel, notice: unknown) => void {
  return (channel, notice) => {
    const parsed = notices[channel].safeParse(notice);
    if (parsed.success) {
      deliver(isForCustomer(channel) ? "customer" : "teller", channel, parsed.data);
    } else {
      const issues = issuesOf(parsed.error).join("; ");
      log.incident(new Fault("answer.malformed", { channel, issues }));
    }
  };
}

function isForCustomer(channel: NoticeChannel): channel is CustomerNoticeChannel {
  const forCustomer: readonly NoticeChannel[] = customerNoticeChannels;
  return forCustomer.includes(channel);
}
