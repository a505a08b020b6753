import { randomUUID } from "node:crypto";
import type { FreezeStackView } from "#core/contract/freeze-view.ts";
import type { Receipt } from "#core/contract/posting-view.ts";
import { FreezePaper } from "#core/freeze/freeze-kind.ts";
import { known } from "#core/kernel/assert.ts";
import { type Asked, atCounter } from "#tests/support/at-counter.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

/** A court of the tests that the demonstration does not know, and its officers. */
export const court = {
  organ: { kind: "court", name: "密裁市中级人民法院" },
  officers: [
    { name: "密查甲", permit: "密A7001", permitValidTo: "2099-12-31" },
    { name: "密查乙", permit: "密A7002", permitValidTo: "2099-12-31" },
  ],
} as const;
export const police = { ...court, organ: { kind: "police", name: "密侦市公安局" } } as const;

const shown = FreezePaper.options;

/** What happens at the freeze desk of a whole workstation, in one word each. */
export function atFreezeDesk(counter: TestedWorkstation) {
  const people = atCounter(counter);
  const { get } = counter;

  /** Papers in order, handed over at this very moment, with this number. */
  async function papers(documentNumber: string, organ: typeof court | typeof police = court) {
    const { now } = await get("workstation.view", undefined);
    return { ...organ, documentNumber, shown, deliveredAt: now };
  }

  async function accountOf(customer: string): Promise<string> {
    const { accounts } = await people.seen(customer);
    return known(accounts[0], "the customer has an account").id;
  }

  return {
    ...people,
    papers,
    accountOf,
    async order(
      customer: string,
      documentNumber: string,
      amount: number,
      organ: typeof court | typeof police = court,
    ): Promise<Asked> {
      const { name } = await people.seen(customer);
      return {
        code: "6001",
        input: {
          account: await accountOf(customer),
          nameOnNotice: name,
          papers: await papers(documentNumber, organ),
          scope: { type: "amount", amount },
          coversInterest: false,
          term: { unit: "months", count: organ === court ? 12 : 6 },
          isExtended: false,
        },
      };
    },
    /** Runs with a supervisor's word. */
    async approved(request: Asked, id: string = randomUUID()): Promise<Receipt> {
      return people.done(request, { id, grant: await people.grant(request, "2001") });
    },
    async stack(customer: string): Promise<FreezeStackView> {
      return get("freeze.stack", { account: await accountOf(customer) });
    },
    /** The reference of the order that an organ's document began. */
    async idOf(customer: string, documentNumber: string): Promise<string> {
      const { orders } = await get("freeze.stack", { account: await accountOf(customer) });
      const order = orders.find((one) => one.documentNumber === documentNumber);
      return known(order, "the document's order lies on the account").id;
    },
  };
}
export type AtFreezeDesk = ReturnType<typeof atFreezeDesk>;
