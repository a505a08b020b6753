import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { switchLanguage } from "#renderer/wording/language.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The head of the customer's display; in a demonstration it has the switcher in it. */
export function DisplayHead({
  isDemonstration = false,
  children,
}: {
  readonly isDemonstration?: boolean;
  readonly children?: ReactNode;
}) {
  const words = useWords();
  const { i18n } = useTranslation();
  return (
    <header className="display-head">
      <span className="product">
        柜台 <small>Guitai</small>
      </span>
      {isDemonstration && <span className="badge">{words("display:demonstration")}</span>}
      {children}
      <button type="button" className="plain" onClick={() => void switchLanguage(i18n)}>
        {words("shell:language")}
      </button>
    </header>
  );
}
