import type { RequestChannel } from "#core/contract/channels.ts";
import { DELIVERY_CHARACTERS, requests } from "#core/contract/contract.ts";
import type { RequestRefusal } from "#core/contract/refusal.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Log } from "#main/log/log.ts";
import { allowance } from "./allowance.ts";
import type { Handlers } from "./handlers.ts";
import { issuesOf } from "./issues.ts";
import { HEAVIEST_BYTES, weigh } from "./weigh.ts";

/** What carries requests here: Electron's `ipcMain`, or a map in tests. */
export interface IpcHost<Sender> {
  handle(
    channel: string,
    listener: (sender: Sender, ...payload: readonly unknown[]) => unknown,
  ): void;
}

/** Requests of one window in the long run, and at once when a screen is opened. */
export const REQUESTS_PER_SECOND = 50;
export const REQUESTS_AT_ONCE = 100;

/** Refusals of this gate that are written down: a hostile window must not flood the log. */
const NOTES_PER_SECOND = 2;
const NOTES_AT_ONCE = 50;

/** Requests of one window that may wait for their answers, such as a PIN or a printer. */
export const REQUESTS_WAITING = 32;

/** A stock file is as long as its batch: the one message that may weigh more than a usual one. */
const HEAVIEST_DELIVERY_BYTES = 2 * DELIVERY_CHARACTERS + 1024;

const REFUSAL_CODE = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/;

/** A refusal on its way out: its code, and facts that are plain. */
type Answered = Result<unknown, { readonly code: string }>;

/**
 * Answers every channel of one window's part of the contract. Nothing unparsed and nobody untrusted
 * gets past here to a handler, and nothing that the contract does not name gets back.
 *
 * A fault of a handler becomes an incident number; what happened stands in the log only.
 */
export function serve<Sender>({
  host,
  channels,
  handlers,
  isTrusted,
  log,
  now,
}: {
  readonly host: IpcHost<Sender>;
  readonly channels: readonly RequestChannel[];
  readonly handlers: Handlers;
  readonly isTrusted: (sender: Sender, channel: RequestChannel) => boolean;
  readonly log: Log;
  /** Milliseconds on a clock that does not run backwards. */
  readonly now: () => number;
}): void {
  const allowed = allowance({ perSecond: REQUESTS_PER_SECOND, burst: REQUESTS_AT_ONCE, now });
  const notable = allowance({ perSecond: NOTES_PER_SECOND, burst: NOTES_AT_ONCE, now });
  let waiting = 0;
  let unwritten = 0;

  async function answer(
    channel: RequestChannel,
    sender: Sender,
    payload: readonly unknown[],
  ): Promise<Answered> {
    if (!isTrusted(sender, channel)) return noted(channel, { code: "request.untrusted" });
    if (!allowed.take()) return noted(channel, { code: "request.too-many" });
    if (waiting >= REQUESTS_WAITING) return noted(channel, { code: "request.too-many" });

    const input = parsedInput(channel, payload);
    if (!input.ok) return noted(channel, input.refusal);

    waiting += 1;
    try {
      return outgoing(channel, await ask(handlers, channel, input.value));
    } finally {
      waiting -= 1;
    }
  }

  function noted(channel: RequestChannel, refusal: RequestRefusal): Answered {
    if (notable.take()) {
      const issues =
        refusal.code === "request.malformed" ? { issues: refusal.issues.join("; ") } : {};
      log.note(refusal.code, { channel, unwritten, ...issues });
      unwritten = 0;
    } else {
      unwritten += 1;
    }
    return refuse(refusal);
  }

  for (const channel of channels) {
    host.handle(channel, async (sender, ...payload) => {
      try {
        return await answer(channel, sender, payload);
      } catch (failure) {
        return refuse({
          code: "workstation.fault",
          incident: log.incident(failure, { channel }),
        });
      }
    });
  }
}

function parsedInput(
  channel: RequestChannel,
  payload: readonly unknown[],
): Result<unknown, RequestRefusal> {
  if (payload.length > 1) {
    return refuse({ code: "request.malformed", issues: ["more than one input"] });
  }
  const [raw] = payload;
  const weighed = weigh(raw, heaviestOf(channel));
  if (!weighed.ok) return weighed;

  const parsed = requests[channel].input.safeParse(raw);
  if (parsed.success) {
    return accept(parsed.data);
  } else {
    return refuse({ code: "request.malformed", issues: issuesOf(parsed.error) });
  }
}

function heaviestOf(channel: RequestChannel): number {
  return channel === "delivery.read" ? HEAVIEST_DELIVERY_BYTES : HEAVIEST_BYTES;
}

function ask(handlers: Handlers, channel: RequestChannel, input: unknown): unknown {
  // The type of Handlers pairs each channel with its input, and this input was parsed by the schema
  // of this very channel; the compiler cannot follow that through a loop over all channels.
  const handler = handlers[channel] as (input: unknown) => unknown;
  return handler(input);
}

/** The answer as the contract has it. What does not fit is our fault and stays here. */
function outgoing(channel: RequestChannel, reply: unknown): Answered {
  if (isRefused(reply)) return refuse(reply.refusal);
  if (!isAccepted(reply)) throw new Fault("answer.malformed", { channel });

  const parsed = requests[channel].answer.safeParse(reply.value);
  if (parsed.success) {
    return accept(parsed.data);
  } else {
    throw new Fault("answer.malformed", { channel, issues: issuesOf(parsed.error).join("; ") });
  }
}

function isAccepted(reply: unknown): reply is { readonly ok: true; readonly value: unknown } {
  return isObject(reply) && reply.ok === true && "value" in reply;
}

function isRefused(
  reply: unknown,
): reply is { readonly ok: false; readonly refusal: { readonly code: string } } {
  if (!isObject(reply) || reply.ok !== false) return false;
  const refusal = reply.refusal;
  if (!isObject(refusal) || typeof refusal.code !== "string") return false;
  return REFUSAL_CODE.test(refusal.code) && weigh(refusal).ok;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
