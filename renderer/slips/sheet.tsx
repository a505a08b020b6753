import type { ReactNode } from "react";
import type { SlipView } from "#core/contract/posting-view.ts";
import { Barcode } from "#renderer/slips/barcode.tsx";
import { HeadMarks } from "#renderer/slips/marks.tsx";
import { PostingLines } from "#renderer/slips/posting-lines.tsx";
import { useBranchName, useSlipWords } from "#renderer/slips/use-slip-words.ts";

interface SheetProps {
  readonly slip: SlipView;
  /** Which copy of several this is, as its edge says. */
  readonly copy?: string;
  readonly children: ReactNode;
}

/**
 * One paper with its head: branch, title, number, marks, and the posting it belongs to.
 *
 * The outer table is there because browsers print the head of a table again on every page that the
 * table runs over: so no page is ever without its branch, number and marks.
 */
export function Sheet({ slip, copy, children }: SheetProps) {
  const slipWords = useSlipWords();
  const branchName = useBranchName(slip);
  return (
    <article className="sheet" aria-label={copy ?? slipWords.title[slip.kind]}>
      {copy && <div className="copy-edge">{copy}</div>}
      <table className="pages" role="presentation">
        <thead>
          <tr>
            <td>
              <div className="running-head">
                <span>
                  {branchName} <span className="figures">{slip.branch}</span>
                </span>
                <span className="running-marks">
                  {copy && <span>{copy}</span>}
                  <span className="figures">
                    {slipWords.number} {slip.number}
                  </span>
                  <HeadMarks slip={slip} />
                </span>
              </div>
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <header className="title">
                <span />
                <h1>{slipWords.title[slip.kind]}</h1>
                <Barcode number={slip.number} />
              </header>
              <PostingLines slip={slip} />
              {children}
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}
