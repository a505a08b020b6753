import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The head of a screen that posts nothing, like that of a transaction. */
export function ScreenTitle({ code }: { readonly code: ScreenCode }) {
  const words = useWords();
  return (
    <header className="screen-head">
      <h1 id="screen-title">
        <span className="figures code">{code}</span> {words(`transaction:${code}`)}
      </h1>
    </header>
  );
}
