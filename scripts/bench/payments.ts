import { answer } from "#core/commands/online/answer.ts";
import { pay } from "#core/commands/online/pay.ts";
import { PaymentOrder } from "#core/e-bank/payment.ts";
import { known } from "#core/kernel/assert.ts";
import type { Desk } from "#main/desk.ts";
import { onlineSecrets } from "#main/online-bank/online-context.ts";
import { type PostOnline, postingOnline } from "#main/online-bank/post-online.ts";
import { createCells } from "#main/password-card/cells.ts";
import type { Vault } from "#main/vault/vault.ts";
import { customer } from "./banking-books.ts";

const channel = "internet-bank";
const session = { customer, channel } as const;
const order = PaymentOrder.parse({ kind: "purchase", merchant: "样例书店", amount: 1 });

/** A command that is ready to be given: the customer knows what she will answer. */
export type Command = () => void;

/** Online payments of one customer: each is asked for its cells first, which is not measured. */
export function paymentsAt(desk: Desk, vault: Vault): () => Command {
  const cells = createCells(vault.passwordCard);
  const post: PostOnline = postingOnline(desk, onlineSecrets(cells, vault));

  return () => {
    const asked = post(channel, (context) => pay(session, { order, confirmed: false }, context));
    if (!asked.ok || asked.value.outcome.status !== "challenged") {
      throw new Error("a payment by card is asked for cells");
    }
    const { id, coordinates } = asked.value.outcome.challenge;
    const card = known(desk.books.find("passwordCard", "p-1"), "the customer holds a card");
    const typed = coordinates.map((coordinate) => cells.cellAt(card, coordinate)).join("");
    return () => {
      desk.settle();
      const given = { challenge: id, answer: typed, order };
      const done = post(channel, (context) => answer(session, given, context));
      if (!done.ok) throw new Error("a right answer is posted");
    };
  };
}
