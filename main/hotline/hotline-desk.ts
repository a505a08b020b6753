import type { Books } from "#core/books/books.ts";
import { openCall } from "#core/commands/hotline.ts";
import { lastVisit } from "#core/commands/last-visit.ts";
import type { CallQuestions, CallView } from "#core/contract/call-view.ts";
import type { Customer } from "#core/customer/customer.ts";
import type { CallQuestion } from "#core/hotline/call.ts";
import { questionsFor } from "#core/hotline/questions.ts";
import { masked } from "#core/identity/free-text.ts";
import { maskDocumentNumber, maskPhone } from "#core/identity/mask.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import type { Teller } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { mayLook } from "#main/people/may-look.ts";
import { concerning } from "#main/transactions.ts";

/** 7201 客服热线: what a caller may be asked, and what the record has of it (O10). */
export function hotlineHandlers(desk: Desk): Pick<Handlers, "call.questions"> {
  return {
    "call.questions": ({ customer: id }) => {
      const teller = mayLook(desk, "7201");
      if (!teller.ok) return teller;
      const customer = desk.books.find("customer", id);
      if (!customer) return refuse({ code: "customer.unknown" });
      return accept(questionsWithRecord(desk, customer));
    },
  };
}

function questionsWithRecord(desk: Desk, customer: Customer): CallQuestions {
  const visited = lastVisit(concerning(desk, customer.id));
  const { birthDate, phone } = customer;
  const record: Readonly<Record<CallQuestion, string>> = {
    "document-number": maskDocumentNumber(customer.documentNumber),
    "birth-date": birthDate,
    "reserved-phone": phone ? maskPhone(phone) : "",
    address: masked(customer.address),
    "last-branch-visit": visited ?? "",
  };
  return questionsFor(customer, () => visited).map((question) => ({
    question,
    record: record[question],
  }));
}

/** The call that this person has open, for the frame around every screen. */
export function callPart(books: Books, teller: Teller | undefined): { readonly call?: CallView } {
  const call = teller && openCall({ books, teller });
  if (!call) return {};
  const { id, customer, callerName, startedAt } = call;
  const { name } = known(books.find("customer", customer), "a call is about somebody");
  return { call: { id, customer, customerName: name, callerName, startedAt } };
}
