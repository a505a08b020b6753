import type { Books } from "#core/books/books.ts";
import { maskPan } from "#core/card/pan.ts";
import type { OrderView } from "#core/contract/customer-view.ts";
import { known } from "#core/kernel/assert.ts";
import type { ProductionOrder } from "#core/replacement/production-order.ts";

/** A card being made, as the list of orders shows it (8006). */
export function orderView(books: Books, order: ProductionOrder): OrderView {
  const customer = known(books.find("customer", order.customer), "an order has a customer");
  const card = known(books.find("card", order.card), "an order has a card");
  const { purpose, arrivedOn } = order;

  return {
    id: order.id,
    customer: customer.id,
    customerName: customer.name,
    card: card.id,
    cardNumber: maskPan(card.pan),
    purpose: purpose.type,
    ...(purpose.type === "loss" ? { lossCase: purpose.lossCase } : {}),
    status: order.status,
    orderedOn: order.orderedOn,
    dueOn: order.dueOn,
    ...(arrivedOn ? { arrivedOn } : {}),
    custodians: order.custodians,
  };
}
