import type { PreviewView } from "#core/contract/posting-view.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 短信通知: which telephones hear of it when it is posted; nothing where none does (R19). */
export function ToldByMessage({ preview }: { readonly preview: Pick<PreviewView, "tells"> }) {
  const words = useWords();
  const { tells = [] } = preview;
  if (tells.length === 0) return null;
  return <p className="hint">{words("kit:preview.tells", { phones: tells.join("、") })}</p>;
}
