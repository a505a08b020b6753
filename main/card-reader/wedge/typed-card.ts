/** A card is 15 characters and more: nobody types so many in a breath. */
const CARD_LENGTH_MIN = 15;

// Every track ends with `?`. A reader that says no more than `E` of a track may say so last.
const wholeSwipe = /\?(?:E|\r)*$/i;
const failedSwipe = /^[%;]E\?(?:\r|E|[%;+]E\?)*$/i;
const cardNumber = /^(?:;|%B)\d{13}/i;

/**
 * Whether what came in a breath is a card, up to an end sentinel. One that was cut off behind its
 * number is a card too, since the number belongs into no field; and so is one of which the reader
 * says that it could read no track, for its Enter would send a form off.
 */
export function isCard(typed: string): boolean {
  if (failedSwipe.test(typed)) return true;
  return typed.length >= CARD_LENGTH_MIN && (wholeSwipe.test(typed) || cardNumber.test(typed));
}

/** Whether an Enter behind it is the reader's own, which it presses at the end of each track. */
export function mayEndLine(typed: string): boolean {
  return wholeSwipe.test(typed) || isCard(typed);
}
