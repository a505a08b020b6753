import { useEffect, useRef, useState } from "react";
import type { CardInHand } from "#core/contract/bank-view.ts";
import { answerField, takeLostFocus } from "#renderer/customer/focus.ts";
import { CardGrid } from "#renderer/customer/hand/card-grid.tsx";
import { askedOf, type Scratched } from "#renderer/customer/store/hand-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** A password card as the customer holds it: in its wrapper, then under its film (P26). */
export function ScratchCard({ card }: { readonly card: CardInHand }) {
  const words = useWords();
  const isSealed = useCustomer(({ unwrapped }) => card.isSealed && !unwrapped[card.id]);
  return (
    <figure
      className="scratch-card"
      data-void={card.isVoid ? "yes" : undefined}
      aria-label={words("hand:card", { serial: card.serial, name: card.name })}
    >
      <figcaption>
        <b>{words("hand:product")}</b>
        <span className="figures">{card.serial}</span>
      </figcaption>
      {isSealed ? <Wrapper card={card} /> : <Uncovered card={card} />}
      {card.isVoid && <strong className="void-stamp">{words("hand:void")}</strong>}
    </figure>
  );
}

function Wrapper({ card }: { readonly card: CardInHand }) {
  const words = useWords();
  const unwrap = useCustomer((customer) => customer.unwrap);
  return (
    <div className="wrapper">
      <p className="wrapper-name">{words("hand:product")}</p>
      <p>{words("hand:wrapped")}</p>
      <button type="button" disabled={card.isVoid} onClick={() => unwrap(card.id)}>
        {words("hand:unwrap")}
      </button>
    </div>
  );
}

const untouched: Scratched = {};

function Uncovered({ card }: { readonly card: CardInHand }) {
  const words = useWords();
  const scratched = useCustomer((customer) => customer.scratched[card.id] ?? untouched);
  const asked = useCustomer(askedOf(card));
  const scratch = useCustomer((customer) => customer.scratch);
  const [at, standOn] = useState("A1");
  const grid = useRef<HTMLDivElement>(null);
  const scratching = useRef<HTMLButtonElement>(null);
  const covered = asked.filter((coordinate) => scratched[coordinate] === undefined);

  function uncover(coordinate: string): void {
    // What has become void is not scratched any more: it lies punched at the branch.
    if (!card.isVoid) void scratch(card.id, coordinate);
  }

  function cell(coordinate: string): HTMLElement | null | undefined {
    return grid.current?.querySelector<HTMLElement>(`[data-coordinate="${coordinate}"]`);
  }

  // Laid there or torn out of its wrapper by a key that is gone now.
  useEffect(() => {
    const stop = grid.current?.querySelector<HTMLElement>('[data-coordinate][tabindex="0"]');
    takeLostFocus(scratching.current ?? stop);
  }, []);

  /** The button has done all it can for this cell. */
  function uncoverThis(): void {
    uncover(at);
    cell(at)?.focus();
  }

  /** The button goes with the last film: what it has uncovered is typed next, if that is in view. */
  function uncoverAsked(): void {
    for (const coordinate of covered) uncover(coordinate);
    const [first = at] = covered;
    standOn(first);
    (answerField() ?? cell(first))?.focus();
  }

  return (
    <>
      <div className="cells-scroll" ref={grid}>
        <CardGrid
          card={card}
          scratched={scratched}
          asked={asked}
          at={at}
          onStand={standOn}
          onScratch={uncover}
        />
      </div>
      {!card.isVoid && (
        <div className="scratching">
          <button type="button" onClick={uncoverThis} disabled={scratched[at] !== undefined}>
            {words("hand:scratch", { coordinate: at })}
          </button>
          {covered.length > 0 && (
            <button ref={scratching} type="button" className="asked" onClick={uncoverAsked}>
              {words("hand:scratch.asked", { coordinates: covered.join(" ") })}
            </button>
          )}
        </div>
      )}
      <output className="unseen" aria-live="polite">
        {asked
          .filter((coordinate) => scratched[coordinate] !== undefined)
          .map((coordinate) => `${coordinate}: ${scratched[coordinate]}`)
          .join(", ")}
      </output>
    </>
  );
}
