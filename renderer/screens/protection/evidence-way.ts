import type { Way } from "#renderer/screens/open-keys.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";

/** The way from a loss case to its evidence (9005), for those who may take it. */
export function useEvidenceWay(): (lossCase: string) => readonly Way[] {
  const role = useTeller(({ workstation }) => {
    const session = workstation?.session;
    return session && "role" in session ? session.role : undefined;
  });
  const isKeeper = role === "supervisor" || role === "branch-head" || role === "auditor";
  return (lossCase) => (isKeeper ? [{ code: "9005", subject: { lossCase } }] : []);
}
