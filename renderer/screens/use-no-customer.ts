import { useEffect } from "react";
import { useCounter } from "#renderer/store/use-teller.ts";

/**
 * Takes the customer off the counter when a screen opens that is not about one: a name in the head
 * of the page would be taken for that of whom it concerns. A form that waits behind keeps its own.
 */
export function useNoCustomer(): void {
  const { store } = useCounter();
  useEffect(() => {
    const { aside, dismissCustomer } = store.getState();
    if (aside === undefined) dismissCustomer();
  }, [store]);
}
