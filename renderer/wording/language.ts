import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { wording as english } from "#renderer/wording/en.ts";
import { areas } from "#renderer/wording/words.ts";
import { wording as chinese, type Wording } from "#renderer/wording/zh-CN.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    readonly defaultNS: "shell";
    readonly keySeparator: false;
    readonly resources: Wording;
  }
}

/** The languages of the counter; Chinese is the first. */
export type Language = "zh-CN" | "en";

const REMEMBERED = "guitai.language";

/** The words of both languages, ready to be switched while the program runs. */
export function createLanguage(language: Language): i18n {
  const instance = createInstance();
  // Everything is bundled, so this is synchronous and nothing can be missing later.
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { "zh-CN": chinese, en: english },
    ns: [...areas],
    defaultNS: "shell",
    keySeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** The language in which this window was left; before that, the one this start was asked for in. */
export function rememberedLanguage(): Language {
  const asked = /^#lang=(zh-CN|en)$/.exec(location.hash)?.[1];
  return (localStorage.getItem(REMEMBERED) ?? asked) === "en" ? "en" : "zh-CN";
}

/** Switches to the other language, for this window and the next start. */
export async function switchLanguage(instance: i18n): Promise<void> {
  const next: Language = instance.language === "en" ? "zh-CN" : "en";
  localStorage.setItem(REMEMBERED, next);
  document.documentElement.lang = next;
  await instance.changeLanguage(next);
}
