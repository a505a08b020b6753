import type { Sent } from "#core/contract/contract.ts";
import type { CustomerView } from "#core/contract/customer-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Slice } from "#renderer/store/teller-store.ts";

/** The customer at the counter, and the search for one. */
export interface CustomerSlice {
  readonly customer: CustomerView | undefined;
  readonly search: {
    readonly waiting: boolean;
    /** Absent before a search. */
    readonly found?: readonly CustomerView[];
    readonly refusal?: Refusal;
  };
  /** Finds customers; a single one becomes the customer at the counter. */
  readonly findCustomer: (search: Sent<"customer.find">) => Promise<void>;
  readonly chooseCustomer: (customer: CustomerView) => void;
  /** False where the page did not come; `search` then holds why. */
  readonly readCustomer: (customer: string) => Promise<boolean>;
  readonly dismissCustomer: () => void;
}

export const customerSlice: Slice<CustomerSlice> = (bridge) => (set) => ({
  customer: undefined,
  search: { waiting: false },

  async findCustomer(search) {
    set({ search: { waiting: true } });
    const reply = await bridge.request("customer.find", search);
    if (!reply.ok) return set({ search: { waiting: false, refusal: reply.refusal } });

    const [only, ...others] = reply.value;
    set({ search: { waiting: false, found: reply.value } });
    // Whoever is looked up by a number has laid no card on the counter just now.
    if (search.by !== "swipe") set({ swipe: undefined });
    if (only && others.length === 0) set({ customer: only });
  },

  chooseCustomer(customer) {
    set({ customer });
  },

  async readCustomer(customer) {
    const reply = await bridge.request("customer.view", { customer });
    if (reply.ok) set({ customer: reply.value });
    else set({ search: { waiting: false, refusal: reply.refusal } });
    return reply.ok;
  },

  dismissCustomer() {
    set({
      customer: undefined,
      search: { waiting: false },
      swipe: undefined,
      swipeAlert: undefined,
    });
  },
});
