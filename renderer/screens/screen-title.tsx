import { useEffect, useRef } from "react";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The head of a screen that posts nothing, like that of a transaction. */
export function ScreenTitle({
  code,
  isFirst = false,
}: {
  readonly code: ScreenCode;
  /** Whether it has the focus when the page opens, on a page where there is nothing to do. */
  readonly isFirst?: boolean;
}) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFirst) heading.current?.focus();
  }, [isFirst]);
  return (
    <header className="screen-head">
      <h1 ref={heading} id="screen-title" tabIndex={-1}>
        <span className="figures code">{code}</span> {words(`transaction:${code}`)}
      </h1>
    </header>
  );
}
