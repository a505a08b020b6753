import { useTranslation } from "react-i18next";
import { timeOf } from "#core/calendar/instant.ts";
import type { PhoneMessage } from "#core/contract/sms-view.ts";
import { RiskAnswer } from "#renderer/customer/messages/risk-answer.tsx";
import { sayMoment } from "#renderer/wording/say-moment.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** A message as the telephone shows it: its text, when it came, and whether its code still serves. */
export function Message({ message }: { readonly message: PhoneMessage }) {
  const words = useWords();
  const { i18n } = useTranslation();
  const { texts, sentAt, code, asks } = message;
  return (
    <article className="message">
      <p className="message-text">{i18n.language === "en" ? texts.en : texts["zh-CN"]}</p>
      <p className="message-facts">
        <time>{sayMoment(sentAt)}</time>
        {code && <span className={`message-code ${code.status}`}>{sayCode(words, code)}</span>}
      </p>
      {asks && <RiskAnswer asks={asks} />}
    </article>
  );
}

function sayCode(words: Words, { status, expiresAt }: NonNullable<PhoneMessage["code"]>): string {
  return status === "open"
    ? words("messages:code.open", { until: timeOf(expiresAt) })
    : words(`messages:code.${status}`);
}
