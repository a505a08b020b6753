import type { WorkstationView } from "#core/contract/workstation-view.ts";
import type { Batch } from "#core/journal/batch.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import type { Clock } from "#main/card-reader/clock.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { Log } from "#main/log/log.ts";
import type { PinPad } from "#main/pin-pad/pin-pad.ts";
import { counterCodeHandlers } from "#main/sms/counter-codes.ts";
import { openOutbox } from "#main/sms/outbox.ts";
import { outboxHandlers, outboxNotices } from "#main/sms/outbox-desk.ts";
import { phoneView } from "#main/sms/phones.ts";
import { customersPhones } from "#main/sms/sms-port.ts";
import type { Vault } from "#main/vault/vault.ts";
import type { Tell } from "#main/workstation.ts";

/** 短信: the outbox, codes at the counter, and in a demonstration the customers' telephones. */
export interface Messages {
  readonly handlers: Pick<
    Handlers,
    "sms-code.send" | "sms-code.ask" | "sms.outbox" | "sms.retry" | "phone.view"
  >;
  readonly notices: () => WorkstationView["notices"];
  readonly onPosted: (batch: Batch) => void;
  /** Sends what the last run left waiting; also now and then, for codes that run out unsent. */
  readonly look: () => void;
  readonly stop: () => void;
}

/** Opens everything about messages. A live branch has no gateway yet: there messages wait. */
export function openMessages(parts: {
  readonly desk: Desk;
  readonly vault: Pick<Vault, "smsCode">;
  readonly pinPad: PinPad;
  readonly clock: Clock;
  readonly log: Pick<Log, "incident">;
  readonly tell: Tell;
}): Messages {
  const { desk, vault, pinPad, clock, log, tell } = parts;
  const isPlayed = desk.kind === "demonstration";
  const port = isPlayed ? customersPhones : undefined;
  const outbox = openOutbox({ desk, port, key: vault.smsCode, clock, log });
  const phones = () => phoneView(desk.books, { now: desk.now(), key: vault.smsCode });

  return {
    handlers: {
      ...counterCodeHandlers(desk, { pinPad, hasGateway: port !== undefined }),
      ...outboxHandlers(desk, port),
      "phone.view": () => {
        if (!isPlayed) return refuse({ code: "request.not-in-live" });
        desk.settle();
        return accept(phones());
      },
    },
    notices: () => outboxNotices(desk, port),
    onPosted({ entries }) {
      const types = entries.map(({ type }) => type);
      if (types.some((type) => type === "sms.queued" || type === "sms.tried-again")) outbox.wake();
      if (isPlayed && types.some((type) => CHANGES_PHONES.test(type))) {
        tell("phone.changed", phones());
      }
    },
    look: outbox.wake,
    stop: outbox.stop,
  };
}

/** What a telephone shows: what came, whether its code still serves, and whose it is. */
const CHANGES_PHONES = /^(sms\.sent|sms-code\.|risk\.answered$|customer\.phone-changed$)/;
