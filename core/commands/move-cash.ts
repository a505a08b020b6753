import { cashBox, transferOf } from "#core/account/posting.ts";
import { maskPan } from "#core/card/pan.ts";
import { mayCreditHere } from "#core/commands/as-heard.ts";
import { boxHolds, hasRoom } from "#core/commands/cash-in-box.ts";
import type { Command } from "#core/commands/command.ts";
import { amountFacts, amountLevel, drawByCard } from "#core/commands/draw-by-card.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { signedFen } from "#core/money/fen.ts";
import { textFact } from "#core/slip/facts.ts";

/**
 * 3011 现金存款: cash from anybody to an account. A loss or a debit block never stops it (L10).
 *
 * A payer may name the number of a replaced card; the money follows its account (L20).
 */
export const depositCash: Command<"3011"> = (input, context) => {
  const { books, teller, parameters } = context;
  if (input.amount === 0) return refuse({ code: "amount.zero" });
  const account = books.find("account", input.account);
  if (!account) return refuse({ code: "account.unknown" });

  const card = input.card && books.find("card", input.card);
  if (input.card && card?.account !== account.id) return refuse({ code: "card.unknown" });
  if (card?.replacedBy && !parameters.creditsFollowOldNumber) {
    return refuse({ code: "card.retain", why: "replaced" });
  }
  const holds = books.list("hold", "account", account.id);
  const may = mayCreditHere(account, holds, context);
  if (!may.ok) return may;
  const room = hasRoom(input.amount, account, context);
  if (!room.ok) return room;

  const postings = transferOf(input.amount, cashBox(teller.id), account.id);
  const entries: readonly Entry[] = [{ type: "money.posted", memo: "cash-in", postings }];
  const after = { ...account, balance: signedFen(account.balance + input.amount) };
  const facts = [
    ...(card ? [textFact("card", maskPan(card.pan))] : []),
    ...amountFacts(input.amount, after, context),
  ];
  return accept({
    level: amountLevel(input.amount, context),
    entries,
    outcome: { facts, relations: [] },
    slip: "general",
  });
};

/** 3012 现金取款: cash to the holder, by card and PIN, while the box holds so much. */
export const withdrawCash: Command<"3012"> = (input, context) => {
  const drawn = drawByCard(input, context);
  if (!drawn.ok) return drawn;
  const box = boxHolds(input.amount, context);
  if (!box.ok) return box;

  const { card, account, entries } = drawn.value;
  const postings = transferOf(input.amount, account.id, cashBox(context.teller.id));
  const after = { ...account, balance: signedFen(account.balance - input.amount) };
  const facts = [textFact("card", maskPan(card.pan)), ...amountFacts(input.amount, after, context)];
  return accept({
    level: amountLevel(input.amount, context),
    entries: [...entries, { type: "money.posted", memo: "cash-out", postings }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};
