import canonicalize from "canonicalize";
import { RequestHash } from "#core/authorisation/grant.ts";
import type { Books } from "#core/books/books.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import type { OnlineSession, PaymentOutcome } from "#core/commands/online/online.ts";
import { pay } from "#core/commands/online/pay.ts";
import { payeeWords } from "#core/commands/online/payment-file.ts";
import type { PaymentView } from "#core/contract/bank-view.ts";
import type { Input } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { gateOf, type PaymentOrder } from "#core/e-bank/payment.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Desk } from "#main/desk.ts";
import { paymentViewAgain } from "#main/online-bank/payment-view.ts";
import {
  type DoneOnline,
  type PostOnline,
  recordOnlineRefusal,
} from "#main/online-bank/post-online.ts";
import { sha256 } from "#main/sha256.ts";

/** A payment that is asked for now, or the first answer of one that was asked for before. */
type PaidOnce = DoneOnline<PaymentOutcome> | PaymentView;

/**
 * Asks for a payment once, however often its request arrives (design rule 6): the same id and content
 * gets its first answer again, also after a restart; other content under that id is refused.
 */
export function payOnce(
  session: OnlineSession,
  { id, order, confirmed }: Input<"bank.pay">,
  { desk, post }: { readonly desk: Desk; readonly post: PostOnline },
): Result<PaidOnce, Refusal> {
  const hash = hashOf(session, { order, confirmed });
  const seen = desk.ledger.requestSeen(id);
  if (!seen) {
    return post(session.channel, (context) => pay(session, { order, confirmed }, context), {
      id,
      hash,
    });
  }
  if (seen.hash !== hash) {
    const refusal = { code: "request.repeated-differently" } as const;
    recordOnlineRefusal(desk, session.channel, { refusal, counted: [] });
    return refuse(refusal);
  }
  const batch = known(desk.ledger.batch(seen.sequence), "a seen request has its batch");
  return accept(paymentViewAgain(batch, payeeOf(order, session, desk.books), desk.books));
}

/** SHA-256 over who asked where, and for what, in canonical JSON (RFC 8785). */
function hashOf(
  { customer, channel }: OnlineSession,
  asked: Pick<Input<"bank.pay">, "order" | "confirmed">,
): RequestHash {
  const text = canonicalize({ code: "bank.pay", customer, channel, ...asked });
  return RequestHash.parse(sha256(known(text, "a request is plain data")));
}

/** Who is paid, in the words of the first answer; a deposit goes to the account of the channel. */
function payeeOf(order: PaymentOrder, { customer, channel }: OnlineSession, books: Books): string {
  if (order.kind !== "early-withdrawal") return payeeWords(order);
  const relation = known(eBankFileOf(customer, books).open[gateOf(channel)], "a session is open");
  const card = known(books.find("card", relation.card), "a channel hangs on a card");
  return known(books.find("account", card.account), "a card has an account").number;
}
