import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardInHand } from "#core/contract/bank-view.ts";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import { answerField, takeLostFocus } from "#renderer/customer/focus.ts";
import { ScratchCard } from "#renderer/customer/hand/scratch-card.tsx";
import { byName } from "#renderer/customer/store/by-name.ts";
import { cardLyingThere, type Printed } from "#renderer/customer/store/hand-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 手中的口令卡: the card of a customer, large; a presenter may take up another's, or print it. */
export function Hand() {
  const words = useWords();
  const card = useCustomer(cardLyingThere);
  return (
    <article className="hand" aria-label={words("display:place.card")}>
      {card ? (
        <>
          <div className="hand-choice">
            <ChooseCard chosen={card} />
          </div>
          <LargeCard key={card.id} card={card} />
        </>
      ) : (
        <p className="nothing">{words("hand:none")}</p>
      )}
    </article>
  );
}

function LargeCard({ card }: { readonly card: CardInHand }) {
  const words = useWords();
  return (
    <>
      <ScratchCard card={card} />
      <p className="hand-tip">{words(card.isVoid ? "hand:tip.void" : "hand:tip")}</p>
      <PrintCard card={card} />
    </>
  );
}

/** The same card beside a page, so that cells and question are in one view. */
export function CardBeside() {
  const words = useWords();
  const card = useCustomer(cardLyingThere);
  const layBeside = useCustomer((customer) => customer.layCardBeside);
  const beside = useRef<HTMLElement>(null);

  useEffect(() => {
    const { current } = beside;
    // On a small screen the card lies below the page.
    current?.scrollIntoView({ block: "nearest" });
    takeLostFocus(current?.querySelector<HTMLElement>(".wrapper button"));
  }, []);

  function putAway(): void {
    const next = answerField() ?? document.querySelector<HTMLElement>(".lay-beside");
    layBeside(false);
    next?.focus();
  }

  return (
    <aside ref={beside} className="beside" aria-label={words("display:place.card")}>
      {card ? (
        <>
          <ChooseCard chosen={card} />
          <ScratchCard key={card.id} card={card} />
          <p className="hand-tip">{words(card.isVoid ? "hand:tip.void" : "hand:tip")}</p>
        </>
      ) : (
        <p className="nothing">{words("hand:none")}</p>
      )}
      <button type="button" className="plain" onClick={putAway}>
        {words("hand:put-away")}
      </button>
    </aside>
  );
}

function ChooseCard({ chosen }: { readonly chosen: CardInHand }) {
  const words = useWords();
  const id = useId();
  const cards = useCustomer((customer) => customer.bank?.cards);
  const choose = useCustomer((customer) => customer.chooseCard);
  return (
    <p className="choose-card">
      <label htmlFor={id}>{words("hand:whose")}</label>
      <select
        id={id}
        value={chosen.id}
        onChange={({ target }) => {
          const next = cards?.find((card) => card.id === target.value);
          if (next) choose(next.id);
        }}
      >
        {byName(cards ?? []).map((card) => (
          <option key={card.id} value={card.id}>
            {words(card.isVoid ? "hand:whose.void" : "hand:whose.card", {
              name: card.name,
              serial: card.serial,
            })}
          </option>
        ))}
      </select>
    </p>
  );
}

function PrintCard({ card }: { readonly card: CardInHand }) {
  const words = useWords();
  const say = useSayToCustomer();
  const { i18n } = useTranslation();
  const print = useCustomer((customer) => customer.print);
  const [printed, tell] = useState<Printed | "printing">();
  const isPrinting = printed === "printing";

  async function printAs(layout: "card" | "large-print"): Promise<void> {
    if (isPrinting) return;
    const language = i18n.language === "en" ? "en" : "zh-CN";
    tell("printing");
    tell(await print({ card: card.id, layout, language }));
  }

  if (card.isVoid) return null;
  return (
    <div className="print-card">
      <div className="actions">
        <button
          type="button"
          className="plain"
          // A key that is disabled loses the focus.
          aria-disabled={isPrinting}
          onClick={() => void printAs("card")}
        >
          {words("hand:print.card")}
        </button>
        <button
          type="button"
          className="plain"
          aria-disabled={isPrinting}
          onClick={() => void printAs("large-print")}
        >
          {words("hand:print.large")}
        </button>
      </div>
      <output>
        {isPrinting && words("hand:printing")}
        {printed && !isPrinting && printed.status === "printed" && (
          <>
            {words("hand:printed")} <code>{printed.file}</code>
          </>
        )}
        {printed && !isPrinting && printed.status === "refused" && say(printed.refusal)}
      </output>
    </div>
  );
}
