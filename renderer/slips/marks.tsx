import type { SlipView } from "#core/contract/posting-view.ts";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";

const MARKS_A_PAGE = ["1", "2", "3", "4", "5", "6", "7", "8"];

/**
 * What lies under or over every page: the watermark of a demonstration (design rule 11), and the
 * mark of a paper that is void. Fixed elements are printed again on each page.
 */
export function PageMarks({ slip }: { readonly slip: SlipView }) {
  const slipWords = useSlipWords();
  return (
    <>
      {slip.demonstration && (
        <div className="watermark" data-mark="demonstration">
          {MARKS_A_PAGE.map((mark) => (
            <span key={mark}>{slipWords.demonstration}</span>
          ))}
        </div>
      )}
      {slip.status === "void" && (
        <div className="void-mark" data-mark="void">
          <span>{slipWords.void}</span>
        </div>
      )}
    </>
  );
}

/** The marks in words, for the head of every page: demonstration, void, reversed, how often printed again. */
export function HeadMarks({ slip }: { readonly slip: SlipView }) {
  const slipWords = useSlipWords();
  return (
    <>
      {slip.demonstration && <strong>{slipWords.demonstration}</strong>}
      {slip.status === "void" && <strong className="mark">{slipWords.void}</strong>}
      {slip.code === "1106" && <strong className="mark">{slipWords.reversal}</strong>}
      {slip.reversed && (
        <strong className="mark" data-mark="reversed">
          {slipWords.reversed[slip.reversed.part](slip.reversed.by)}
        </strong>
      )}
      {slip.reprints > 0 && (
        <strong className="mark" data-mark="reprint">
          {slipWords.reprint(slip.reprints)}
        </strong>
      )}
    </>
  );
}
