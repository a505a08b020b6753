import { useSheetWords } from "#renderer/card-sheet/use-sheet-words.ts";

const MARKS_A_PAGE = ["1", "2", "3", "4", "5", "6", "7", "8"];

/** The watermark of a demonstration on every page (design rule 11). No card is printed without it. */
export function PageMarks() {
  const words = useSheetWords();
  return (
    <div className="watermark" data-mark="demonstration">
      {MARKS_A_PAGE.map((mark) => (
        <span key={mark}>{words.demonstration}</span>
      ))}
    </div>
  );
}
