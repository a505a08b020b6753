import { useTranslation } from "react-i18next";
import { slipWords as english } from "#renderer/slips/wording/en.ts";
import { slipWords as chinese, type SlipWords } from "#renderer/slips/wording/zh-CN.ts";

/** What only papers say, in the language that the paper is printed in. */
export function useSlipWords(): SlipWords {
  return useTranslation().i18n.language === "en" ? english : chinese;
}
