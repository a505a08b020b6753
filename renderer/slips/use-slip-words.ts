import { useTranslation } from "react-i18next";
import type { SlipView } from "#core/contract/posting-view.ts";
import { slipWords as english } from "#renderer/slips/wording/en.ts";
import { slipWords as chinese, type SlipWords } from "#renderer/slips/wording/zh-CN.ts";

/** What only papers say, in the language that the paper is printed in. */
export function useSlipWords(): SlipWords {
  return useTranslation().i18n.language === "en" ? english : chinese;
}

/** The branch as a paper names it, in the language that the paper is printed in. */
export function useBranchName({ branchName, branchEnglishName }: SlipView): string {
  const isEnglish = useTranslation().i18n.language === "en";
  return (isEnglish ? branchEnglishName : undefined) ?? branchName;
}
