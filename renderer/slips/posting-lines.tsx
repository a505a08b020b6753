import { dateOf, timeOf } from "#core/calendar/instant.ts";
import type { SlipView } from "#core/contract/posting-view.ts";
import { useBranchName, useSlipWords } from "#renderer/slips/use-slip-words.ts";
import { sayTransaction } from "#renderer/wording/say-transaction.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What 3.12 wants on every paper about its posting: where, when, what, and who stood for it. */
export function PostingLines({ slip }: { readonly slip: SlipView }) {
  const words = useWords();
  const slipWords = useSlipWords();
  const branchName = useBranchName(slip);
  const lines: readonly (readonly [string, string])[] = [
    [slipWords.branch, `${branchName} ${slip.branch}`],
    [slipWords.date, dateOf(slip.issuedAt)],
    [slipWords.time, timeOf(slip.issuedAt)],
    [slipWords.transaction, sayTransaction(words, slip.code)],
    [slipWords.sequence, String(slip.sequence)],
    [slipWords.currency, slipWords.renminbi],
    [slipWords.teller, slip.teller],
    [slipWords.approvers, slip.approvers.join(" / ") || slipWords.noApprover],
  ];
  return (
    <dl className="posting">
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
