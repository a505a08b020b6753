import { cashBox, transferOf } from "#core/account/posting.ts";
import { type BoxCount, heldIn, whyNotMoved } from "#core/cash/box.ts";
import { type BoxPlace, boxMeant } from "#core/commands/box-meant.ts";
import { boxFacts, comparedFacts, countedFacts, movedFacts } from "#core/commands/cash-facts.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { hasRoomFor } from "#core/commands/room.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type CashCount, countedSum } from "#core/money/denomination.ts";
import { fen } from "#core/money/fen.ts";
import { moneyFact, termFact, textFact } from "#core/slip/facts.ts";

type Act<A extends TransactionInput<"1101">["action"]> = Extract<
  TransactionInput<"1101">,
  { readonly action: A }
>;

/**
 * 1101 现金尾箱: the own box is opened by a count of two people, has cash from the vault and gives it
 * back, and is closed when it was counted; the vault sends cash to the central vault and receives it
 * (C01, 5.6).
 */
export const workBox: Command<"1101"> = (input, context) => {
  switch (input.action) {
    case "open":
      return openBox(input.cash, context);
    case "close":
      return closeBox(input.of ?? "own", context);
    case "draw":
    case "hand-in":
      return moveWithVault(input, context);
    case "receive":
    case "ship":
      return deliver(input, context);
  }
};

/**
 * A box is opened with what two people counted in it. What they count may differ from the books: then
 * it stays shut with that count on record, to be counted again or booked (C02). A box that was right
 * today goes on without another count.
 */
function openBox(cash: CashCount | undefined, context: Context): Result<Decision, Refusal> {
  const { books, teller, today } = context;
  if (teller.role !== "teller") return refuse({ code: "teller.role", role: teller.role });
  const box = books.find("box", teller.id);
  if (box?.status === "open") return refuse({ code: "box.already-open" });
  const at = { box: teller.id, date: today };

  if (!cash) {
    if (box?.status === "difference") return refuse({ code: "box.difference", box: teller.id });
    const goesOn = box?.status === "balanced" && box.count?.date === today;
    return goesOn
      ? decided("open", [{ type: "box.opened", ...at }], [], context)
      : refuse({ code: "box.count-needed" });
  }

  const count = counted(cash, context);
  const isRight = count.counted === count.expected;
  const entry: Entry = { type: isRight ? "box.opened" : "cash.counted", ...at, count };
  const decision = decided("open", [entry], countedFacts(cash), context);
  const note = isRight ? [termFact("note", "note.box-open")] : comparedFacts(count);
  return accept({ ...decision.value, afterwards: note });
}

/** What lies in the own box as it was counted, beside what the books expect there. */
function counted(cash: CashCount, { books, teller, today }: Context): BoxCount {
  const expected = fen(heldIn(books, teller.id));
  return { date: today, cash, counted: countedSum(cash), expected };
}

/** A box is closed as it was counted today: the own one, or that of whoever has gone (C03). */
function closeBox(place: BoxPlace, context: Context): Result<Decision, Refusal> {
  const { books, today } = context;
  const meant = boxMeant(place, context);
  if (!meant.ok) return meant;
  const { box: id, isOthers } = meant.value;
  const box = books.find("box", id);
  if (!box || box.status === "closed") return refuse({ code: "box.not-open", box: id });
  if (box.status === "difference") return refuse({ code: "box.difference", box: id });
  const isCounted = box.status === "balanced" && box.count?.date === today;
  if (!isCounted) return refuse({ code: "box.not-counted" });

  const facts = [
    ...boxFacts(id, "cash-action.close"),
    moneyFact("cashCounted", box.count.counted),
    termFact("note", "note.box-closed"),
  ];
  return accept({
    level: isOthers ? "A3" : "A1",
    entries: [{ type: "box.closed", box: id, date: today }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
}

/** 领现, 交现: between the vault and the own box, counted by both who sign for it (C01). */
function moveWithVault(
  { action, cash }: Act<"draw" | "hand-in">,
  context: Context,
): Result<Decision, Refusal> {
  const { books, teller } = context;
  const amount = countedSum(cash);
  if (amount === 0) return refuse({ code: "amount.zero" });
  const shut = whyNotMoved(books, teller.id) ?? whyNotMoved(books, "vault");
  if (shut) return refuse(shut);

  const [from, to] =
    action === "draw" ? (["vault", teller.id] as const) : ([teller.id, "vault"] as const);
  const held = heldIn(books, from);
  if (amount > held) return refuse(shortIn(from, held));
  const room = hasRoomFor(amount, heldIn(books, to));
  if (!room.ok) return room;

  const postings = transferOf(amount, cashBox(to), cashBox(from));
  const entry: Entry = { type: "money.posted", memo: `cash-${action}`, postings };
  return decided(action, [entry], movedFacts(cash), context);
}

function shortIn(from: string, held: number): Refusal {
  return from === "vault" ? { code: "cash.vault-short", held } : { code: "amount.box-short", held };
}

/** 调入, 调出: between the branch's vault and the central one, on a numbered paper. */
function deliver(
  { action, cash, order }: Act<"receive" | "ship">,
  context: Context,
): Result<Decision, Refusal> {
  const { books } = context;
  const amount = countedSum(cash);
  if (amount === 0) return refuse({ code: "amount.zero" });
  const shut = whyNotMoved(books, "vault");
  if (shut) return refuse(shut);
  const held = heldIn(books, "vault");
  if (action === "ship" && amount > held) return refuse(shortIn("vault", held));
  const room = hasRoomFor(amount, action === "receive" ? held : 0);
  if (!room.ok) return room;

  const [credited, debited] =
    action === "receive" ? [cashBox("vault"), IN_TRANSIT] : [IN_TRANSIT, cashBox("vault")];
  const entry: Entry = {
    type: "money.posted",
    memo: `cash-${action}`,
    postings: transferOf(amount, credited, debited),
  };
  return accept({
    level: "A2",
    entries: [entry],
    outcome: {
      facts: [
        ...boxFacts("vault", `cash-action.${action}`),
        textFact("cashOrder", order),
        ...movedFacts(cash),
      ],
      relations: [],
    },
    slip: "general",
  });
}

const IN_TRANSIT = "cash-in-transit";

function decided(
  action: "open" | "draw" | "hand-in",
  entries: readonly Entry[],
  facts: Decision["outcome"]["facts"],
  { teller }: Context,
) {
  const lines = [...boxFacts(teller.id, `cash-action.${action}`), ...facts];
  const decision: Decision = {
    level: "A1",
    entries,
    outcome: { facts: lines, relations: [] },
    slip: "general",
  };
  return accept(decision);
}
