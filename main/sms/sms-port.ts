import type { Phone } from "#core/identity/phone.ts";
import type { MessageId } from "#core/sms/message.ts";

/** A message on its way out of the program: the one place where a code's digits stand in a text. */
export interface OutgoingMessage {
  readonly id: MessageId;
  readonly to: Phone;
  readonly text: string;
}

/** Whether a gateway took a message; `why` is a word for the outbox, never anything of its text. */
export type Handed = { readonly taken: true } | { readonly taken: false; readonly why: string };

/** 短信网关: whatever takes messages out of here to people's telephones, as 95588 (E14). */
export interface SmsPort {
  readonly name: "demonstration";
  readonly hand: (message: OutgoingMessage) => Promise<Handed>;
}

/**
 * The telephones of a demonstration: the customers' window shows what was sent, so whatever comes has
 * arrived. A live branch has no such port.
 */
export const customersPhones: SmsPort = {
  name: "demonstration",
  hand: () => Promise.resolve({ taken: true }),
};
