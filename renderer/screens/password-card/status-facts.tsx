import type { ReactNode } from "react";
import type { PasswordCardView } from "#core/contract/password-card-view.ts";
import { useIsFilling } from "#renderer/screens/filling.ts";
import { useToday } from "#renderer/screens/here.ts";
import {
  curesOf,
  isPastValidity,
  percentOf,
  presentCard,
} from "#renderer/screens/password-card/card-state.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { DateText } from "#renderer/transaction/date-text.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** The present card's state beside a form that is about it. */
export function CardBeside() {
  const words = useWords();
  const card = useTeller(({ customer }) => customer && presentCard(customer));
  const isFilling = useIsFilling();
  if (!card || !isFilling) return null;
  return (
    <aside className="screen beside" aria-label={words("passwordCard:status.present")}>
      <h2>{words("passwordCard:status.present")}</h2>
      <CardFacts card={card} />
    </aside>
  );
}

/** 口令卡状态 (P16): everything about a card but what stands on it (P42). */
export function CardFacts({ card }: { readonly card: PasswordCardView }) {
  const words = useWords();
  const today = useToday();
  return (
    <>
      <dl className="facts">
        <Line title={words("passwordCard:status.serial")}>
          <strong>{card.serial}</strong>
        </Line>
        <Line title={words("passwordCard:status.issued")}>
          <DateText date={card.issuedOn} />
        </Line>
        <Line title={words("passwordCard:status.life")}>
          {words(`noun:password-card-life.${card.life}`)}
          {isPastValidity(card, today) && ` · ${words("passwordCard:status.expired")}`}
        </Line>
        <Line title={words("passwordCard:status.expires")}>
          {card.expiresOn ? (
            <DateText date={card.expiresOn} />
          ) : (
            words("passwordCard:status.expires.none")
          )}
        </Line>
        <Line title={words("passwordCard:status.uses")}>
          <Uses card={card} />
        </Line>
        <Line title={words("passwordCard:status.lock")}>
          {card.lock === "none" ? "" : "⚠ "}
          {words(`noun:password-card-lock.${card.lock}`)}
        </Line>
        <Line title={words("passwordCard:status.wrong")}>
          {words("passwordCard:status.wrong.said", {
            today: card.wrongToday,
            run: card.wrongRun,
          })}
        </Line>
      </dl>
      {curesOf(card, today, words).map((cure) => (
        <p key={cure} className="notable">
          {cure}
        </p>
      ))}
    </>
  );
}

/** Used and left always make the whole (P16): in figures, and as a bar beside them. */
function Uses({ card: { uses, used, left } }: { readonly card: PasswordCardView }) {
  const words = useWords();
  return (
    <span className="uses">
      <span>{words("passwordCard:status.uses.said", { used, left, uses })}</span>
      <meter min={0} max={uses} value={used} aria-label={words("passwordCard:status.uses")}>
        {used}
      </meter>
    </span>
  );
}

/** Layout of a card, and how much of it somebody who watched may know by now (O05). */
export function Exposure({ card }: { readonly card: PasswordCardView }) {
  const words = useWords();
  const { adviseReissue, answered, exposurePermille, layout } = card;
  const { columns, rows, cellDigits: digits, challengeSize: asked } = layout;
  return (
    <dl className="facts single">
      <Line title={words("passwordCard:status.exposure")}>
        {answered === 0
          ? words("passwordCard:status.exposure.nothing")
          : words("passwordCard:status.exposure.said", {
              percent: percentOf(exposurePermille),
              answered,
            })}{" "}
        <strong className={adviseReissue ? "bad" : undefined}>
          {adviseReissue ? "⚠ " : ""}
          {words(`passwordCard:status.exposure.${adviseReissue ? "advised" : "fine"}`)}
        </strong>
      </Line>
      <Line title={words("passwordCard:status.layout")}>
        {words("passwordCard:status.layout.said", { columns, rows, digits, asked })}
      </Line>
    </dl>
  );
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
