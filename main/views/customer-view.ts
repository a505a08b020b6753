import type { Books } from "#core/books/books.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import { maskPan } from "#core/card/pan.ts";
import type { CustomerView } from "#core/contract/customer-view.ts";
import { isExpired } from "#core/identity/document.ts";
import { masked } from "#core/identity/free-text.ts";
import { maskDocumentNumber, maskPhone } from "#core/identity/mask.ts";
import { known } from "#core/kernel/assert.ts";
import type { Relation } from "#core/replacement/relation.ts";
import { walletView } from "#main/wallet/own-wallet-view.ts";
import { accountView, type Looking } from "./account-view.ts";
import { agencyViews, checkView, falseDocumentsOf } from "./agency-view.ts";
import { cardView } from "./card-view.ts";
import { eBankView } from "./e-bank-view.ts";
import { ePayOfCustomer } from "./enrolment-view.ts";
import { lossCaseView } from "./loss-case-view.ts";
import { orderView } from "./order-view.ts";
import { passwordCardViews } from "./password-card-view.ts";

/**
 * 客户视图 (9002): one customer over all accounts, cards, holds, cases and channels (R28), every
 * number masked (K01, K09). The caller knows that there is such a customer.
 */
export function customerView(books: Books, id: string, looking: Looking): CustomerView {
  const { today } = looking;
  const customer = known(books.find("customer", id), "the customer was looked for first");
  const { lastCheck } = customer;

  const relations = books.list("relation", "customer", id);
  const wallet = walletView(books, customer.id);
  const { passwordCard, eBank } = books.find("branch", "branch")?.parameters ?? defaultParameters;
  return {
    id: customer.id,
    name: customer.name,
    documentKind: customer.documentKind,
    documentNumber: maskDocumentNumber(customer.documentNumber),
    documentExpired: isExpired(customer.documentValidTo, today),
    ...(customer.phone ? { phone: maskPhone(customer.phone) } : {}),
    address: masked(customer.address),
    accounts: books
      .list("account", "customer", id)
      .map((account) => accountView(books, account, looking)),
    cards: books.list("card", "customer", id).map((card) => cardView(books, card, looking)),
    lossCases: books
      .list("lossCase", "customer", id)
      .map((lossCase) => lossCaseView(books, lossCase, today)),
    orders: books.list("order", "customer", id).map((order) => orderView(books, order)),
    relations: relations
      .filter(({ status }) => status === "active")
      .map((relation) => relationView(books, relation)),
    passwordCards: passwordCardViews(books, id, { today, rules: passwordCard }),
    ePay: ePayOfCustomer(books, customer.id, looking),
    ...(wallet ? { wallet } : {}),
    eBank: eBankView(books, customer.id, { today, rules: eBank }),
    owedFees: books
      .list("owedFee", "customer", id)
      .filter(({ status }) => status === "owed")
      .map(({ id: fee, kind, amount, owedOn, slip }) => ({
        ...{ id: fee, kind, amount, owedOn, slip },
      })),
    agencies: agencyViews(books, customer.id, today),
    falseDocuments: falseDocumentsOf(books, customer.documentKind, customer.documentNumber),
    ...(lastCheck ? { lastCheck: checkView(lastCheck) } : {}),
  };
}

function relationView(books: Books, relation: Relation): CustomerView["relations"][number] {
  const { id, kind, label } = relation;
  const card = known(books.find("card", relation.card), "a relation hangs on a card");
  return { id, kind, label: masked(label), card: card.id, cardNumber: maskPan(card.pan) };
}
