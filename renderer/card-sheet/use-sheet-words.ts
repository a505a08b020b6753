import { useTranslation } from "react-i18next";
import { sheetWords as english } from "#renderer/card-sheet/wording/en.ts";
import { sheetWords as chinese, type SheetWords } from "#renderer/card-sheet/wording/zh-CN.ts";

/** What only a printed card says, in the language that it is printed in. */
export function useSheetWords(): SheetWords {
  return useTranslation().i18n.language === "en" ? english : chinese;
}
