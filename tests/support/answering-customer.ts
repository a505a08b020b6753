// A customer's evening in small: pays and answers without end, and says each payment that was done
// on standard output. Started by tests as a process of its own, to be killed.
import { writeSync } from "node:fs";
import { answer } from "#core/commands/online/answer.ts";
import { pay } from "#core/commands/online/pay.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { PaymentOrder } from "#core/e-bank/payment.ts";
import { known } from "#core/kernel/assert.ts";
import { createDesk } from "#main/desk.ts";
import { realDisk } from "#main/journal/disk.ts";
import { onlineSecrets } from "#main/online-bank/online-context.ts";
import { postingOnline } from "#main/online-bank/post-online.ts";
import { createCells } from "#main/password-card/cells.ts";
import { openTestBooks } from "#tests/support/books.ts";

const [folder = ""] = process.argv.slice(2);
const session = { customer: CustomerId.parse("c-2"), channel: "internet-bank" } as const;
/** A moment that stands still, so that no day ends while she pays. */
const now = Date.UTC(2026, 2, 18, 2, 15);
const order = PaymentOrder.parse({ kind: "purchase", merchant: "样例书店", amount: 1 });

async function payWithoutEnd(): Promise<void> {
  const { vault, journal, ledger } = await openTestBooks(folder, "demonstration", realDisk);
  const desk = createDesk({
    ...{ kind: "demonstration", journal, ledger, clock: () => now },
    onPosted: () => {},
    onSitting: () => {},
  });
  const cells = createCells(vault.passwordCard);
  const post = postingOnline(desk, onlineSecrets(cells, vault));

  writeSync(1, "open\n");
  for (let done = 1; ; done += 1) {
    const asked = post(session.channel, (at) => pay(session, { order, confirmed: false }, at));
    if (!asked.ok || asked.value.outcome.status !== "challenged") throw new Error("not asked");
    const { id, coordinates } = asked.value.outcome.challenge;
    const card = known(desk.books.find("passwordCard", "p-1"), "she holds a card");
    const typed = coordinates.map((coordinate) => cells.cellAt(card, coordinate)).join("");
    const given = { challenge: id, order, answer: typed };
    const paid = post(session.channel, (at) => answer(session, given, at));
    if (!paid.ok) throw new Error(paid.refusal.code);
    writeSync(1, `${done}\n`);
  }
}

payWithoutEnd().catch((failure) => {
  writeSync(1, `${failure instanceof Error ? failure.message : String(failure)}\n`);
});
