import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { TellerBridge } from "#core/contract/bridge.ts";
import { known } from "#core/kernel/assert.ts";
import type { TellerState, TellerStore } from "#renderer/store/teller-store.ts";

/** What every component of the teller's window can reach. */
export interface Counter {
  readonly store: TellerStore;
  readonly bridge: TellerBridge;
}

/** The counter of this window; the root component provides it. */
export const CounterContext = createContext<Counter | undefined>(undefined);

export function useCounter(): Counter {
  return known(useContext(CounterContext), "every component stands inside a counter");
}

/** Selects the smallest piece of the store that a component needs. */
export function useTeller<T>(select: (teller: TellerState) => T): T {
  return useStore(useCounter().store, select);
}
