import type { Language } from "#renderer/wording/language.ts";

/** What a window is asked to print. */
export interface SlipAddress {
  readonly slip: string;
  readonly language: Language;
}

/** Reads `#<slip number>&lang=zh-CN` or `…&lang=en`; undefined for anything else. */
export function readAddress(hash: string): SlipAddress | undefined {
  const [, slip, language] = /^#(\d{14,20})&lang=(zh-CN|en)$/.exec(hash) ?? [];
  return slip ? { slip, language: language === "en" ? "en" : "zh-CN" } : undefined;
}
