import { useTeller } from "#renderer/store/use-teller.ts";

/** Whether the customer at hand is the one the teller has on the telephone now (7201). */
export function useIsOnThePhone(): boolean {
  return useTeller(
    ({ workstation, customer }) =>
      workstation?.call !== undefined && workstation.call.customer === customer?.id,
  );
}

/** How what is asked for comes in: by telephone while this customer is on it, else over the counter. */
export function useOwnChannel(): "counter" | "phone" {
  return useIsOnThePhone() ? "phone" : "counter";
}
