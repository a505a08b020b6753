import { Button } from "antd";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { ClockMover } from "#renderer/demonstration/clock-mover.tsx";
import { Documents } from "#renderer/demonstration/documents.tsx";
import { FailNext } from "#renderer/demonstration/fail-next.tsx";
import { ReaderCable } from "#renderer/demonstration/reader-cable.tsx";
import { Tray } from "#renderer/demonstration/tray.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** F9: the presenter's desk. What in a branch are hands, cards and days, is here a list. */
export function Presenter() {
  const words = useWords();
  const tray = useTeller((teller) => teller.tray);
  const refusal = useTeller((teller) => teller.trayRefusal);
  const readTray = useTeller((teller) => teller.readTray);
  const present = useTeller((teller) => teller.present);
  const place = useRef<HTMLElement>(null);

  useEffect(() => void readTray(), [readTray]);
  useGivenBackFocus(place);

  return (
    <aside className="presenter" ref={place} aria-labelledby="presenter-title">
      <header>
        <h2 id="presenter-title">{words("home:presenter.title")}</h2>
        <Button size="small" onClick={() => present(false)}>
          {words("shell:close")} F9
        </Button>
      </header>
      <RefusalNote refusal={refusal} />
      {tray && (
        <>
          <ReaderCable tray={tray} />
          <Tray tray={tray} />
          <Documents tray={tray} />
        </>
      )}
      <ClockMover />
      <FailNext failing={tray?.failing} />
    </aside>
  );
}

/**
 * Gives the focus back to where it was before the desk opened, or to the code box where that is gone
 * meanwhile. What the teller has gone on with in the meantime keeps it.
 */
function useGivenBackFocus(place: RefObject<HTMLElement | null>): void {
  // Before the list of cards takes the focus, and while the desk still stands in the page.
  useLayoutEffect(() => {
    const presenter = place.current;
    const before = document.activeElement;
    return () => {
      if (!presenter?.contains(document.activeElement)) return;
      const isStill = before instanceof HTMLElement && before !== document.body;
      const next =
        isStill && before.isConnected ? before : document.getElementById("transaction-code");
      next?.focus();
    };
  }, [place]);
}
