import type { Language } from "#renderer/wording/language.ts";

/** Which password card a window is asked to print, and how. */
export interface SheetAddress {
  readonly card: string;
  readonly layout: "card" | "large-print";
  readonly language: Language;
}

const ADDRESS = /^#(p-\d{1,12})&layout=(card|large-print)&lang=(zh-CN|en)$/;

/** Reads `#p-3&layout=card&lang=zh-CN` and the like; undefined for anything else. */
export function readSheetAddress(hash: string): SheetAddress | undefined {
  const [, card, layout, language] = ADDRESS.exec(hash) ?? [];
  if (!card) return undefined;
  return {
    card,
    layout: layout === "large-print" ? "large-print" : "card",
    language: language === "en" ? "en" : "zh-CN",
  };
}
