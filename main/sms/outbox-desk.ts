import type { Books } from "#core/books/books.ts";
import { OUTBOX_ROWS, type OutboxRow } from "#core/contract/sms-view.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import { maskPhone } from "#core/identity/mask.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import type { Message } from "#core/sms/message.ts";
import { isChief } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { mayLook } from "#main/people/may-look.ts";
import { textWithoutDigits } from "#main/sms/outbox.ts";
import type { SmsPort } from "#main/sms/sms-port.ts";

const statuses = ["waiting", "failed", "sent", "expired"] as const;

/** 9011 短信发件箱: how messages stand; chiefs have one that failed tried again, and that is journalled. */
export function outboxHandlers(
  desk: Desk,
  port: Pick<SmsPort, "name"> | undefined,
): Pick<Handlers, "sms.outbox" | "sms.retry"> {
  const { books } = desk;
  return {
    "sms.outbox": ({ show, page }) => {
      const teller = mayLook(desk, "9011");
      if (!teller.ok) return teller;
      desk.settle();
      const shown = show === "all" ? statuses : [show];
      const found = shown.flatMap((status) => books.list("message", "status", status));
      const rows = [...found]
        .sort((one, other) => other.madeAt - one.madeAt || numberOf(other) - numberOf(one))
        .slice(page * OUTBOX_ROWS, (page + 1) * OUTBOX_ROWS);
      const mayRetry = isChief(teller.value);
      return accept({
        gateway: port?.name ?? "none",
        waiting: books.list("message", "status", "waiting").length,
        failed: books.list("message", "status", "failed").length,
        rows: rows.map((message) => rowOf(message, mayRetry, books)),
        total: found.length,
      });
    },

    "sms.retry": ({ message: id }) => {
      const teller = mayLook(desk, "9011");
      if (!teller.ok) return teller;
      const maker = { teller: teller.value.id, code: "9011" };
      const refusal = retryRefusal(isChief(teller.value), books.find("message", id));
      if (refusal) {
        desk.commit({ ...maker, entries: [{ type: "request.refused", refusal: refusal.code }] });
        return refuse(refusal);
      }
      desk.commit({ ...maker, entries: [{ type: "sms.tried-again", message: id }] });
      return accept("done");
    },
  };
}

/** The audit looks and does nothing; a code that failed has run out by the time anybody looks. */
function retryRefusal(mayRetry: boolean, message: Message | undefined) {
  if (!mayRetry) return { code: "sms.chiefs-retry" } as const;
  if (!message) return { code: "sms.unknown" } as const;
  return message.status === "failed" ? undefined : ({ code: "sms.not-failed" } as const);
}

function rowOf(message: Message, mayRetry: boolean, books: Books): OutboxRow {
  const { values: _values, code: _code, to, ...shown } = message;
  const customer = known(books.find("customer", message.customer), "a message is somebody's");
  return {
    ...shown,
    name: customer.name,
    to: maskPhone(to),
    texts: {
      "zh-CN": textWithoutDigits(message, "zh-CN", books),
      en: textWithoutDigits(message, "en", books),
    },
    mayRetry: mayRetry && message.status === "failed",
  };
}

function numberOf({ id }: Message): number {
  return Number(id.slice(2));
}

/** What a supervisor reads on every page: messages that nobody gets unless somebody does something. */
export function outboxNotices(
  desk: Desk,
  port: Pick<SmsPort, "name"> | undefined,
): WorkstationView["notices"] {
  const sitting = desk.sitting();
  const teller = sitting && desk.books.find("teller", sitting.teller);
  if (!teller || !isChief(teller)) return [];
  const waiting = desk.books.list("message", "status", "waiting").length;
  const failed = desk.books.list("message", "status", "failed").length;
  return [
    ...(!port && waiting > 0 ? [{ code: "sms.no-gateway", facts: { count: waiting } }] : []),
    ...(failed > 0 ? [{ code: "sms.failed", facts: { count: failed } }] : []),
  ];
}
