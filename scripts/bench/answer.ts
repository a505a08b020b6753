import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer } from "#core/commands/online/answer.ts";
import { pay } from "#core/commands/online/pay.ts";
import { PaymentOrder } from "#core/e-bank/payment.ts";
import type { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import type { Desk } from "#main/desk.ts";
import { onlineSecrets } from "#main/online-bank/online-context.ts";
import { type PostOnline, postingOnline } from "#main/online-bank/post-online.ts";
import { closeBooks } from "#main/open-books.ts";
import { type Cells, createCells } from "#main/password-card/cells.ts";
import { customer, openBankingBooks } from "./banking-books.ts";
import { atMost, type Figure, median, msOf } from "./figure.ts";

const ANSWERS = 300;
const WARMING = 100;

const channel = "internet-bank";
const session = { customer, channel } as const;
const order = PaymentOrder.parse({ kind: "purchase", merchant: "样例书店", amount: 1 });

/** What a customer banks with here. */
interface Bank {
  readonly desk: Desk;
  readonly post: PostOnline;
  readonly cells: Cells;
}

/**
 * Checking an answer, with the commit that makes it durable, against committing that very batch
 * again: the same entries, turn by turn in one run, and the middle of each.
 */
export async function benchAnswer(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const { books, desk } = await openBankingBooks(join(folder, "data"));
  const cells = createCells(books.vault.passwordCard);
  const bank: Bank = { desk, cells, post: postingOnline(desk, onlineSecrets(cells, books.vault)) };
  for (let turn = 0; turn < WARMING; turn += 1) turnOf(bank);
  const turns = Array.from({ length: ANSWERS }, () => turnOf(bank));
  const answeredMs = median(turns.map((turn) => turn.answeredMs));
  const committedMs = median(turns.map((turn) => turn.committedMs));

  closeBooks(books);
  rmSync(folder, { recursive: true });
  return [
    atMost(
      "checking an answer, with its durable commit, against the commit alone",
      answeredMs / committedMs,
      1.3,
    ),
  ];
}

/** One answer that is checked and committed, and its batch once more. */
function turnOf(bank: Bank): { readonly answeredMs: number; readonly committedMs: number } {
  const given = { ...rightAnswer(bank), order };
  let batch: Batch | undefined;
  const answeredMs = msOf(() => {
    bank.desk.settle();
    const done = bank.post(channel, (context) => answer(session, given, context));
    batch = done.ok ? done.value.batch : undefined;
  });
  const { teller, code, entries, outcome } = known(batch, "a right answer is posted");
  const same = { teller, code, entries, ...(outcome ? { outcome } : {}) };
  return { answeredMs, committedMs: msOf(() => bank.desk.commit(same)) };
}

/** Asks for a payment and reads what is asked for off the card. */
function rightAnswer({ desk, post, cells }: Bank): {
  readonly challenge: string;
  readonly answer: string;
} {
  const asked = post(channel, (context) => pay(session, { order, confirmed: false }, context));
  if (!asked.ok || asked.value.outcome.status !== "challenged") {
    throw new Error("a payment by card is asked for cells");
  }
  const { id, coordinates } = asked.value.outcome.challenge;
  const card = known(desk.books.find("passwordCard", "p-1"), "the customer holds a card");
  return {
    challenge: id,
    answer: coordinates.map((coordinate) => cells.cellAt(card, coordinate)).join(""),
  };
}
