import { closeAtCounter } from "#core/commands/channel-at-counter.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { endUsbKey } from "#core/commands/usb-key.ts";
import { voidCard } from "#core/commands/void-password-card.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { accept } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * 5006 网上银行注销, before a second teller.
 *
 * What confirmed its payments ends with it in the same posting: the password card is void (5.3), a
 * U盾 bears the certificate of an internet bank that is no more. WAP bank stays open, with the
 * limits of a static password.
 */
export const closeInternetBank: Command<"5006"> = (input, context) => {
  const closed = closeAtCounter("internet-bank", input, context);
  if (!closed.ok) return closed;

  const { customer, entries, facts } = closed.value;
  const { passwordCard, usbKey } = eBankFileOf(customer.id, context.books);
  const voiding = { reason: "channel-closed", returned: false } as const;
  return accept({
    level: "A1",
    entries: [
      ...entries,
      ...(passwordCard ? voidCard(passwordCard, voiding, context) : []),
      ...(usbKey ? [endUsbKey(usbKey)] : []),
    ],
    outcome: { facts: [...facts, ...endingFacts(customer.id, context)], relations: [] },
    slip: "general",
  });
};

function endingFacts(customer: CustomerId, { books }: Context): readonly Fact[] {
  const { passwordCard, usbKey, open } = eBankFileOf(customer, books);
  return [
    ...(passwordCard
      ? [textFact("passwordCard", passwordCard.serial), termFact("note", "note.password-card-void")]
      : []),
    ...(usbKey ? [textFact("usbKey", usbKey.label), termFact("note", "note.usb-key-ended")] : []),
    ...(open["wap-bank"] ? [termFact("note", "note.wap-bank-stays")] : []),
  ];
}
