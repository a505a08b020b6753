import type { ReactNode } from "react";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What whoever sits here has to do with orders of the state (F03, U07). */
export function useAssistance(): "none" | "sees" | "assists" {
  return useTeller(({ workstation }) =>
    workstation && workstation.session.status !== "signed-off"
      ? workstation.session.assistance
      : "none",
  );
}

/** A screen for those with the duty of assistance; everybody else is told whom to call, no more. */
export function Duty({
  code,
  needs = "assists",
  children,
}: {
  readonly code: ScreenCode;
  /** Whether the audit, which only looks, may come in too. */
  readonly needs?: "assists" | "sees";
  readonly children: ReactNode;
}) {
  const words = useWords();
  const has = useAssistance();
  if (has === "assists" || has === needs) return children;
  return (
    <section className="screen" aria-labelledby="screen-title">
      <ScreenTitle code={code} />
      <p role="alert">{words(has === "sees" ? "freeze:duty.sees" : "freeze:duty.none")}</p>
    </section>
  );
}
