import type { Command, Context, Decision } from "#core/commands/command.ts";
import { contextAfter } from "#core/commands/context-after.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { nextPiece } from "#core/commands/next-piece.ts";
import { voidCard } from "#core/commands/void-password-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { isLive } from "#core/password-card/password-card.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import { nextSerial, type Serial, stockId } from "#core/voucher/stock.ts";

/** 5003 口令卡作废: a blank piece with a damaged film, or the card of a customer who wants none. */
export const endPasswordCard: Command<"5003"> = (input, context) =>
  input.what === "blank" ? voidBlank(input.serial, context) : voidForHolder(input, context);

/**
 * 覆膜破损: a piece whose wrapper or film is not whole never reaches a customer; it is cut and kept
 * with the day's papers, and the next one is offered (P27, V04).
 */
function voidBlank(serial: Serial, context: Context): Result<Decision, Refusal> {
  const { teller } = context;
  const piece = nextPiece("password-card", serial, context);
  if (!piece.ok) return piece;

  const taken: Entry = {
    type: "piece.taken",
    piece: {
      id: `password-card:${serial}`,
      kind: "password-card",
      serial,
      teller: teller.id,
      status: "voided",
      reason: "film-damaged",
    },
  };
  const { books: later } = contextAfter([taken], context);
  const box = later.find("stock", stockId("password-card", teller.id));
  const next = nextSerial(box, "password-card");
  return accept({
    level: "A1",
    entries: [taken],
    outcome: {
      facts: [
        termFact("voucher", "voucher.password-card"),
        textFact("spoiled", serial),
        termFact("reason", "void.film-damaged"),
        ...(next.ok ? [textFact("newSerial", next.value)] : []),
      ],
      relations: [],
    },
    slip: "general",
  });
}

/** 客户注销: the holder gives up the card; what it confirmed is confirmed with nothing now (5.3). */
function voidForHolder(
  input: Extract<TransactionInput<"5003">, { readonly what: "card" }>,
  context: Context,
): Result<Decision, Refusal> {
  const card = context.books.find("passwordCard", input.passwordCard);
  if (!card) return refuse({ code: "password-card.unknown" });
  const customer = known(context.books.find("customer", card.customer), "a card has a holder");
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  if (!isLive(card)) return refuse({ code: "password-card.void" });

  const { returned } = input;
  return accept({
    level: "A1",
    entries: voidCard(card, { reason: "customer-request", returned }, context),
    outcome: {
      facts: [
        ...identityFacts(customer, input.identity),
        textFact("oldPasswordCard", card.serial),
        termFact("reason", "void.customer-request"),
        termFact("note", "note.password-card-void"),
        termFact("note", returned ? "returned.yes" : "returned.no"),
      ],
      relations: [],
    },
    slip: "general",
  });
}
