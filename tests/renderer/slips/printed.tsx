import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import type { SlipView } from "#core/contract/posting-view.ts";
import { SlipPaper } from "#renderer/slips/slip-paper.tsx";
import { createLanguage, type Language } from "#renderer/wording/language.ts";

const languages = { "zh-CN": createLanguage("zh-CN"), en: createLanguage("en") };

/** The printed page of a slip, as elements. */
export function printed(slip: SlipView, language: Language = "zh-CN"): HTMLElement {
  const page = document.createElement("div");
  page.innerHTML = renderToStaticMarkup(
    <I18nextProvider i18n={languages[language]}>
      <SlipPaper slip={slip} />
    </I18nextProvider>,
  );
  return page;
}

/** The sheets of a printed slip, in their order. */
export function sheetsOf(page: HTMLElement): readonly HTMLElement[] {
  return Array.from(page.querySelectorAll("article"));
}

/** The names of the lines on one sheet, with what each says. */
export function linesOf(sheet: HTMLElement): readonly (readonly [string, string])[] {
  return Array.from(sheet.querySelectorAll<HTMLElement>("[data-fact]"), (line) => [
    line.dataset.fact ?? "",
    line.textContent,
  ]);
}
