import { createContext, useContext } from "react";

/** Whether a form goes on with what was filled in before, so that nothing in it begins anew. */
export const Resumed = createContext(false);

export function useIsResumed(): boolean {
  return useContext(Resumed);
}
