import { useTranslation } from "react-i18next";
import type { Wording } from "#renderer/wording/zh-CN.ts";

/** The areas into which the wording is split, one file each in either language. */
export const areas = [
  "shell",
  "kit",
  "transaction",
  "refusal",
  "inserted",
  "fact",
  "term",
  "noun",
  "loss",
  "card",
  "audit",
  "cash",
  "fee",
  "day",
  "freeze",
  "passwordCard",
  "eBank",
  "ePay",
  "stock",
  "enquiry",
  "entry",
  "help",
  "session",
  "vault",
  "home",
  "notice",
  "messages",
  "display",
  "bank",
  "declined",
  "shop",
  "ePayHome",
  "phone",
  "hand",
  "protection",
  "queue",
  "reader",
  "reversal",
  "risk",
  "hotline",
  "identity",
  "parameter",
  "people",
  "wallet",
] as const satisfies readonly (keyof Wording)[];

/** Words of the language now chosen: `words("kit:next")`. A missing key does not compile. */
export function useWords() {
  return useTranslation(areas).t;
}
export type Words = ReturnType<typeof useWords>;
