import { isJudiciallyFrozen } from "#core/account/hold.ts";
import type { Card, CardId } from "#core/card/card.ts";
import { expiryOf } from "#core/card/card.ts";
import { isExpired } from "#core/card/expiry.ts";
import { type CardFile, fileOf } from "#core/commands/card-file.ts";
import { checkPin } from "#core/commands/check-pin.ts";
import type { Context, Refused } from "#core/commands/command.ts";
import { identify } from "#core/commands/identify.ts";
import { presentedItself } from "#core/commands/present-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Identity } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** The holder with document and card on the counter; with the PIN where the rule wants it. */
export interface Shown {
  readonly card: CardId;
  readonly swipe: string;
  readonly identity: Identity;
  /** Absent where the rule asks for no PIN. */
  readonly pin?: string | undefined;
}

/** The card's file, and what the right PIN brings about (a count of wrong ones that is cleared). */
export interface RegisteredCard {
  readonly file: CardFile;
  readonly entries: readonly Entry[];
}

/**
 * The guards before anything of electronic banking hangs on a card (P23, P31, P33, R17, R19): the
 * holder in person with a valid document, the very card in the reader, in use and not reported
 * lost, and an account that pays day by day, with nothing on it that bars new services (5.1).
 *
 * A wrong PIN is refused and counted even so.
 */
export function registeredCard(
  shown: Shown & { readonly checksPin: boolean },
  context: Context,
): Result<RegisteredCard, Refusal> | Refused {
  const file = fileOf(shown.card, context);
  if (!file.ok) return file;
  const usable = usableFor(file.value, context);
  if (!usable.ok) return usable;
  const identified = identify(file.value.customer, shown.identity, context);
  if (!identified.ok) return identified;
  const itself = presentedItself(file.value.card, shown.swipe, context);
  if (!itself.ok) return itself;
  if (!shown.checksPin) return accept({ file: file.value, entries: [] });

  const pin = rightPin(file.value.card, shown.pin, context);
  return pin.ok ? accept({ file: file.value, entries: pin.value }) : pin;
}

/** Whether the PIN on the pad is the card's; one that was reported forgotten opens nothing (5.1). */
export function rightPin(
  card: Card,
  pin: string | undefined,
  context: Context,
): ReturnType<typeof checkPin> {
  // Not even to whoever happens to know it.
  return card.pin === "lost" ? refuse({ code: "card.pin-lost" }) : checkPin(card, pin, context);
}

/** 5.1: an active card, no loss, no block of the whole account; a frozen amount does not bar it. */
function usableFor({ card, account, holds }: CardFile, { today }: Context): Result<"yes", Refusal> {
  if (account.life === "closed") return refuse({ code: "account.closed" });
  // A deposit is drawn whole or not at all: nothing is paid out of it (P07).
  if (account.product === "time-deposit") return refuse({ code: "e-bank.deposit-account" });
  if (card.loss !== "none") return refuse({ code: "card.reported-lost", loss: card.loss });
  if (card.life !== "active") return refuse({ code: "card.not-active", life: card.life });
  if (isExpired(expiryOf(card), today)) return refuse({ code: "card.expired" });

  const blocks = holds.filter(
    ({ status, kind }) => status === "active" && (kind === "full-block" || kind === "debit-block"),
  );
  // What others have placed keeps its own words; of an order alone nothing more is said (U07).
  if (blocks.some(({ source }) => source.type !== "judicial")) {
    return refuse({ code: "account.debit-blocked" });
  }
  return isJudiciallyFrozen(blocks) ? refuse({ code: "account.judicial-freeze" }) : accept("yes");
}
