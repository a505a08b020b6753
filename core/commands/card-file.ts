import type { Account } from "#core/account/account.ts";
import { maskAccountNumber } from "#core/account/account-number.ts";
import type { Hold } from "#core/account/hold.ts";
import type { Books } from "#core/books/books.ts";
import type { Card, CardRefusal } from "#core/card/card.ts";
import { maskPan } from "#core/card/pan.ts";
import type { Context } from "#core/commands/command.ts";
import type { Customer } from "#core/customer/customer.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { LossCase } from "#core/loss/loss-case.ts";
import { dateFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** A card with everything a rule about it needs to see. */
export interface CardFile {
  readonly card: Card;
  readonly account: Account;
  readonly customer: Customer;
  readonly holds: readonly Hold[];
}

/** The card's file, or that there is no such card. */
export function fileOf(id: string, { books }: Context): Result<CardFile, CardRefusal> {
  const card = books.find("card", id);
  return card ? accept(opened(card, books)) : refuse({ code: "card.unknown" });
}

/** The file of a loss case, with the card it is about today. */
export function fileOfCase(lossCase: LossCase, { books }: Context): CardFile {
  return opened(cardToday(lossCase, books), books);
}

/**
 * The card that a case is about today: the reported one, or what took its place.
 *
 * Only a lost PIN outlives its card: a worn card may be exchanged meanwhile (5.1), and the new one
 * waits for the same PIN.
 */
export function cardToday(lossCase: LossCase, books: Books): Card {
  const find = (id: string) => known(books.find("card", id), "a case has a card");
  let card = find(lossCase.card);
  while (card.replacedBy) card = find(card.replacedBy);
  return card;
}

function opened(card: Card, books: Books): CardFile {
  return {
    card,
    account: known(books.find("account", card.account), "a card has an account"),
    customer: known(books.find("customer", card.customer), "a card has a holder"),
    holds: books.list("hold", "account", card.account),
  };
}

/** The lines about card and account that every loss slip bears (3.1). */
export function fileFacts({ card, account }: CardFile): readonly Fact[] {
  return [
    textFact("card", maskPan(card.pan)),
    textFact("account", maskAccountNumber(account.number)),
    termFact("product", `product.${account.product}`),
    dateFact("openedOn", account.openedOn),
    termFact("drawMethod", `draw.${account.drawMethod}`),
  ];
}
