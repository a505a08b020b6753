import type { Books } from "#core/books/books.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import type { Message, MessageId } from "#core/sms/message.ts";
import { HIDDEN_DIGITS, type MessageLanguage, messageText, minutesOf } from "#core/sms/text.ts";
import type { Clock } from "#main/card-reader/clock.ts";
import type { Desk } from "#main/desk.ts";
import type { Log } from "#main/log/log.ts";
import { codeDigits } from "#main/sms/code-digits.ts";
import type { Handed, SmsPort } from "#main/sms/sms-port.ts";

/** Pauses before a message is offered again, in ms of the machine's time; the last one stays. */
const PAUSES_MS = [5_000, 30_000, 120_000, 600_000] as const;

/** What the outbox stands on. */
export interface OutboxParts {
  readonly desk: Desk;
  /** Absent in a live branch without a gateway: then messages wait, and the pages say so (9011). */
  readonly port: SmsPort | undefined;
  /** The key that makes the digits of codes. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly log: Pick<Log, "incident">;
}

/** 短信发件箱: hands waiting messages over, one after the other, and writes down what became of them. */
export interface Outbox {
  /** Something may be waiting: looked at in a turn of its own, never inside the posting that tells. */
  readonly wake: () => void;
  readonly stop: () => void;
}

/** The text of a message with the digits of its code, which exist from here to the port (E11). */
export function textWithDigits(
  message: Message,
  language: MessageLanguage,
  { books, key }: { readonly books: Books; readonly key: Uint8Array },
): string {
  const code = message.code && books.find("oneTimeCode", message.code);
  if (!code) return messageText(message, language);
  const carried = { digits: codeDigits(key, code), minutes: minutesOf(code) };
  return messageText(message, language, carried);
}

/** The text of a message for whoever it is not for: no digit of its code is worked out (K06). */
export function textWithoutDigits(message: Message, language: MessageLanguage, books: Books) {
  const code = message.code && books.find("oneTimeCode", message.code);
  return messageText(
    message,
    language,
    code && { digits: HIDDEN_DIGITS, minutes: minutesOf(code) },
  );
}

/** Whether a message carries a code that nobody could use any more: it is never sent (O09). */
export function isStale({ code: id }: Message, books: Books, now: Instant): boolean {
  const code = id && books.find("oneTimeCode", id);
  return code !== undefined && (code.status !== "open" || now > code.expiresAt);
}

/** Opens the outbox; nothing is sent before it is woken. */
export function openOutbox({ desk, port, key, clock, log }: OutboxParts): Outbox {
  const { books } = desk;
  /** When a message that was not taken may be offered again, by the stopwatch. */
  const dueAt = new Map<MessageId, number>();
  let isStopped = false;
  let isBusy = false;
  let callOff = () => {};

  function wakeIn(delayMs: number): void {
    callOff();
    if (!isStopped) callOff = clock.after(delayMs, () => void round());
  }

  function record(entries: readonly Entry[]): void {
    if (entries.length > 0) desk.commit({ teller: "system", code: "9011", entries });
  }

  /** Codes that ran out or were sent anew are written down as not sent, gateway or none. */
  function expire(): void {
    const now = desk.now();
    const stale = waiting().filter((message) => isStale(message, books, now));
    for (const { id } of stale) dueAt.delete(id);
    record(stale.map(({ id }) => ({ type: "sms.expired", message: id })));
  }

  const waiting = () => books.list("message", "status", "waiting");
  const isDue = ({ id }: Message) => (dueAt.get(id) ?? 0) <= clock.now();

  async function round(): Promise<void> {
    if (isBusy || isStopped || !desk.isInService() || !desk.branch()) return;
    isBusy = true;
    try {
      expire();
      for (let next = nextDue(); port && next && !isStopped; next = nextDue()) {
        await send(next, port);
      }
    } catch (failure) {
      log.incident(failure);
    } finally {
      isBusy = false;
    }
    sleep();
  }

  function nextDue(): Message | undefined {
    expire();
    return waiting().find(isDue);
  }

  async function send(message: Message, to: SmsPort): Promise<void> {
    const handed = await handOver(message, to);
    if (isStopped || !desk.isInService()) return; // Offered again after the next start.
    const { id } = message;
    if (handed.taken) {
      dueAt.delete(id);
      return record([{ type: "sms.sent", message: id, at: desk.now() }]);
    }
    const { sms } = known(desk.branch(), "messages are of a branch").parameters;
    const final = message.tries + 1 >= sms.sendTries;
    const pause = PAUSES_MS[Math.min(message.tries, PAUSES_MS.length - 1)] ?? 0;
    if (final) dueAt.delete(id);
    else dueAt.set(id, clock.now() + pause);
    record([{ type: "sms.failed", message: id, why: handed.why.slice(0, 60), final }]);
  }

  /** What a port throws is a gateway that failed; what went wrong stands in the log alone. */
  async function handOver(message: Message, to: SmsPort): Promise<Handed> {
    try {
      const text = textWithDigits(message, "zh-CN", { books, key });
      return await to.hand({ id: message.id, to: message.to, text });
    } catch (failure) {
      return { taken: false, why: `incident ${log.incident(failure)}` };
    }
  }

  /** Until the first of those that were not taken is due again. */
  function sleep(): void {
    if (!port) return;
    const soonest = Math.min(...waiting().map(({ id }) => dueAt.get(id) ?? 0));
    if (Number.isFinite(soonest)) wakeIn(Math.max(0, soonest - clock.now()));
  }

  return {
    wake: () => wakeIn(0),
    stop() {
      isStopped = true;
      callOff();
    },
  };
}
