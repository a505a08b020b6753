import { type Books, type Change, put } from "#core/books/books.ts";
import { recordOf } from "#core/books/record-of.ts";
import type { SmsEntry } from "#core/sms/sms-entry.ts";

/** Messages and codes after `entry` (E10, E11, E14). */
export function postSms(books: Books, entry: SmsEntry): readonly Change[] {
  switch (entry.type) {
    case "sms.queued":
      return [put("message", entry.message.id, entry.message)];
    case "sms.sent":
    case "sms.failed":
    case "sms.expired":
    case "sms.tried-again":
      return [put("message", entry.message, messageAfter(books, entry))];
    case "sms-code.issued":
      return [put("oneTimeCode", entry.issued.id, entry.issued)];
    case "sms-code.answered-wrong": {
      const code = recordOf(books, "oneTimeCode", entry.code);
      return [put("oneTimeCode", code.id, { ...code, wrong: code.wrong + 1 })];
    }
    case "sms-code.used":
    case "sms-code.voided": {
      const code = recordOf(books, "oneTimeCode", entry.code);
      const status = entry.type === "sms-code.used" ? "used" : "void";
      return [put("oneTimeCode", code.id, { ...code, status })];
    }
  }
}

type MessageStep = Extract<SmsEntry, { readonly message: string }>;

function messageAfter(books: Books, entry: MessageStep) {
  const message = recordOf(books, "message", entry.message);
  const { failure: _last, ...rest } = message;
  switch (entry.type) {
    case "sms.sent":
      return { ...rest, status: "sent", tries: message.tries + 1, sentAt: entry.at } as const;
    case "sms.failed": {
      const { why: failure, final } = entry;
      const status = final ? "failed" : "waiting";
      return { ...rest, status, tries: message.tries + 1, failure } as const;
    }
    case "sms.expired":
      return { ...rest, status: "expired" } as const;
    case "sms.tried-again":
      // From the first pause on again: somebody has looked, and most likely mended something.
      return { ...rest, status: "waiting", tries: 0 } as const;
  }
}
