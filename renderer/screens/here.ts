import { useTeller } from "#renderer/store/use-teller.ts";

/** The branch whose counter this is. */
export function useHere(): string {
  return useTeller((teller) => teller.workstation?.branch?.code) ?? "";
}

/** The business day that it is. */
export function useToday(): string {
  return useTeller((teller) => teller.workstation?.today) ?? "";
}
