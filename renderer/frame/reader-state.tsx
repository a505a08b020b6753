import { useLayoutEffect, useState } from "react";
import type { ReaderView } from "#core/contract/workstation-view.ts";
import { isAtWork } from "#renderer/store/transaction.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import {
  readerSigns,
  readerTone,
  sayReaderShort,
  sayReaderWhole,
} from "#renderer/wording/say-reader.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The card reader along the lower edge: what it is at, what to do, and the way to its screen (3015). */
export function ReaderState({ reader }: { readonly reader: ReaderView }) {
  const words = useWords();
  const openScreen = useTeller((teller) => teller.openScreen);
  const isBusy = useTeller((teller) => isAtWork(teller.transaction));
  const [isTelling, tell] = useState(false);
  const tone = readerTone(reader);
  const said = sayReaderShort(words, reader);
  useDismissal(isTelling, () => tell(false));

  return (
    // Pointers and focus only show what the description of the button says anyway.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here but showing.
    <div
      className="reader-state"
      onPointerEnter={() => tell(true)}
      onPointerLeave={() => tell(false)}
      onFocus={() => tell(true)}
      onBlur={() => tell(false)}
    >
      <output
        className={`reader reader-${tone}`}
        aria-label={words("shell:reader.label")}
        title={said}
      >
        <span aria-hidden="true">{readerSigns[tone]}</span> {said}
      </output>
      <button
        type="button"
        className="reader-open"
        disabled={isBusy}
        aria-describedby="reader-whole"
        aria-label={`3015 ${words("reader:open")}`}
        onClick={() => openScreen("3015")}
      >
        3015
      </button>
      {reader.recording && (
        <button
          type="button"
          className="reader-open recording"
          disabled={isBusy}
          title={words("reader:record.goes-on")}
          onClick={() => openScreen("3015")}
        >
          <span aria-hidden="true">●</span> {words("reader:record.on")}
        </button>
      )}
      <p id="reader-whole" role="tooltip" className="reader-whole" hidden={!isTelling}>
        {sayReaderWhole(words, reader)}
      </p>
    </div>
  );
}

/** Esc takes away what a pointer or the focus has brought up, before it takes anything else. */
function useDismissal(isShown: boolean, dismiss: () => void): void {
  useLayoutEffect(() => {
    if (!isShown) return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      dismiss();
    }
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  });
}
