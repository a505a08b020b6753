import type { CustomerView } from "#core/contract/customer-view.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Counter } from "./counter.ts";

/** Who comes to the counter in a story: a customer whose one account hangs on one card. */
export interface Visitor {
  readonly customer: CustomerId;
  readonly name: string;
  readonly account: string;
  /** Of the tray, and of the books. */
  readonly card: string;
  readonly cardNumber: string;
  readonly pin: string;
}

/**
 * Finds people with one card in use, no hold and no case, who have money, a relation, and a document
 * that the online check knows.
 */
export async function findVisitors(counter: Counter, count: number): Promise<readonly Visitor[]> {
  const { cards, documents } = await counter.ask("demonstration.tray", undefined);
  const found: Visitor[] = [];
  for (const { id, customer, label } of cards) {
    if (found.length === count) break;
    if (!customer || label !== "in-use") continue;
    const view = await counter.ask("customer.view", { customer });
    const [card] = view.cards;
    const [account] = view.accounts;
    const pin = documents.find((document) => document.customer === customer)?.pin;
    if (!card || !account || !pin || !isOrdinary(view)) continue;
    const { number: cardNumber } = card;
    found.push({ customer, name: view.name, account: account.id, card: id, cardNumber, pin });
  }
  if (found.length < count) throw new Error("the demonstration has too few people for the story");
  return found;
}

/** One visitor. */
export async function findVisitor(counter: Counter): Promise<Visitor> {
  const [visitor] = await findVisitors(counter, 1);
  if (!visitor) throw new Error("the demonstration has nobody for the story");
  return visitor;
}

/** Somebody of the demonstration by name, with the card that is in use. */
export async function findByName(counter: Counter, name: string): Promise<Visitor> {
  const { cards, documents } = await counter.ask("demonstration.tray", undefined);
  const document = documents.find((one) => one.name === name);
  if (!document) throw new Error(`nobody of the demonstration is called ${name}`);
  const { customer, pin = "" } = document;
  const view = await counter.ask("customer.view", { customer });
  const card = view.cards.find(({ life }) => life === "active");
  const lying = cards.find(({ id }) => id === card?.id);
  if (!card || !lying) throw new Error(`${name} has no card on the tray`);
  return { customer, name, account: card.account, card: lying.id, cardNumber: card.number, pin };
}

function isOrdinary({ documentKind, ...view }: CustomerView): boolean {
  const [account] = view.accounts;
  return (
    documentKind === "resident-id" &&
    !view.documentExpired &&
    view.cards.length === 1 &&
    view.accounts.length === 1 &&
    view.lossCases.length === 0 &&
    view.relations.length >= 3 &&
    account?.holds.length === 0 &&
    (account.available ?? 0) > 10_000_00
  );
}
