import { addMonths } from "#core/calendar/business-date.ts";
import { bindRelation } from "#core/commands/bind-relation.ts";
import type { CardFile } from "#core/commands/card-file.ts";
import type { Context } from "#core/commands/command.ts";
import { type Charged, takeFee } from "#core/commands/fee.ts";
import { takePiece } from "#core/commands/take-piece.ts";
import { closeCardRelations } from "#core/commands/void-password-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { batchOf, type PasswordCardBatch } from "#core/password-card/batch.ts";
import { type PasswordCard, PasswordCardId } from "#core/password-card/password-card.ts";
import { unusedCard } from "#core/password-card/unused-card.ts";
import { dateFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import type { Serial } from "#core/voucher/stock.ts";

/** A password card handed to a customer, with all it brings about. */
interface HandedOver {
  readonly entries: readonly Entry[];
  readonly facts: readonly Fact[];
}

/** The reference the next password card in the books gets. */
export function nextPasswordCardId({ books }: Context): PasswordCardId {
  return PasswordCardId.parse(`p-${books.count("passwordCard") + 1}`);
}

/**
 * The next piece of the teller's box becomes a customer's card: inactive until the first login, with
 * nothing used and nothing locked, hung on the registered card (P29, V02, 5.3).
 *
 * Refuses another piece than the next, one that no batch of ours has, and a fee that cannot be taken.
 */
export function newPasswordCard(
  { serial, ...charged }: Charged & { readonly serial: Serial },
  file: CardFile,
  context: Context,
): Result<HandedOver, Refusal> {
  const { books } = context;
  const customer = file.customer.id;
  const piece = takePiece({ kind: "password-card", serial, customer }, context);
  if (!piece.ok) return piece;
  const batch = batchOf(books.all("passwordCardBatch"), serial);
  if (!batch) return refuse({ code: "password-card.piece-not-ours" });
  const fee = takeFee("password-card", charged, file, context);
  if (!fee.ok) return fee;

  const card = cardOf({ serial, batch }, file, context);
  return accept({
    entries: [
      piece.value,
      { type: "password-card.entered", card },
      ...closeCardRelations(customer, context),
      bindRelation({ kind: "password-card", label: serial }, file, context),
      ...fee.value.entries,
    ],
    facts: [...cardFacts(card, context), ...fee.value.facts],
  });
}

function cardOf(
  { serial, batch }: { readonly serial: Serial; readonly batch: PasswordCardBatch },
  { customer }: CardFile,
  context: Context,
): PasswordCard {
  const { today } = context;
  const { uses, expiryMonths } = context.parameters.passwordCard;
  return unusedCard({
    id: nextPasswordCardId(context),
    serial,
    version: batch.version,
    grid: batch.grid,
    customer: customer.id,
    issuedOn: today,
    ...(expiryMonths > 0 ? { expiresOn: addMonths(today, expiryMonths) } : {}),
    uses,
  });
}

function cardFacts(
  { serial, issuedOn, expiresOn, uses }: PasswordCard,
  { parameters }: Context,
): readonly Fact[] {
  const { single, day } = parameters.eBank.limits.card;
  return [
    textFact("passwordCard", serial),
    dateFact("issuedOn", issuedOn),
    ...(expiresOn ? [dateFact("expiresOn", expiresOn)] : []),
    textFact("uses", String(uses)),
    moneyFact("limitSingle", single),
    moneyFact("limitDay", day),
  ];
}

/** What the slip tells whoever gets a password card (P26, P29, P33–P35, P43, P17, P18). */
export const passwordCardNotes: readonly Fact[] = [
  termFact("note", "note.film-checked"),
  termFact("note", "note.password-card-first-login"),
  termFact("note", "note.password-card-personal"),
  termFact("note", "note.password-card-no-copies"),
  termFact("note", "note.password-card-scratch-only-asked"),
  termFact("note", "note.password-card-not-in-public"),
  termFact("note", "note.password-card-wrong-answers"),
];
