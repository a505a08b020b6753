import type { CardFile } from "#core/commands/card-file.ts";
import { openOnCard, registeredFacts } from "#core/commands/channel.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { contextAfter } from "#core/commands/context-after.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { identityFacts } from "#core/commands/identify.ts";
import {
  newPasswordCard,
  nextPasswordCardId,
  passwordCardNotes,
} from "#core/commands/new-password-card.ts";
import { registeredCard } from "#core/commands/registered-card.ts";
import { voidCard } from "#core/commands/void-password-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import {
  isLive,
  isPastValidity,
  lockOn,
  type PasswordCard,
} from "#core/password-card/password-card.ts";
import { isToRemind } from "#core/password-card/wear.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 5002 口令卡换发: the old card is void and the next piece of the box takes its place, in one posting
 * (P20, P21). It needs the holder with document and registered card, and no PIN (P23).
 *
 * The new card starts afresh: nothing used, no lock, no open challenge, and inactive until the next
 * login. That is the only cure for a card that ten wrong answers have locked (P18).
 */
export const reissuePasswordCard: Command<"5002"> = (input, context) => {
  const old = context.books.find("passwordCard", input.passwordCard);
  if (!old) return refuse({ code: "password-card.unknown" });
  const shown = registeredCard({ ...input, checksPin: false }, context);
  if (!shown.ok) return shown;
  const { file } = shown.value;
  const may = mayReissue(old, input, file, context);
  if (!may.ok) return may;

  const { reason, returned } = input;
  const replacedBy = nextPasswordCardId(context);
  const voided = voidCard(old, { reason, returned, replacedBy }, context);
  const issued = newPasswordCard(input, file, contextAfter(voided, context));
  if (!issued.ok) return issued;

  const facts = [
    ...identityFacts(file.customer, input.identity),
    ...registeredFacts({ card: file.card.id, account: file.account.id }, context),
    textFact("oldPasswordCard", old.serial),
    termFact("reason", `reissue.${reason}`),
    ...issued.value.facts,
    termFact("note", "note.password-card-void"),
    termFact("note", returned ? "returned.yes" : "returned.no"),
    ...passwordCardNotes,
  ];
  return accept({
    level: "A2",
    entries: [...voided, ...issued.value.entries],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};

/** The card is this customer's present one, hung on the card in the reader, and the reason holds. */
function mayReissue(
  old: PasswordCard,
  { reason, returned }: TransactionInput<"5002">,
  file: CardFile,
  context: Context,
): Result<"yes", Refusal> {
  if (old.customer !== file.customer.id) return refuse({ code: "e-bank.other-card-registered" });
  const registered = openOnCard("internet-bank", file, context);
  if (!registered.ok) return registered;
  const { usbKey } = eBankFileOf(old.customer, context.books);
  if (usbKey) return refuse({ code: "password-card.usb-key-held" });
  if (!isLive(old)) return refuse({ code: "password-card.void" });

  const isFounded = holds(old, { reason, returned }, context);
  return isFounded ? accept("yes") : refuse({ code: "password-card.reason-unfounded", reason });
}

/**
 * Whether the reason fits the card's state: what is given back is not lost, 用尽 is nearly so or past
 * its validity, and 输错锁定 is the hard lock; a day's lock waits for the next day (P17, P18).
 */
function holds(
  card: PasswordCard,
  { reason, returned }: Pick<TransactionInput<"5002">, "reason" | "returned">,
  { today, parameters }: Context,
): boolean {
  switch (reason) {
    case "lost":
      return !returned;
    case "exhausted":
      return (
        card.life === "exhausted" ||
        isPastValidity(card, today) ||
        isToRemind(card, parameters.passwordCard)
      );
    case "locked":
      return lockOn(card, today) === "hard";
    case "disclosed":
    case "damaged":
    case "film-damaged":
      return true;
  }
}
