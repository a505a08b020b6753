import { useTeller } from "#renderer/store/use-teller.ts";

/** Whether the form is still being filled in: later steps have the whole width, nothing beside. */
export function useIsFilling(): boolean {
  return useTeller(
    ({ transaction, aside }) => aside !== undefined || transaction.step === "filling",
  );
}
