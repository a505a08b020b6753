import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { known } from "#core/kernel/assert.ts";
import type { CustomerState, CustomerStore } from "#renderer/customer/store/customer-store.ts";

/** The store of this window; the playing window provides it. */
export const CustomerContext = createContext<CustomerStore | undefined>(undefined);

/** Selects the smallest piece of the store that a component needs. */
export function useCustomer<T>(select: (customer: CustomerState) => T): T {
  const store = useContext(CustomerContext);
  return useStore(known(store, "every page stands inside the playing window"), select);
}
