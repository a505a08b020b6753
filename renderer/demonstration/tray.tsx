import { Button } from "antd";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { TrayView } from "#core/contract/views.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Cards to swipe. The arrow keys move along the list, Enter swipes. */
export function Tray({ tray }: { readonly tray: TrayView }) {
  const words = useWords();
  const swipe = useTeller((teller) => teller.swipeCard);
  const list = useRef<HTMLUListElement>(null);
  const hasCards = tray.cards.length > 0;

  useEffect(() => {
    if (hasCards) list.current?.querySelector("button")?.focus();
  }, [hasCards]);

  return (
    <section aria-labelledby="tray-title">
      <h3 id="tray-title">{words("home:presenter.cards")}</h3>
      {!hasCards && <p className="nothing">{words("home:presenter.none")}</p>}
      <ul ref={list} className="tray" onKeyDown={moveByArrows}>
        {tray.cards.map((card) => (
          <li key={card.id}>
            <button type="button" className="tray-card" onClick={() => void swipe(card.id, false)}>
              <span>{card.label}</span>
              <span className="figures">
                {words(`home:presenter.kind.${card.kind}`)} {card.number ?? ""}
              </span>
            </button>
            <Button
              size="small"
              aria-label={`${words("home:presenter.swipe.badly")} ${card.label}`}
              onClick={() => void swipe(card.id, true)}
            >
              {words("home:presenter.swipe.badly")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>(".tray-card")];
  const { activeElement } = document;
  const now = activeElement instanceof HTMLElement ? cards.indexOf(activeElement) : -1;
  cards[(Math.max(now, 0) + step + cards.length) % cards.length]?.focus();
}
