import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createLanguage, type Language } from "#renderer/wording/language.ts";

/**
 * Draws a page that is printed, at once and whole. Throws what went wrong while drawing, because a
 * page that failed is empty and must not come out as one.
 */
export function drawOnPaper(
  paper: HTMLElement,
  page: ReactNode,
  { language, title }: { readonly language: Language; readonly title: string },
): void {
  const { ownerDocument } = paper;
  ownerDocument.documentElement.lang = language;
  ownerDocument.title = title;
  const failures: unknown[] = [];
  const root = createRoot(paper, { onUncaughtError: (failure) => failures.push(failure) });
  flushSync(() => {
    root.render(<I18nextProvider i18n={createLanguage(language)}>{page}</I18nextProvider>);
  });
  if (failures.length > 0) throw failures[0];
}

/**
 * Lays a page out and says so on the root element, for which the window that prints waits: "yes", or
 * "refused" where there is nothing to show or drawing failed.
 */
export async function layOutPage(show: (paper: HTMLElement) => Promise<boolean>): Promise<void> {
  const { documentElement } = document;
  try {
    const paper = document.getElementById("root");
    const isWhole = paper !== null && (await show(paper));
    await document.fonts.ready;
    documentElement.dataset.ready = isWhole ? "yes" : "refused";
  } catch {
    documentElement.dataset.ready = "refused";
  }
}
