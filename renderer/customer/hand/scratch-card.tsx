import { useRef, useState } from "react";
import type { CardInHand } from "#core/contract/bank-view.ts";
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
  const covered = asked.filter((coordinate) => scratched[coordinate] === undefined);

  function uncover(coordinate: string): void {
    // What has become void is not scratched any more: it lies punched at the branch.
    if (!card.isVoid) void scratch(card.id, coordinate);
  }

  /** The button goes with the last film, so the focus goes to what it has uncovered. */
  function uncoverAsked(): void {
    for (const coordinate of covered) uncover(coordinate);
    const [first = at] = covered;
    standOn(first);
    grid.current?.querySelector<HTMLElement>(`[data-coordinate="${first}"]`)?.focus();
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
          <button type="button" onClick={() => uncover(at)} disabled={scratched[at] !== undefined}>
            {words("hand:scratch", { coordinate: at })}
          </button>
          {covered.length > 0 && (
            <button type="button" className="asked" onClick={uncoverAsked}>
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
