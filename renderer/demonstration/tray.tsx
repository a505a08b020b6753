import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { TrayView } from "#core/contract/display-view.ts";
import { useRows } from "#renderer/demonstration/rows.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { wordOf } from "#renderer/wording/say-refusal.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Cards to swipe. The arrow keys move along the list, Enter swipes. */
export function Tray({ tray }: { readonly tray: TrayView }) {
  const words = useWords();
  const swipe = useTeller((teller) => teller.swipeCard);
  const list = useRef<HTMLUListElement>(null);
  const { keyAt, walk } = useRows(tray.cards.length);
  const hasCards = tray.cards.length > 0;
  // Where a port is set up, a card is pulled through the reader at that port and nowhere else.
  const isSimulated = useTeller((teller) => teller.workstation?.reader.simulated ?? true);
  const holders = new Map(tray.documents.map(({ customer, name }) => [customer, name]));

  useEffect(() => {
    if (hasCards) list.current?.querySelector("button")?.focus();
  }, [hasCards]);

  return (
    <section aria-labelledby="tray-title">
      <h3 id="tray-title">
        {words(isSimulated ? "home:presenter.cards" : "home:presenter.cards.shown")}
      </h3>
      {!isSimulated && <p className="notable">{words("home:presenter.real-port")}</p>}
      {!hasCards && <p className="nothing">{words("home:presenter.none")}</p>}
      <ul ref={list} className="tray" onKeyDown={walk}>
        {tray.cards.map((card, row) => {
          const what = wordOf(words, "home", `tray.${card.label}`, card.label);
          const holder = card.customer && holders.get(card.customer);
          return (
            <li key={card.id}>
              <button
                type="button"
                className="tray-card"
                disabled={!isSimulated}
                {...keyAt(row, 0)}
                onClick={() => void swipe(card.id, false)}
              >
                <span>
                  {what} {holder && `· ${holder}`}
                </span>
                <span className="figures">
                  {words(`home:presenter.kind.${card.kind}`)} {card.number ?? ""}
                </span>
              </button>
              <Button
                size="small"
                disabled={!isSimulated}
                {...keyAt(row, 1)}
                aria-label={`${words("home:presenter.swipe.badly")} ${what} ${card.number ?? ""}`}
                onClick={() => void swipe(card.id, true)}
              >
                {words("home:presenter.swipe.badly")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
