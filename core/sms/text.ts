import { known } from "#core/kernel/assert.ts";
import type { Message, MessageTemplate } from "#core/sms/message.ts";
import type { OneTimeCode } from "#core/sms/one-time-code.ts";
import { englishTexts } from "#core/sms/text-en.ts";
import { chineseTexts } from "#core/sms/text-zh.ts";

/** The languages messages are written in. */
export const messageLanguages = ["zh-CN", "en"] as const;
export type MessageLanguage = (typeof messageLanguages)[number];

/** A code as a message carries it: its digits, and for how many minutes it is good (O07). */
export interface CarriedCode {
  readonly digits: string;
  readonly minutes: number;
}

/** What stands where the digits would, for whoever looks at a message that is not theirs. */
export const HIDDEN_DIGITS = "******";

/** What fills the gaps of a text; a value that is asked for and missing is our bug. */
export interface Gaps {
  readonly the: (value: string) => string;
  /** A value that not every such message has. */
  readonly maybe: (value: string) => string | undefined;
  readonly code: CarriedCode;
}

/** The text of every template in one language. */
export type Texts = Readonly<Record<MessageTemplate, (gaps: Gaps) => string>>;

const texts: Readonly<Record<MessageLanguage, Texts>> = {
  "zh-CN": chineseTexts,
  en: englishTexts,
};

/**
 * What a message says (E11, O07, 4.2): the key elements of what its code is good for, how long, and that
 * nobody else may have it. Without `code` the digits are hidden; they are in no other text at all.
 */
export function messageText(
  { template, values }: Pick<Message, "template" | "values">,
  language: MessageLanguage,
  code: CarriedCode = { digits: HIDDEN_DIGITS, minutes: DEFAULT_MINUTES },
): string {
  const maybe = (name: string): string | undefined => values[name];
  const the = (name: string): string => known(maybe(name), `${template} is filled with ${name}`);
  return texts[language][template]({ the, maybe, code });
}

/** Of a text that is shown without its code. */
const DEFAULT_MINUTES = 5;

/** For how many minutes a code was good when it was issued. */
export function minutesOf({ issuedAt, expiresAt }: OneTimeCode): number {
  return Math.round((expiresAt - issuedAt) / 60_000);
}
