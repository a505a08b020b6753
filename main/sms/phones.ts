import type { Books } from "#core/books/books.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { answerStanding } from "#core/commands/own-risk.ts";
import {
  PHONE_MESSAGES_SHOWN,
  PHONES_SHOWN,
  type PhoneMessage,
  type PhoneView,
} from "#core/contract/sms-view.ts";
import { maskPhone } from "#core/identity/mask.ts";
import type { Phone } from "#core/identity/phone.ts";
import { known } from "#core/kernel/assert.ts";
import type { Message } from "#core/sms/message.ts";
import { textWithDigits } from "#main/sms/outbox.ts";

/**
 * The customers' telephones of a demonstration, the one that rang last first. Here alone digits leave
 * the main process, for the window that plays whoever has the telephone.
 */
export function phoneView(
  books: Books,
  { now, key }: { readonly now: Instant; readonly key: Uint8Array },
): PhoneView {
  const sent = [...books.list("message", "status", "sent")].sort(latestFirst);
  const byPhone = new Map<Phone, Message[]>();
  for (const message of sent) {
    const before = byPhone.get(message.to);
    if (before) before.push(message);
    else byPhone.set(message.to, [message]);
  }
  const phones = [...byPhone].slice(0, PHONES_SHOWN).map(([number, messages]) => {
    const { customer: id } = known(messages[0], "a telephone that rang has a message");
    const customer = known(books.find("customer", id), "a message is somebody's");
    return {
      number: maskPhone(number),
      customer: id,
      name: customer.name,
      isReserved: customer.phone === number,
      messages: messages
        .slice(0, PHONE_MESSAGES_SHOWN)
        .map((message) => phoneMessage(message, { books, now, key })),
    };
  });
  return { now, phones };
}

function latestFirst(one: Message, other: Message): number {
  return (other.sentAt ?? 0) - (one.sentAt ?? 0) || numberOf(other) - numberOf(one);
}

function numberOf({ id }: Message): number {
  return Number(id.slice(2));
}

function phoneMessage(
  message: Message,
  { books, now, key }: { readonly books: Books; readonly now: Instant; readonly key: Uint8Array },
): PhoneMessage {
  const { id, template, sentAt, code: carried } = message;
  const code = carried && books.find("oneTimeCode", carried);
  const text = (language: "zh-CN" | "en") => textWithDigits(message, language, { books, key });
  return {
    ...{ id, template },
    texts: { "zh-CN": text("zh-CN"), en: text("en") },
    sentAt: known(sentAt, "what was sent has its moment"),
    ...(code
      ? {
          code: {
            purpose: code.purpose,
            expiresAt: code.expiresAt,
            status: code.status === "open" && now > code.expiresAt ? "expired" : code.status,
          },
        }
      : {}),
    ...askedIn(message, books, now),
  };
}

/** The payment that a message asks about, and what she has said of it (W04). */
function askedIn({ values }: Message, books: Books, now: Instant): Pick<PhoneMessage, "asks"> {
  const flag = values["flag"] === undefined ? undefined : books.find("riskFlag", values["flag"]);
  return flag ? { asks: { flag: flag.id, status: answerStanding(flag, now) } } : {};
}
