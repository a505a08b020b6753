import { useTranslation } from "react-i18next";
import type { DisplayView } from "#core/contract/display-view.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The name of the branch in both languages of the window. */
export type BranchNames = Pick<
  Extract<DisplayView, { readonly status: "idle" }>,
  "branchName" | "branchEnglishName"
>;

/** What the display shows while nothing is asked. */
export function Welcome({ branchName, branchEnglishName }: BranchNames) {
  const words = useWords();
  const { i18n } = useTranslation();
  return (
    <section className="welcome">
      <p className="welcome-branch">{i18n.language === "en" ? branchEnglishName : branchName}</p>
      <h1>{words("display:welcome")}</h1>
      <p>{words("display:welcome.explained")}</p>
    </section>
  );
}
