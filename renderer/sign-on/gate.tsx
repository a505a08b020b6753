import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTeller } from "#renderer/store/use-teller.ts";
import { switchLanguage } from "#renderer/wording/language.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The page before the desk: product, branch, and one form. */
export function Gate({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const words = useWords();
  const { i18n } = useTranslation();
  const branch = useTeller((teller) => teller.workstation?.branch);
  const kind = useTeller((teller) => teller.workstation?.kind);
  return (
    <main className="gate">
      <header>
        <span className="product">
          柜台 <small>Guitai</small>
        </span>
        {kind === "demonstration" && <span className="badge">{words("shell:demonstration")}</span>}
        <Button
          type="text"
          title={words("shell:language.switch")}
          onClick={() => void switchLanguage(i18n)}
        >
          {words("shell:language")}
        </Button>
      </header>
      <section className="gate-card" aria-labelledby="gate-title">
        {branch && (
          <p className="gate-branch">
            {i18n.language === "en" ? branch.englishName : branch.name}{" "}
            <span className="figures">{branch.code}</span>
          </p>
        )}
        <h1 id="gate-title">{title}</h1>
        {children}
      </section>
      {kind === "demonstration" && <p>{words("shell:demonstration.explained")}</p>}
    </main>
  );
}
